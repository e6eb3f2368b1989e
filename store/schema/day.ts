/** What staff and repairers photograph; owners' own files stand in `attachments`. */
export interface StaffFileTable {
  id: string
  community: string
  /** Of the owner whose home it may show; null: of no single one. */
  conversation_id: string | null
  /** Name of whoever took it. */
  author: string
  name: string
  /** MIME, as its content says. */
  type: string
  size: number
  content: Uint8Array
  created_at: string
}

export interface DispatchLinkTable {
  id: string
  order_id: string
  secret_hash: string
  repairer: string
  author: string
  created_at: string
  expires_at: string
  revoked_at: string | null
  revoked_by: string | null
  accepted_at: string | null
  arrived_at: string | null
  done_at: string | null
}

export interface CallbackTable {
  id: string
  community: string
  conversation_id: string
  ticket_id: string
  author_id: string
  author: string
  due_at: string
  matter: string
  created_at: string
  done_at: string | null
  done_by: string | null
  done_word: string | null
}

export interface HandoverTable {
  id: string
  community: string
  author_id: string
  author: string
  note: string
  /** JSON `HandoverSummary`. */
  summary: string
  created_at: string
  signed_by: string | null
  signed_at: string | null
}

/** Calls that were taken down under a key of the page's. */
export interface IntakeKeyTable {
  key: string
  conversation_id: string
  /** Hash of what was sent with it. */
  said: string
  /** JSON `IntakeDone`. */
  done: string
  created_at: string
}

/** The clerk's day. */
export interface DaySchema {
  staff_files: StaffFileTable
  dispatch_links: DispatchLinkTable
  callbacks: CallbackTable
  handovers: HandoverTable
  intake_keys: IntakeKeyTable
}

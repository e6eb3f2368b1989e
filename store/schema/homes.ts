export interface HomeTable {
  id: string
  community: string
  building: string
  /** Empty where the building has no units. */
  unit: string
  room: string
  owner: string | null
  /** ISO date. */
  handed_over_on: string | null
  /** When it changed hands since it is on record; what was before is not this owner's. */
  owner_since: string | null
  updated_at: string
}

export interface HomePhoneTable {
  home_id: string
  phone: string
  position: number
}

export interface BillTable {
  home_id: string
  item: string
  period: string
  amount_fen: number
  paid_fen: number
  /** ISO date. */
  due_on: string | null
  /** Name of the imported file. */
  source: string
  file_hash: string
  as_of: string
}

export interface HomeCodeTable {
  code_hash: string
  home_id: string
  /** Staff id. */
  made_by: string
  created_at: string
  expires_at: string
  used_at: string | null
}

export interface ConversationHomeTable {
  conversation_id: string
  home_id: string
  bound_at: string
}

export interface CodeAttemptTable {
  conversation_id: string
  wrong: number
  paused_until: string | null
}

/** Homes, their owners and bills, and who has proven to live there. */
export interface HomeSchema {
  homes: HomeTable
  home_phones: HomePhoneTable
  bills: BillTable
  home_codes: HomeCodeTable
  conversation_homes: ConversationHomeTable
  code_attempts: CodeAttemptTable
}

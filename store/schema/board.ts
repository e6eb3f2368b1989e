export interface StatusEntryTable {
  community: string
  /** Unique in its compound. */
  id: string
  topic: string
  /** Order on the board. */
  position: number
  /** JSON `Home`. */
  scope: string
  /** JSON `Words`. */
  state: string
  /** JSON `StatusStep[]`. */
  log: string
  /** JSON `Words`. */
  blocked_by: string | null
  /** JSON `Words`. */
  next_actor: string | null
  /** JSON `{ text, source }`. */
  announced: string | null
  as_of: string
  stale_after_hours: number
  /** JSON `Words`. */
  source: string
  /** 1, 2, 3…; each has a row in `status_revisions`, but for a seeded one that nobody has touched. */
  revision: number
  /** JSON `Vouched[]`. */
  vouched: string | null
  closed_at: string | null
  /** Which entry of the seed it is, as long as nobody has touched it. */
  seed_key: string | null
}

export interface StatusRevisionTable {
  community: string
  entry_id: string
  revision: number
  /** Name of the member of staff; null: the seed. */
  author: string | null
  change: string
  /** JSON `StatusEntry` after the change. */
  entry: string
  created_at: string
}

export interface SubscriptionTable {
  conversation_id: string
  topic: string
  community: string
  /** JSON `Home`, as far as the owner had said it. */
  home: string
  created_at: string
}

/** The status board, and who follows it. */
export interface BoardSchema {
  status_entries: StatusEntryTable
  status_revisions: StatusRevisionTable
  subscriptions: SubscriptionTable
}

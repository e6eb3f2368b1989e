/** How a table of the record is kept clear of an erased owner. */
export type Covered =
  /** Its rows go with the conversation, the ticket, the home or the address on a platform. */
  | { goes: 'conversation' | 'ticket' | 'home' | 'address' }
  /** Its rows stay; of their words only those columns, which tell nothing of the owner, and why. */
  | { stays: string; columns: string[] }
  /** Nothing in it is of an owner, and why. */
  | { nothing: string }

const conversation: Covered = { goes: 'conversation' }
const ticket: Covered = { goes: 'ticket' }
const home: Covered = { goes: 'home' }
const address: Covered = { goes: 'address' }
const staffOnly: Covered = { nothing: 'of members of staff' }

/** Every table of the record. Whoever adds one says here what becomes of it when an owner wants to be forgotten. */
export const OWNERS_TABLES: Record<string, Covered> = {
  alerts: { nothing: 'kinds, days and counts of homes; a number of the hotline' },
  answer_samples: conversation,
  attachments: conversation,
  audit_entries: { nothing: 'what is of an owner is sealed under the key of `audit_keys`' },
  audit_head: { nothing: 'where the chain ends' },
  audit_keys: { nothing: 'random keys; the owner’s is destroyed' },
  bills: {
    stays: 'the company’s books, of a place',
    columns: ['item', 'period', 'due_on', 'source', 'file_hash', 'as_of'],
  },
  botpress_conversations: conversation,
  botpress_follows: conversation,
  callbacks: conversation,
  canned_replies: staffOnly,
  channel_addresses: conversation,
  channel_cursors: { nothing: 'how far a platform was read' },
  channel_items: address,
  channel_owners: address,
  channel_sends: address,
  classifications: conversation,
  code_attempts: conversation,
  conversation_homes: conversation,
  conversations: {
    stays: 'a random id, so that it is not given out again',
    columns: ['created_at', 'last_active_at'],
  },
  counters: { nothing: 'numbers that were given out' },
  dispatch_links: {
    stays: 'who repaired when, by whose word',
    columns: [
      'accepted_at',
      'arrived_at',
      'author',
      'created_at',
      'done_at',
      'expires_at',
      'id',
      'repairer',
      'revoked_at',
      'revoked_by',
      'secret_hash',
    ],
  },
  handovers: {
    stays: 'one shift told the next; the list names no owner',
    columns: ['author', 'author_id', 'created_at', 'id', 'signed_at', 'signed_by'],
  },
  home_codes: home,
  home_phones: home,
  homes: { stays: 'the place is the company’s', columns: ['handed_over_on', 'owner_since'] },
  hotline_orders: conversation,
  imported_orders: home,
  incident_asks: conversation,
  incidents: { nothing: 'of many owners; the answer is the staff’s, to all of them' },
  instances: { nothing: 'which processes run' },
  intake_keys: conversation,
  knowledge_revisions: ticket,
  messages: conversation,
  outbox: conversation,
  ratings: conversation,
  search_backlog: conversation,
  shared_keys: { nothing: 'random keys of the installation' },
  staff: staffOnly,
  staff_failures: staffOnly,
  staff_files: conversation,
  staff_recovery: staffOnly,
  staff_sessions: staffOnly,
  staff_teams: staffOnly,
  status_entries: { nothing: 'of the compound; staff write it for everybody' },
  status_revisions: { nothing: 'of the compound; staff write it for everybody' },
  subscriptions: conversation,
  ticket_keys: { nothing: 'random ids, each with what was done once' },
  ticket_labels: ticket,
  ticket_mentions: ticket,
  ticket_notes: ticket,
  tickets: conversation,
  visit_calls: conversation,
  visits: conversation,
  work_order_followers: conversation,
  work_order_lines: {
    stays: 'what the company did, and when',
    columns: ['at', 'author', 'id', 'kind', 'scheduled_for', 'state', 'worker'],
  },
  work_order_pushes: conversation,
  work_order_ratings: conversation,
  work_orders: {
    stays: 'number, kind and dates, as what the company did',
    columns: [
      'continues',
      'created_at',
      'id',
      'intent',
      'number',
      'place_kind',
      'scheduled_for',
      'state',
      'updated_at',
      'worker',
    ],
  },
}

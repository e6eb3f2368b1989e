import type { Insertable, Kysely, Selectable } from 'kysely'
import type { AuditSchema } from './auditSchema.ts'
import type { StaffSchema } from './staffSchema.ts'

/*
 * The record's tables as they are now; `migrations/` says how they came about. Only what every dialect has is used:
 * text, integer and double. Times are ISO 8601 UTC text of fixed width, so that they sort as text; JSON is text;
 * truth is 0 or 1.
 */

export interface ConversationTable {
  id: string
  community: string
  locale: string
  channel: string
  stage: string
  verified: number
  /** JSON `Memory`. */
  memory: string
  version: number
  last_seq: number
  token_hash: string
  created_at: string
  last_active_at: string
  /** Then nothing of it is left but this row. */
  erased_at: string | null
}

export interface MessageTable {
  id: string
  conversation_id: string
  seq: number
  speaker: string
  author: string | null
  text: string
  /** The value of the choice that the owner tapped. */
  choice: string | null
  /** JSON `Choice[]`. */
  choices: string | null
  intent: string | null
  action: string | null
  /** JSON `Card`. */
  card: string | null
  /** JSON `Source[]`. */
  sources: string | null
  /** JSON `Attachment[]`. */
  attachments: string | null
  delivery: string | null
  /** Given by whoever sent it, unique for each speaker in the conversation. */
  client_message_id: string | null
  /** Seq of the owner's message that this one answers. */
  answers: number | null
  /** Of owner messages alone: whether the turn was committed. */
  turn_done: number | null
  created_at: string
}

export interface ClassificationTable {
  conversation_id: string
  /** Of the owner's message. */
  seq: number
  intent: string
  confidence: number
  /** JSON `Scored[]`. */
  alternatives: string
  out_of_scope: number
  certainty: string
}

export interface TicketTable {
  id: string
  conversation_id: string
  community: string
  stage: string
  /** 0 emergency, 1 high, 2 normal: it sorts. */
  priority: number
  reason: string
  team: string
  /** Staff id. */
  assignee: string | null
  summary: string
  mood: string
  channel: string
  home: string | null
  /** JSON `HandoffContext`. */
  context: string
  created_at: string
  due_at: string
  /** First claim; a release does not take it back. */
  claimed_at: string | null
  /** Since when the present holder has it. */
  held_since: string | null
  resolved_at: string | null
  /** Of the ticket that took this one in. */
  merged_into: string | null
}

export interface StaffTeamTable {
  staff_id: string
  team: string
}

export interface CannedReplyTable {
  id: string
  /** Empty: of all compounds. */
  community: string
  shortcut: string
  text: string
  author: string
  updated_at: string
}

export interface TicketNoteTable {
  id: string
  ticket_id: string
  author: string
  text: string
  created_at: string
}

export interface RatingTable {
  id: string
  conversation_id: string
  /** 1 to 5. */
  score: number
  comment: string | null
  created_at: string
}

export interface WorkOrderTable {
  id: string
  number: string
  /** Of the one who filed it. */
  conversation_id: string
  community: string
  intent: string
  /** JSON `Slots`. */
  slots: string
  /** JSON `Attachment[]`. */
  attachments: string | null
  state: string
  /** `home` or `common`. */
  place_kind: string | null
  /** The same for the same place. */
  place_key: string | null
  scheduled_for: string | null
  worker: string | null
  /** Number of the one that did not hold. */
  continues: string | null
  created_at: string
  updated_at: string
}

export interface WorkOrderLineTable {
  id: string
  order_id: string
  /** 1, 2, 3… in each work order. */
  position: number
  kind: string
  state: string
  /** Name of the member of staff; null where it was an owner. */
  author: string | null
  scheduled_for: string | null
  worker: string | null
  note: string | null
  at: string
}

/** An order of the system that the company had before, as its export says. */
export interface ImportedOrderTable {
  id: string
  community: string
  /** Theirs; unique in the compound. */
  number: string
  /** Empty, as unit and room: of a common place. */
  building: string
  unit: string
  room: string
  place: string | null
  category: string | null
  what: string | null
  state: string
  /** In the words of their system. */
  state_words: string
  /** ISO date. */
  opened_on: string
  /** What was done. */
  done: string | null
  worker: string | null
  /** Name of the file. */
  source: string
  file_hash: string
  as_of: string
}

/** Every conversation that reported it, the first one's too. */
export interface WorkOrderFollowerTable {
  order_id: string
  conversation_id: string
  /** JSON `Slots`, in this owner's words. */
  slots: string
  since: string
}

export interface WorkOrderRatingTable {
  order_id: string
  conversation_id: string
  /** 1 to 5. */
  score: number
  at: string
}

/** What the company's own system is still to be told. */
export interface WorkOrderPushTable {
  id: string
  number: string
  /** Counts up over all. */
  position: number
  /** JSON, as it is sent. */
  body: string
  /** pending, sent, dead */
  state: string
  attempts: number
  next_at: string
}

export interface IncidentTable {
  id: string
  community: string
  topic: string
  /** Empty: the whole compound. */
  building: string
  opened_at: string
  updated_at: string
  answer: string | null
  answered_by: string | null
  answered_at: string | null
  /** JSON `Vouched`, of the answer. */
  vouched: string | null
  closed_at: string | null
}

/** Who asked about a topic that may become an incident. */
export interface IncidentAskTable {
  id: string
  community: string
  topic: string
  building: string
  conversation_id: string
  asked_at: string
  incident_id: string | null
  /** When this conversation got the staff's answer. */
  told_at: string | null
}

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

export interface OutboxTable {
  /** Ascending over all of them, so that those of one conversation go out in order. */
  position: number
  conversation_id: string
  /** What it tells of; once for each conversation. */
  cause: string
  /** JSON `Reply`. */
  reply: string
  state: string
  attempts: number
  /** When it may be taken; of a leased one, when the lease ends. */
  due_at: string
  leased_by: string | null
  /** Of the message that it became, or of the one that it carries. */
  message_seq: number | null
  /** Since when it is in a platform's hands; null while it is not. */
  sending_since: string | null
  created_at: string
  settled_at: string | null
}

/** Whoever writes on a platform: `address` is theirs under our `account` there. */
export interface ChannelOwnerTable {
  channel: string
  account: string
  address: string
  /** Null only while it is being begun. */
  conversation_id: string | null
  /** From here on the platform lets us answer, as each counts. */
  said_at: string | null
  tapped_at: string | null
  /** What we have sent since, as the platform counts. */
  sent_since_said: number
  sent_since_tapped: number
  left_at: string | null
  /** Lets us greet once. */
  greeting_code: string | null
  greeting_until: string | null
  created_at: string
}

/** Where a conversation's messages are sent to. */
export interface ChannelAddressTable {
  conversation_id: string
  channel: string
  account: string
  address: string
}

/** What a platform sent, as it came. */
export interface ChannelItemTable {
  position: number
  channel: string
  account: string
  address: string
  /** The platform's own, so that what is sent again is known. */
  key: string
  /** JSON, of the channel. */
  body: string
  state: string
  attempts: number
  due_at: string
  conversation_id: string | null
  message_seq: number | null
  created_at: string
}

/** How far an account's messages were read. */
export interface ChannelCursorTable {
  channel: string
  account: string
  cursor: string
  /** Lets us read on; null when nothing is known to wait. */
  token: string | null
  wanted_at: string | null
}

/** What was handed to a platform, each key once. */
export interface ChannelSendTable {
  key: string
  channel: string
  account: string
  address: string
  conversation_id: string
  message_seq: number
  state: string
  sent_at: string
}

/** Running instances that share the record. */
export interface InstanceTable {
  id: string
  /** Past it, it is taken for dead. */
  alive_until: string
}

/** Messages that are still to be taken into the search index. */
export interface SearchBacklogTable {
  conversation_id: string
  seq: number
}

/** Matters for which one ticket is enough. */
export interface TicketKeyTable {
  key: string
  created_at: string
}

/** The last number given out, by what it numbers. */
export interface CounterTable {
  name: string
  value: number
}

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

export interface AttachmentTable {
  id: string
  conversation_id: string
  name: string
  /** MIME type, found in the content. */
  type: string
  /** Bytes. */
  size: number
  /** One driver gives a Buffer, another an ArrayBuffer. */
  content: Uint8Array | ArrayBuffer
  /** Of the message that it was sent with; null: not sent yet. */
  message_seq: number | null
  created_at: string
}

/** Knowledge files as the desk keeps them; at most one of a path is published. */
export interface KnowledgeRevisionTable {
  id: string
  path: string
  content: string
  state: string
  version: number
  author: string
  note: string | null
  ticket_id: string | null
  /** JSON `DraftVerdict`. */
  verdict: string | null
  /** What stood in its place when it was published. */
  content_before: string | null
  published_by: string | null
  published_at: string | null
  created_at: string
  updated_at: string
}

/** What staff said of a ticket when they ended it. */
export interface TicketLabelTable {
  ticket_id: string
  intent: string | null
  /** The bot should have answered it. */
  should_answer: number
  author: string
  created_at: string
}

/** Answers of the bot that are to be judged. */
export interface AnswerSampleTable {
  id: string
  community: string
  /** ISO date of the week's Monday. */
  week: string
  position: number
  conversation_id: string
  /** Of the owner's message that was answered. */
  seq: number
  /** right, wrong; null: not judged yet. */
  verdict: string | null
  note: string | null
  judged_by: string | null
  judged_at: string | null
}

/** Conversations that came from a Botpress bot. */
export interface BotpressConversationTable {
  /** Of the handoff, given by the other side. */
  key: string
  conversation_id: string
  ticket_id: string
  /** Where the other side is told what is said. */
  webhook_id: string
  created_at: string
}

/** What the manager has to know of. */
export interface AlertTable {
  id: string
  community: string
  kind: string
  /** Intent; empty with a blockade. */
  matter: string
  /** ISO date. */
  day: string
  homes: number
  created_at: string
  seen_by: string | null
  seen_at: string | null
}

export interface Schema extends AuditSchema, StaffSchema {
  botpress_conversations: BotpressConversationTable
  attachments: AttachmentTable
  homes: HomeTable
  home_phones: HomePhoneTable
  bills: BillTable
  home_codes: HomeCodeTable
  conversation_homes: ConversationHomeTable
  code_attempts: CodeAttemptTable
  conversations: ConversationTable
  messages: MessageTable
  classifications: ClassificationTable
  tickets: TicketTable
  ticket_notes: TicketNoteTable
  ratings: RatingTable
  work_orders: WorkOrderTable
  work_order_lines: WorkOrderLineTable
  work_order_followers: WorkOrderFollowerTable
  imported_orders: ImportedOrderTable
  work_order_ratings: WorkOrderRatingTable
  work_order_pushes: WorkOrderPushTable
  incidents: IncidentTable
  incident_asks: IncidentAskTable
  status_entries: StatusEntryTable
  status_revisions: StatusRevisionTable
  subscriptions: SubscriptionTable
  outbox: OutboxTable
  instances: InstanceTable
  search_backlog: SearchBacklogTable
  channel_owners: ChannelOwnerTable
  channel_addresses: ChannelAddressTable
  channel_items: ChannelItemTable
  channel_cursors: ChannelCursorTable
  channel_sends: ChannelSendTable
  ticket_keys: TicketKeyTable
  staff_teams: StaffTeamTable
  canned_replies: CannedReplyTable
  alerts: AlertTable
  counters: CounterTable
  knowledge_revisions: KnowledgeRevisionTable
  ticket_labels: TicketLabelTable
  answer_samples: AnswerSampleTable
}

export type Db = Kysely<Schema>
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>

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

export interface RatingTable {
  id: string
  conversation_id: string
  /** 1 to 5. */
  score: number
  comment: string | null
  created_at: string
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
  /** Of the clerk who sends it; null: the owner does. */
  staff_id: string | null
  created_at: string
}

export interface SearchBacklogTable {
  conversation_id: string
  seq: number
}

export interface CounterTable {
  name: string
  value: number
}

/** What was said, and what belongs to it. */
export interface ConversationSchema {
  conversations: ConversationTable
  messages: MessageTable
  classifications: ClassificationTable
  ratings: RatingTable
  attachments: AttachmentTable
  search_backlog: SearchBacklogTable
  counters: CounterTable
}

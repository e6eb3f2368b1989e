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
  /** Why it is not there, `DeliveryReason`. */
  reason: string | null
}

export interface InstanceTable {
  id: string
  /** Past it, it is taken for dead. */
  alive_until: string
}

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

export interface ChannelAddressTable {
  conversation_id: string
  channel: string
  account: string
  address: string
}

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

export interface ChannelCursorTable {
  channel: string
  account: string
  cursor: string
  /** Lets us read on; null when nothing is known to wait. */
  token: string | null
  wanted_at: string | null
}

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

export interface BotpressConversationTable {
  /** Of the handoff, given by the other side. */
  key: string
  conversation_id: string
  ticket_id: string
  /** Where the other side is told what is said. */
  webhook_id: string
  created_at: string
}

export interface BotpressFollowTable {
  /** Of the conversation over there. */
  key: string
  conversation_id: string
  webhook_id: string
  created_at: string
}

/** What is on its way to owners, by which instance and on which platform. */
export interface OutgoingSchema {
  outbox: OutboxTable
  instances: InstanceTable
  channel_owners: ChannelOwnerTable
  channel_addresses: ChannelAddressTable
  channel_items: ChannelItemTable
  channel_cursors: ChannelCursorTable
  channel_sends: ChannelSendTable
  botpress_conversations: BotpressConversationTable
  botpress_follows: BotpressFollowTable
}

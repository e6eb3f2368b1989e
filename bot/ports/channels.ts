import type { ChannelName, Conversation, Home, Locale, Message, Reply } from '../types.ts'
import type { Incoming } from './conversations.ts'

/** Who writes on a platform: `address` is theirs under our `account` there, an openid or an external_userid. */
export interface ChannelOwner {
  channel: ChannelName
  account: string
  address: string
}

/** What a platform sent, kept as it came before anything is made of it. */
export interface NewItem extends ChannelOwner {
  /** The same for what is sent again, and different for everything else. */
  key: string
  /** JSON, which the channel alone reads. */
  body: string
}

/** `message`: what it became already, while its file is still to be fetched. */
export interface KeptItem extends NewItem {
  position: number
  attempts: number
  receivedAt: string
  message?: { conversationId: string; seq: number }
}

export interface OwnerState extends ChannelOwner {
  conversationId: string
  /** When the owner last wrote, and last tapped, followed or scanned; ISO 8601. */
  saidAt?: string
  tappedAt?: string
  /** No longer follows us. */
  leftAt?: string
  /** Lets us greet once, until then. */
  greeting?: { code: string; until: string }
}

/** What an item does, together and once. */
export interface ItemEffect {
  /** For a conversation that has to be begun. */
  community: string
  locale: Locale
  /** The code they scanned is that compound's: from here on they talk about it. */
  bind?: { home: Home }
  saidAt?: string
  tappedAt?: string
  leftAt?: string
  greeting?: { code: string; until: string }
  incoming?: Incoming
  /** The bot says it unasked. */
  says?: Reply[]
  /** What a person of ours said in the platform's own client. */
  staffSaid?: { author: string; text: string }
  rating?: { score: number }
  /** Of a message that we sent and that did not arrive. */
  undelivered?: { key: string }
  /** For the staff who have the open ticket. */
  note?: { author: string; text: string }
  /** Its file could not be fetched yet; tried again then. */
  fetchAgainAt?: string
}

/** `gone`: somebody else did it. */
export type Settled =
  | { kind: 'done'; conversation: Conversation; message?: Message; incoming: boolean }
  | { kind: 'gone' }

/** How many messages a platform takes after the owner has said, or tapped, something. */
export interface SendLimits {
  said: { messages: number; withinMs: number }
  tapped?: { messages: number; withinMs: number }
}

/**
 * `taken`: it counts, and may be sent now. `before`: how sending the same came out earlier.
 * `full`: no more until the owner writes, or until `until`. `closed`: too long since the owner wrote.
 */
export type Room =
  | { kind: 'taken' }
  | { kind: 'before'; state: 'sent' | 'unknown' }
  | { kind: 'full'; until: string }
  | { kind: 'closed' }

/** A part of a message on its way to an owner. */
export interface NewSend {
  key: string
  conversationId: string
  seq: number
}

/** How far an account's messages were read. */
export interface ChannelCursor {
  channel: ChannelName
  account: string
  cursor: string
  /** From the platform's last call, for reading on. */
  token?: string
}

export interface ChannelStore {
  /**
   * Keeps what is new of these; with `read`, together with how far it was read.
   * @returns false when somebody else has read on meanwhile; nothing is kept then
   */
  keep(items: NewItem[], read?: { from: ChannelCursor; to: string; more: boolean }): Promise<boolean>
  /** Notes that there is something to read. */
  want(cursor: Omit<ChannelCursor, 'cursor'>): Promise<void>
  cursor(channel: ChannelName, account: string): Promise<ChannelCursor>
  /** Accounts with something to read. */
  wanted(channel: ChannelName): Promise<string[]>
  /**
   * What is open and due: each owner's first, then each owner's second and so on, each in the order in which they came;
   * so many of each owner at most, where that is given.
   */
  due(channel: ChannelName, limit: number, ofEach?: number): Promise<KeptItem[]>
  owner(owner: ChannelOwner): Promise<OwnerState | undefined>
  /** Undefined for a conversation of another kind. */
  ownerOf(conversationId: string): Promise<OwnerState | undefined>
  /** The conversation of this owner, begun when there is none. */
  conversation(owner: ChannelOwner, begin: { community: string; locale: Locale }): Promise<Conversation>
  /** Does what the item causes, once. */
  settle(position: number, effect: ItemEffect): Promise<Settled>
  /** Of an item whose file was fetched late, or never will be. */
  attach(position: number, attachmentId: string | undefined): Promise<boolean>
  /** Tried in vain. */
  postpone(position: number, until: string): Promise<void>
  /** How many messages the platform still takes for this owner. */
  room(owner: OwnerState, limits: SendLimits): Promise<number>
  /** Counts it before it is sent. */
  take(owner: OwnerState, send: NewSend, limits: SendLimits): Promise<Room>
  /** `back`: it was not taken after all, and does not count. */
  settleSend(key: string, state: 'sent' | 'unknown' | 'back'): Promise<void>
  /** For the staff who have the open ticket, if there is one. */
  note(conversationId: string, note: { author: string; text: string }): Promise<void>
  /** The code for greeting, once. */
  takeGreeting(owner: ChannelOwner): Promise<string | undefined>
}

/** A call from a platform. */
export interface WebhookCall {
  method: 'GET' | 'POST'
  query: Record<string, string>
  body: string
}

export interface WebhookAnswer {
  status: number
  type: 'text/plain' | 'application/xml'
  body: string
}

/** Where a platform calls us. It throws only when the record is away, so that the platform calls again. */
export interface Webhook {
  path: string
  handle(call: WebhookCall): Promise<WebhookAnswer>
}

/** Why a call was refused, for the counter that an operator watches. */
export type Refusal = 'signature' | 'too_old' | 'envelope' | 'account' | 'xml' | 'too_large'

export interface ChannelMetrics {
  refused(channel: ChannelName, reason: Refusal): void
  sent(channel: ChannelName, result: string): void
}

/** A channel that is on. */
export interface Channel {
  webhook: Webhook
  /** Takes up what was kept and not finished; called at the start and again and again. */
  drain(): Promise<void>
}

import type { StatusEntry, Words } from './conversation.ts'
import type { ChannelName, Locale } from './message.ts'
import type { Home } from './understanding.ts'
import type { Urging } from './urging.ts'

/** An entry of the status board as staff keep it. */
export interface BoardEntry extends StatusEntry {
  /** 1, 2, 3…, for compare-and-set. */
  revision: number
}

export type BoardChangeKind = 'seeded' | 'created' | 'edited' | 'step' | 'closed' | 'reopened'

/** One state in which an entry has been. */
export interface BoardRevision {
  revision: number
  /** Name of the member of staff; left out: what the compound's files said. */
  author?: string
  change: BoardChangeKind
  createdAt: string
  entry: StatusEntry
}

/** A conversation's wish to be told when a topic changes. */
export interface Subscription {
  conversationId: string
  community: string
  /** Of the status board. */
  topic: string
  /** As far as the owner had said it; empty: not said, so that every place may be theirs. */
  home: Home
  createdAt: string
}

/**
 * `pending` → `leased` by an instance that sends it → `sent`; `unknown`: it may have arrived, and is not sent twice;
 * `dead`: it cannot be delivered.
 */
export type PushState = 'pending' | 'leased' | 'sent' | 'unknown' | 'dead'

/**
 * What came of handing a push to a channel. `retry`: it surely did not arrive; `impossible`: it never will.
 * `again`: it may have arrived, and the platform knows it by its key, so that it arrives once however often it is sent.
 * `left`: the owner is no longer there. `outside`: the platform lets us write only for a while after the owner did.
 * `waitUntil`: the platform takes no more before this time, unless the owner writes.
 */
export type SendResult =
  | 'sent'
  | 'unknown'
  | 'again'
  | 'retry'
  | 'impossible'
  | 'left'
  | 'outside'
  | { waitUntil: string }

/**
 * Why a message is not with its owner. Still tried: `waits` for the platform to take more, `retrying` after a failure.
 * Given up: `no_channel` is switched on, the owner `left`, `outside` the hours in which the platform lets us write,
 * `refused` by the platform, `attempts` used up. `unsure`: it may have arrived.
 */
export type DeliveryReason =
  | 'waits'
  | 'retrying'
  | 'no_channel'
  | 'left'
  | 'outside'
  | 'refused'
  | 'attempts'
  | 'unsure'

/** How far a message of a conversation is that is not with its owner. */
export interface MessageDelivery {
  /** By which it is sent again. */
  id: number
  /** Of the message. */
  seq: number
  state: Extract<PushState, 'pending' | 'dead' | 'unknown'>
  reason?: DeliveryReason
  /** Times that it was tried. */
  attempts: number
  /** When it is tried next; of a pending one alone. */
  dueAt?: string
}

/** A message on its way to an owner who did not just ask for it. */
export interface Push {
  position: number
  conversationId: string
  cause: string
  state: PushState
  attempts: number
  /** When it may go out; of a leased one, when the lease ends. */
  dueAt: string
}

/** A leased push with what is needed to send it. */
export interface LeasedPush extends Push {
  community: string
  channel: ChannelName
  locale: Locale
  /** It answers, or staff say it: it stands in the conversation already, and waits for nothing. */
  said: boolean
}

/** What staff say of an entry; what is left out stays, `null` takes it away. */
export interface BoardChanges {
  state?: Words
  blockedBy?: Words | null
  nextActor?: Words | null
  announced?: StatusEntry['announced'] | null
  scope?: Home
  log?: NewStep[]
  /** ISO 8601; left out: now. */
  asOf?: string
  staleAfterHours?: number
  /** Left out: the clerk. */
  source?: Words
  closed?: boolean
}

export interface NewBoardEntry extends Omit<BoardChanges, 'closed' | 'state'> {
  community?: string
  topic: string
  state: Words
}

/** A dated line of the log. */
export interface NewStep {
  text: Words
  /** ISO date, not after today; left out: today. */
  day?: string
  /** Left out: the clerk. */
  by?: Words
  source?: Words
  urged?: Urging
  /** Left out: as its words have it. */
  urging?: boolean
}

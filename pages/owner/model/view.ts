import type { Choice, Message, Phone, Stage } from '../../../bot/types.ts'

/** Where the conversation stands, as the server tells it. */
export interface ConversationState {
  stage: Stage
  /** From 1. */
  queuePosition?: number
  expectedWaitMinutes?: number
  /** Name of the clerk who holds it. */
  staff?: string
  /** Somebody answers at this hour. */
  open: boolean
  /** ISO 8601 UTC. */
  opensAt?: string
}

/** What the compound tells everybody. */
export interface PublicCommunity {
  id: string
  name: string
  hours: string
  open: boolean
  opensAt?: string
  /** The one that answers at every hour comes first. */
  phones: Phone[]
  /** What is asked most, for the first screen. */
  starters: Choice[]
}

/** A message of the owner that the server has not confirmed yet. */
export interface Outgoing {
  clientMessageId: string
  text: string
  choice?: string
  /** The last seq that was known when it was written. */
  after: number
  createdAt: string
  sending: boolean
  /** Words for why it failed; empty where there is nothing better to say than that it did. */
  failure?: string
  /** It failed for a reason that passes, so it is tried again when the line is back. */
  passing?: boolean
  /** The instruction that came although the message could not be kept. */
  emergency?: string
}

export interface Typing {
  from: 'bot' | 'staff'
  author?: string
}

/** Everything that the page draws. */
export interface View {
  /** `failed`: nothing could be opened; the reader may try again. */
  phase: 'opening' | 'ready' | 'failed'
  community?: PublicCommunity
  state?: ConversationState
  /** In seq order. */
  messages: Message[]
  outbox: Outgoing[]
  typing?: Typing
  online: boolean
  rating: 'none' | 'asked' | 'thanked'
  /** The conversation of before could not be opened any more. */
  renewed: boolean
}

export const emptyView = (outbox: Outgoing[]): View => ({
  phase: 'opening',
  messages: [],
  outbox,
  online: true,
  rating: 'none',
  renewed: false,
})

import type {
  Attachment,
  ConversationState,
  Home,
  Message,
  PublicCommunity,
  WorkOrderState,
} from '../../../bot/types.ts'

export type { ConversationState, PublicCommunity }

/** A message of the owner that the server has not confirmed yet. */
export interface Outgoing {
  clientMessageId: string
  text: string
  choice?: string
  /** Files that the server has already. */
  attachments?: Attachment[]
  /** The last seq that was known when it was written. */
  after: number
  createdAt: string
  sending: boolean
  /** Words for why it failed; empty where there is nothing better to say than that it did. */
  failure?: string
  /** It failed for a reason that passes, so it is tried again when the line is back. */
  passing?: boolean
  /** The server has said when to come again, and the page does so by itself. */
  goesAgain?: boolean
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
  /** Bound to a home with a code from staff. */
  verified: boolean
  /** The home, as far as it was bound on this visit. */
  home?: Home
  /** By number, as the record has them now. */
  orderStates: Readonly<Record<string, WorkOrderState>>
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
  verified: false,
  orderStates: {},
  messages: [],
  outbox,
  online: true,
  rating: 'none',
  renewed: false,
})

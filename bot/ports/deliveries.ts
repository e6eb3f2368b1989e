import type { ChannelName, DeliveryReason, MessageDelivery, PushState } from '../types.ts'

/** `dead`: given up, it never arrived. `unknown`: it was handed over, and nobody knows whether it arrived. */
export type UndeliveredState = Extract<PushState, 'dead' | 'unknown'>

/** A message that an owner surely or perhaps did not get. */
export interface Undelivered {
  id: number
  state: UndeliveredState
  conversationId: string
  community: string
  channel: ChannelName
  text: string
  /** Times that it was tried. */
  attempts: number
  reason?: DeliveryReason
  createdAt: string
  /** When it was given up. */
  settledAt: string
}

export interface UndeliveredFilter {
  state?: UndeliveredState
  community?: string
  /** Only of these compounds. */
  communities?: readonly string[]
  /** From 1; 50 rows each. */
  page?: number
}

export interface DeliveryStore {
  /** The newest first. */
  list(filter: UndeliveredFilter): Promise<{ deliveries: Undelivered[]; total: number }>
  find(id: number): Promise<Undelivered | undefined>
  /** What of this conversation is not with its owner, in order; what never became a message is left out. */
  ofConversation(conversationId: string): Promise<MessageDelivery[]>
  /** Puts it on its way again, at once and with as many tries as a new one; false when it is not among these. */
  retry(id: number): Promise<boolean>
}

import type { ChannelName, PushState } from '../types.ts'

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
  /** Puts it on its way again, at once and with as many tries as a new one; false when it is not among these. */
  retry(id: number): Promise<boolean>
}

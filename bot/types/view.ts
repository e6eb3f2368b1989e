import type { Stage } from './conversation.ts'
import type { Choice, Phone } from './message.ts'

/** Where a conversation stands, as the owner page shows it. */
export interface ConversationState {
  stage: Stage
  /** From 1. */
  queuePosition?: number
  /** Median of the last claims; left out when the record has too few. */
  expectedWaitMinutes?: number
  /** Name of the clerk who holds it, while staff do. */
  staff?: string
  open: boolean
  /** ISO 8601; while closed. */
  opensAt?: string
}

/** What anybody may know of a compound. */
export interface PublicCommunity {
  id: string
  name: string
  /** In words. */
  hours: string
  open: boolean
  opensAt?: string
  /** The 24-hour number first. */
  phones: Phone[]
  starters: Choice[]
}

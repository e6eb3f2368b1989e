import type { Vouched } from './conversation.ts'

/** That an owner asked about a topic which may be a burst of one and the same trouble. */
export interface BurstAsk {
  /** lift, water, power, heating. */
  topic: string
  /** Empty: the whole compound. */
  building: string
  /** So many conversations within so many minutes are one incident. */
  conversations: number
  minutes: number
  /** The reply gave the staff's answer already. */
  told: boolean
}

/** One trouble that many owners ask about, answered by staff for all of them at once. */
export interface Incident {
  id: string
  community: string
  topic: string
  /** Empty: the whole compound. */
  building: string
  state: 'open' | 'answered' | 'closed'
  openedAt: string
  /** When somebody last asked or answered. */
  updatedAt: string
  /** Conversations that asked. */
  askers: number
  /** `vouched`: for phrases of it that promise something. */
  answer?: { text: string; by: string; at: string; vouched?: Vouched }
  closedAt?: string
}

/** Hours without a question or an answer after which an incident is over by itself. */
export const INCIDENT_HOURS = 12

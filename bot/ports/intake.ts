import type { Classification, IntakeDone, Memory, SpokenChannel } from '../types.ts'
import type { NewTicket } from './conversations.ts'
import type { FileOrder } from './workOrders.ts'

/** What a clerk took down, as it is to be kept. */
export interface NewIntake {
  community: string
  channel: SpokenChannel
  text: string
  /** Among staff: who took it down, and that the owner reads nothing here. */
  note: string
  memory: Memory
  classification: Classification
  ticket?: NewTicket
  workOrder?: FileOrder
  /** Taken down once; `said` tells the same words from others. */
  once?: { key: string; said: string }
}

export interface IntakeStore {
  /**
   * A conversation of its own with what was said, its ticket and its work order, together. The same key with the same
   * words again gives what was opened then; undefined where it came with other words.
   */
  takeDown(intake: NewIntake): Promise<IntakeDone | undefined>
}

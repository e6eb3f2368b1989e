import type { Priority } from '../types.ts'

/** What stands open in the record at this moment, for whoever operates it: numbers alone, nobody's words. */
export interface Figures {
  /** Tickets not resolved. */
  tickets: { stage: 'waiting' | 'staff'; priority: Priority; count: number }[]
  /** Of them, those past their time. */
  overdue: number
  /** ISO 8601 UTC, since when the longest waiting one waits for a person; left out when none does. */
  waitingSince?: string
  /** Messages on their way to platforms, by state; those that arrived are not counted. */
  outbox: { state: 'pending' | 'leased' | 'unknown' | 'dead'; count: number }[]
  /** ISO 8601 UTC, since when the oldest message that is due has not gone out; left out when none is due. */
  dueSince?: string
  /** Owners' messages that are kept and not answered yet. */
  openTurns: number
}

export interface FiguresStore {
  now(): Promise<Figures>
}

import type { Callback, OwedCallback } from '../types.ts'

export interface CallbackStore {
  /** Undefined where there is no such ticket. */
  add(
    ticketId: string,
    callback: { authorId: string; by: string; dueAt: string; matter: string },
  ): Promise<Callback | undefined>
  find(id: string): Promise<Callback | undefined>
  /** What was promised with this ticket, the last one first. */
  ofTicket(ticketId: string): Promise<Callback[]>
  /** The same of several tickets together. */
  ofTickets(ticketIds: readonly string[]): Promise<Callback[]>
  /** Not done yet and due before this time, the longest overdue first; at most 200. */
  owed(filter: { before: string; community?: string; communities?: readonly string[] }): Promise<OwedCallback[]>
  /** The first who did it stays named. */
  done(id: string, by: string, word: string): Promise<Callback | undefined>
}

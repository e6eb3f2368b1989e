/** A clerk told an owner that somebody rings them back by then: a promise of staff, on record with whose it is. */
export interface Callback {
  id: string
  community: string
  ticketId: string
  /** Name of the clerk who promised it. */
  by: string
  /** ISO 8601 UTC. */
  dueAt: string
  /** What it is to be about. */
  matter: string
  createdAt: string
  doneAt?: string
  /** Whoever did it. */
  doneBy?: string
  /** What came of it. */
  doneWord?: string
}

/** With what one has to know to do it. */
export interface OwedCallback extends Callback {
  summary: string
  home?: string
  /** Name of the clerk who holds the ticket. */
  assignee?: string
}

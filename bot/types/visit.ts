/** Hours after something was ended at which somebody else asks whether it held, where the compound says nothing else. */
export const VISIT_HOURS = 48
/** So often nobody was reached: then it is left at that. */
export const VISIT_TRIES = 3

export const VISIT_RESULTS = ['solved', 'not_solved', 'not_reached'] as const
export type VisitResult = (typeof VISIT_RESULTS)[number]

/** `moot`: it was opened again before anybody asked, or something newer is asked about. */
export type VisitState = 'open' | VisitResult | 'moot'

/** Once that somebody asked, or tried to. */
export interface VisitCall {
  /** ISO 8601 UTC. */
  at: string
  /** Name of the member of staff. */
  by: string
  result: VisitResult
  /** 1 to 5, as the owner said. */
  satisfaction?: number
  note?: string
}

/** 回访: whether what was ended is solved in the eyes of the owner. */
export interface Visit {
  id: string
  community: string
  conversationId: string
  /** Number of the work order that was done; left out with a ticket. */
  number?: string
  /** The ticket that was resolved; left out with a work order. */
  ticketId?: string
  /** In the owner's words. */
  matter: string
  /** Intent, where it is known. */
  intent?: string
  /** As it was said. */
  home?: string
  /** Phone, whole: whoever shows it masks it. */
  contact?: string
  /** Name of who ended it, who is not to ask. */
  closedBy: string
  closedAt: string
  state: VisitState
  calls: VisitCall[]
}

/** How return visits of a span of time came out. */
export interface VisitFigures {
  /** Owners who were reached. */
  n: number
  solved: number
  notSolved: number
  /** Given up after several tries. */
  notReached: number
  /** Of those who gave one, 1 to 5. */
  satisfaction: { n: number; average?: number }
}

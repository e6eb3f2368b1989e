export interface VisitTable {
  id: string
  community: string
  conversation_id: string
  /** Of the work order that was done; null with a ticket. */
  order_id: string | null
  /** The ticket that was resolved; null with a work order. */
  ticket_id: string | null
  /** Name of who ended it. */
  closed_by: string
  closed_at: string
  /** open, solved, not_solved, not_reached, moot */
  state: string
}

export interface VisitCallTable {
  id: string
  visit_id: string
  /** Of the visit, so that it goes with the conversation. */
  conversation_id: string
  at: string
  /** Name of the member of staff. */
  author: string
  /** solved, not_solved, not_reached */
  result: string
  /** 1 to 5. */
  satisfaction: number | null
  note: string | null
}

/** Whether what was ended held. */
export interface VisitSchema {
  visits: VisitTable
  visit_calls: VisitCallTable
}

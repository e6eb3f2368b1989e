import type { TicketRow, WorkOrder } from '../types.ts'

export interface LedgerSpan {
  /** ISO 8601 UTC; the second is past it. */
  from: string
  to: string
  community?: string
  /** Of these compounds alone. */
  communities?: readonly string[]
}

/** What was filed and handed over in a span of time, oldest first. */
export interface LedgerStore {
  orders(span: LedgerSpan, limit: number): Promise<WorkOrder[]>
  tickets(span: LedgerSpan, limit: number): Promise<TicketRow[]>
}

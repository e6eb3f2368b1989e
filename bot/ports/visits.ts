import type { Reply, Visit, VisitCall, VisitFigures, WorkOrder } from '../types.ts'
import type { LedgerSpan } from './ledger.ts'
import type { OrderReader } from './workOrders.ts'

/** Of one compound: what was ended up to this time is due. */
export interface VisitsDue {
  community: string
  /** ISO 8601 UTC. */
  endedBy: string
}

export interface VisitFilter {
  /** `coming`: ended since then. */
  list: 'due' | 'coming' | 'done'
  /** The compounds that are looked at. */
  of: VisitsDue[]
  /** From 1; 50 rows each. */
  page?: number
}

/** What an unsolved matter makes of it. */
export interface VisitWords {
  /** To everybody who reported the work order. */
  order(reader: OrderReader, order: WorkOrder): Reply
  /** To the owner of the ticket. */
  ticket: string
  /** Among staff, at the ticket. */
  note: string
  /** When the ticket is to be answered, ISO 8601 UTC. */
  dueAt: string
}

/** `same`: they ended it themselves; `over`: it was asked already, or came to nothing. */
export type VisitRecorded =
  | { kind: 'ok'; visit: Visit; told: string[] }
  | { kind: 'same' }
  | { kind: 'over' }
  | { kind: 'unknown' }

export interface VisitStore {
  /** What was ended first comes first; of `done` the newest. */
  list(filter: VisitFilter): Promise<{ visits: Visit[]; total: number }>
  find(id: string): Promise<Visit | undefined>
  /** Ended in this span, oldest first. */
  ended(span: LedgerSpan, limit: number): Promise<Visit[]>
  /** What came of asking; unsolved, the work order or ticket is open again and its owners are told, in one transaction. */
  record(id: string, call: Omit<VisitCall, 'at'>, words: VisitWords): Promise<VisitRecorded>
  /** By when somebody asked. */
  figures(span: LedgerSpan): Promise<VisitFigures>
}

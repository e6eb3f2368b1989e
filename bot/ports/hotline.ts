import type { HotlineFields, HotlineOrder, Vouched } from '../types.ts'
import type { LedgerSpan } from './ledger.ts'

export interface HotlineFilter {
  state?: HotlineOrder['state']
  community?: string
  /** Of these compounds alone. */
  communities?: readonly string[]
  ticketId?: string
  /** `3-2-501`. */
  home?: string
  /** From 1; 50 rows each. */
  page?: number
}

/** `taken`: the compound has another of this number; `answered`: it can't be changed any more. */
export type HotlineChanged =
  | { kind: 'ok'; hotline: HotlineOrder }
  | { kind: 'taken' }
  | { kind: 'answered' }
  | { kind: 'unknown' }

export interface HotlineStore {
  /** Open ones by deadline, then answered ones, newest first. */
  list(filter: HotlineFilter): Promise<{ orders: HotlineOrder[]; total: number }>
  find(id: string): Promise<HotlineOrder | undefined>
  /** Received in this span, oldest first. */
  received(span: LedgerSpan, limit: number): Promise<HotlineOrder[]>
  take(community: string, fields: HotlineFields, by: string): Promise<HotlineChanged>
  /** `null` takes it away. */
  mend(id: string, fields: { [Name in keyof HotlineFields]?: HotlineFields[Name] | null }): Promise<HotlineChanged>
  /** Once; the managers' alert of it is over with that. */
  answer(id: string, answer: { text: string; by: string; vouched?: Vouched }): Promise<HotlineChanged>
  /** Open ones past their deadline, at most 500. */
  overdue(): Promise<HotlineOrder[]>
}

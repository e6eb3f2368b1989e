import type { Counts, RowError } from './home.ts'
import type { WorkOrderState } from './message.ts'
import type { Home } from './understanding.ts'

/** An order of the system that the company had before, as its export says. */
export interface ImportedOrderFields {
  /** Theirs: W2024-0311. */
  number: string
  /** Left out: a common place. */
  home?: Home
  place?: string
  category?: string
  what?: string
  state: WorkOrderState
  /** The same in the words of their system. */
  stateWords: string
  /** ISO date. */
  openedOn: string
  /** What was done so far. */
  done?: string
  worker?: string
}

export interface ImportedOrder extends ImportedOrderFields {
  community: string
  /** Name of the file that it came from. */
  source: string
  asOf: string
}

/** A file of orders, read and not yet written. */
export interface OrdersFile {
  orders: ImportedOrderFields[]
  errors: RowError[]
  /** Which headers were taken for which field. */
  columns: Partial<Record<OrderColumn, string[]>>
  /** Headers that were not understood. */
  ignored: string[]
  rows: number
}

/** What an import of orders did, or in a dry run would do. */
export interface OrderImportCounts {
  orders: Counts
}

export const ORDER_COLUMNS = [
  'number',
  'category',
  'home',
  'building',
  'unit',
  'room',
  'place',
  'what',
  'state',
  'openedOn',
  'done',
  'worker',
] as const

export type OrderColumn = (typeof ORDER_COLUMNS)[number]
/** Field → header or headers; overrides what is guessed. */
export type OrderMapping = Partial<Record<OrderColumn, string[]>>

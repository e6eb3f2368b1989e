import type { Words } from './conversation.ts'
import type { Home } from './understanding.ts'

/** A part of the building that the law gives a least warranty. */
export type Part =
  | 'roof'
  | 'bathroom'
  | 'outer_wall'
  | 'structure'
  | 'wiring'
  | 'pipes'
  | 'fittings'
  | 'heating'
  | 'cooling'

export type WarrantyTerm =
  | { kind: 'years'; years: number }
  | { kind: 'seasons'; seasons: number }
  | { kind: 'design_life' }

/** One of the two clocks of a warranty. `unclear`: its date, or the season that it counts, is not on record. */
export interface WarrantyClock {
  /** ISO date. */
  from?: string
  /** ISO date; the last day on which it runs. */
  lastDay?: string
  state: 'running' | 'past' | 'unclear'
}

/**
 * What the least terms of the law say. `both_past` needs both dates; one date alone never ends a warranty. None of it
 * stands above the home's own 住宅质量保证书.
 */
export interface WarrantyReckoning {
  part: Part
  term: WarrantyTerm
  /** The builder's, towards the developer, from acceptance. */
  builder: WarrantyClock
  /** The developer's, towards the owner, from the hand-over of the home. */
  developer: WarrantyClock
  verdict: 'running' | 'depends' | 'both_past' | 'design_life'
  /** What the verdict depends on. */
  missing: ('acceptance' | 'handover' | 'season')[]
}

export interface WarrantyInput {
  part: Part
  /** ISO date on which the building's works passed acceptance. */
  acceptedOn?: string
  /** ISO date on which the home was handed over. */
  handedOverOn?: string
  /** The place's heating or cooling season, `MM-DD` both; it may cross the new year. */
  season?: { from: string; to: string }
  /** ISO date in the compound's time zone. */
  today: string
}

/** One charge of a home, in fen (1/100 yuan). */
export interface BillFields {
  /** 物业费, 车位费… as the property system calls it. */
  item: string
  /** `2026-01`, `2026-01/2026-03`, or the system's own words. */
  period: string
  amountFen: number
  paidFen: number
  /** ISO date. */
  dueOn?: string
}

/** What an imported file says of one home; what it leaves out stays as it is. */
export interface HomeFields {
  building: string
  unit?: string
  room: string
  owner?: string
  /** Digits only. Empty: the file says nothing of phones; otherwise these replace the ones on record. */
  phones: string[]
  /** ISO date. */
  handedOverOn?: string
  bills: BillFields[]
}

export interface Bill extends BillFields {
  /** Name of the file that it came from. */
  source: string
  asOf: string
}

/** The record of one home. */
export interface HomeAccount {
  id: string
  community: string
  home: Home
  owner?: string
  phones: string[]
  handedOverOn?: string
  /** Newest period first. */
  bills: Bill[]
}

/** What an import did, or in a dry run would do. */
export interface ImportCounts {
  homes: Counts
  bills: Counts
  /** Conversations that no longer belong to a home, since it changed hands. */
  unbound: number
}

export interface Counts {
  added: number
  changed: number
  unchanged: number
}

/** One thing that is wrong in a file, for the clerk who mends it. */
export interface RowError {
  /** As the spreadsheet numbers it: the first is 1. */
  row: number
  /** The header of the column, as the file has it. */
  column: string
  wrong: Words
  right: Words
}

/** A file of homes, read and not yet written. */
export interface HomesFile {
  homes: HomeFields[]
  errors: RowError[]
  /** Which headers were taken for which field. */
  columns: Partial<Record<HomeColumn, string[]>>
  /** Headers that were not understood. */
  ignored: string[]
  rows: number
}

export const HOME_COLUMNS = [
  'home',
  'building',
  'unit',
  'room',
  'owner',
  'phone',
  'handedOverOn',
  'item',
  'period',
  'amount',
  'paid',
  'owed',
  'dueOn',
] as const

export type HomeColumn = (typeof HOME_COLUMNS)[number]
/** Field → header or headers; overrides what is guessed. */
export type ColumnMapping = Partial<Record<HomeColumn, string[]>>

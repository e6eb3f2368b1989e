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

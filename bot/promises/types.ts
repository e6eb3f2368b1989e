export type PromiseKind = 'date' | 'waiver' | 'amount' | 'guarantee'

/** A piece of an outgoing text that an owner would take as promised. */
export interface Promised {
  /** As it stands in the text. */
  phrase: string
  kind: PromiseKind
  /** UTF-16 offsets into the text. */
  start: number
  end: number
}

export interface PromiseOptions {
  /** Words that records hold and that were filled in; what they cover is no promise of ours. */
  backed?: string[]
  /** What is always on file, such as a compound's facts: the same list each time, which is read once. */
  facts?: readonly string[]
  /** ISO date of today in the compound's time zone. */
  today: string
  /** Folds traditional characters one by one; without it simplified text alone is read. */
  toSimplified?: (text: string) => string
}

/** A phrase with what stands around it in its clause, at most `REACH` characters to either side. */
export interface Context {
  before: string
  phrase: string
  after: string
  today: string
  /** How the next clause begins, after a comma: it may take back what was said. */
  next: string
}

/** Words that promise, and where they don't. Patterns repeat nothing without a bound inside a repetition. */
export interface Rule {
  kind: PromiseKind
  pattern: RegExp
  unless?: (context: Context) => boolean
}

/** Characters around a phrase that decide what it means; English takes more of them for the same words. */
export const REACH = { chinese: 30, english: 60 }

import { recent } from '../recent.ts'
import { ahead } from './ahead.ts'
import { backedSpans, dayIn, priceIn, recordsReader } from './backed.ts'
import { dates } from './dates.ts'
import { english } from './english/index.ts'
import { events } from './events.ts'
import { guarantees } from './guarantees.ts'
import { money } from './money.ts'
import { isTakenBack } from './negation.ts'
import { isOwners, quotedSpans, type Span } from './quotation.ts'
import { type Clause, clausesOf, fold } from './read.ts'
import { spans } from './spans.ts'
import { type Context, type Promised, type PromiseOptions, REACH, type Rule } from './types.ts'

export type { Promised, PromiseKind, PromiseOptions } from './types.ts'

const RULES: Rule[] = [...dates, ...spans, ...events, ...ahead, ...money, ...guarantees, ...english]

/**
 * What a text promises without a record behind it: dates and times ahead, waivers, sums of money, guarantees. Negations,
 * questions, quotations, the owner's own words, the past, office hours and terms of law pass. Time grows in line with
 * the text's length.
 *
 * @example findPromises('明天就能通', { today: '2026-11-25' }) // [{ phrase: '明天', kind: 'date', start: 0, end: 2 }]
 */
export function findPromises(text: string, options: PromiseOptions): Promised[] {
  const { today, facts = [], backed = [], toSimplified = same } = options
  const folded = fold(text, toSimplified)
  const records = recordsReader(toSimplified)(backed, facts, today)
  const passing = [...quotedSpans(folded), ...backedSpans(folded, records.words)]
  const covered = maskOf(folded.length, passing)
  const found = clausesOf(folded).flatMap((clause, at, all) =>
    inClause(clause.text, nextOf(clause, all[at + 1]), today)
      .map((hit) => ({ ...hit, start: clause.start + hit.start, end: clause.start + hit.end }))
      .filter(({ start, end }) => !(covered[start] && covered[end - 1])),
  )
  return apart(found)
    .filter(({ phrase, kind }) => !(kind === 'date' && records.days.has(dayIn(phrase, today) ?? Number.NaN)))
    .filter(({ phrase, kind }) => !(kind === 'amount' && records.prices.has(priceIn(phrase) ?? Number.NaN)))
    .map((promised) => ({ ...promised, phrase: text.slice(promised.start, promised.end) }))
}

const same = (text: string): string => text

/** A one for every character that passes. */
function maskOf(length: number, passing: Span[]): Uint8Array {
  const mask = new Uint8Array(length)
  for (const { start, end } of passing) mask.fill(1, start, end)
  return mask
}

/** Characters of the next clause that are read with this one. */
const NEXT = 24

const nextOf = ({ text }: Clause, next: Clause | undefined): string =>
  next && /[，,]\s?$|[^。！？!?.]$/.test(text) ? next.text.slice(0, NEXT) : ''

/** The bot says few clauses again and again. */
const CLAUSES_KEPT = 4000

/** What one clause promises, wherever it stands; offsets into the clause. */
const inClause = recent(CLAUSES_KEPT, (text: string, next: string, today: string): Promised[] =>
  RULES.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].flatMap((match) => {
      const context = { ...contextOf(text, match.index, match[0], today), next }
      if (rule.unless?.(context) || isTakenBack(context, rule.kind) || isOwners(context)) return []
      return [{ phrase: match[0], kind: rule.kind, start: match.index, end: match.index + match[0].length }]
    }),
  ),
)

function contextOf(text: string, at: number, phrase: string, today: string): Omit<Context, 'next'> {
  const end = at + phrase.length
  const reach = /[a-z]{2}/.test(phrase) ? REACH.english : REACH.chinese
  return { before: text.slice(Math.max(0, at - reach), at), phrase, after: text.slice(end, end + reach), today }
}

/** Of phrases that overlap the first, or the longer, stands for all. */
function apart(found: Promised[]): Promised[] {
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Promised[] = []
  for (const promised of ordered) if (promised.start >= (kept.at(-1)?.end ?? 0)) kept.push(promised)
  return kept
}

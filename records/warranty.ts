import { DateTime } from 'luxon'
import type { Part, WarrantyClock, WarrantyInput, WarrantyReckoning, WarrantyTerm } from '../bot/types.ts'

/** Least terms: 建设工程质量管理条例 (2000-01-30), article 40. */
const TERMS: Record<Part, WarrantyTerm> = {
  roof: { kind: 'years', years: 5 },
  bathroom: { kind: 'years', years: 5 },
  outer_wall: { kind: 'years', years: 5 },
  wiring: { kind: 'years', years: 2 },
  pipes: { kind: 'years', years: 2 },
  fittings: { kind: 'years', years: 2 },
  heating: { kind: 'seasons', seasons: 2 },
  cooling: { kind: 'seasons', seasons: 2 },
  structure: { kind: 'design_life' },
}

/**
 * Reckons the two clocks of a part: the builder's from acceptance (article 40), the developer's from the hand-over of
 * the home (城市房地产开发经营管理条例, article 31). Each by the law's least term, so never more than a hint: the home's
 * 住宅质量保证书 may give longer.
 */
export function reckonWarranty(input: WarrantyInput): WarrantyReckoning {
  const { part, acceptedOn, handedOverOn } = input
  const term = TERMS[part]
  const builder = clockFrom(acceptedOn, term, input)
  const developer = clockFrom(handedOverOn, term, input)
  const verdict = verdictOf(term, builder, developer)
  return { part, term, builder, developer, verdict, missing: verdict === 'depends' ? missingIn(input, term) : [] }
}

function verdictOf(term: WarrantyTerm, builder: WarrantyClock, developer: WarrantyClock): WarrantyReckoning['verdict'] {
  if (term.kind === 'design_life') return 'design_life'
  if (developer.state === 'running') return 'running'
  // A home is handed over after acceptance, so the developer's clock stops no sooner than the builder's.
  if (builder.state === 'running' && !developer.from) return 'running'
  const inOrder = builder.from && developer.from && builder.from <= developer.from
  return inOrder && builder.state === 'past' && developer.state === 'past' ? 'both_past' : 'depends'
}

function missingIn({ acceptedOn, handedOverOn, season }: WarrantyInput, term: WarrantyTerm) {
  const missing: WarrantyReckoning['missing'] = []
  if (!isDay(acceptedOn)) missing.push('acceptance')
  if (!isDay(handedOverOn)) missing.push('handover')
  if (term.kind === 'seasons' && !season) missing.push('season')
  return missing
}

function clockFrom(from: string | undefined, term: WarrantyTerm, { season, today }: WarrantyInput): WarrantyClock {
  if (!isDay(from)) return { state: 'unclear' }
  if (term.kind === 'design_life') return { from, state: 'running' }
  if (term.kind === 'years') return stopped(from, lastDayOfYears(from, term.years), today)
  if (!season) return { from, state: 'unclear' }
  const { certain, latest } = lastDaysOfSeasons(from, term.seasons, season)
  if (certain === latest) return stopped(from, latest, today)
  return { from, state: today <= certain ? 'running' : today > latest ? 'past' : 'unclear' }
}

const stopped = (from: string, lastDay: string, today: string): WarrantyClock => ({
  from,
  lastDay,
  state: today <= lastDay ? 'running' : 'past',
})

/**
 * The first day isn't counted and the last is the same day of the month, or the month's last day where there is none
 * (民法典 §201, 202): five years from 29 February 2020 last until 28 February 2025. That a period ending on a holiday
 * runs on to the next day (§203) is left to people.
 */
const lastDayOfYears = (from: string, years: number): string => iso(DateTime.fromISO(from, UTC).plus({ years }))

/**
 * A season under way on the first day may count as the first or not, as the guarantee says: `certain` counts it,
 * `latest` doesn't.
 */
function lastDaysOfSeasons(
  from: string,
  count: number,
  season: { from: string; to: string },
): { certain: string; latest: string } {
  const crosses = season.to < season.from
  let year = Number(from.slice(0, 4))
  while (`${year}-${season.to}` < from) year++
  const start = `${crosses ? year - 1 : year}-${season.from}`
  const end = (after: number): string => `${year + after}-${season.to}`
  const underWay = start < from
  return { certain: end(count - 1), latest: end(underWay ? count : count - 1) }
}

const UTC = { zone: 'utc' }
const iso = (day: DateTime): string => day.toISODate() ?? ''

function isDay(day: string | undefined): day is string {
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && DateTime.fromISO(day, UTC).isValid
}

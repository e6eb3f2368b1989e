import { DateTime } from 'luxon'
import type { Community } from './types.ts'

/** Days that are looked through for the next opening: longer than the longest holiday. */
const HORIZON_DAYS = 21
const MINUTE_MS = 60_000

/** A day of a compound's calendar, in milliseconds since 1970. */
interface Day {
  iso: string
  from: number
  to: number
  /** In which the office is open. */
  spans: { from: number; to: number }[]
}

/** Three weeks and some, so that none of them is reckoned twice. */
const DAYS_KEPT = 64
const keptDays = new WeakMap<Community, Day[]>()

/** The day there that `at` falls into. Each turn asks for it several times, and the calendar's arithmetic is slow. */
function dayAt(community: Community, at: number): Day {
  const kept = keptDays.get(community) ?? []
  keptDays.set(community, kept)
  const known = kept.find(({ from, to }) => at >= from && at < to)
  if (known) return known
  const start = inZone(community, new Date(at)).startOf('day')
  const [from, to] = [start.toMillis(), start.plus({ days: 1 }).toMillis()]
  const day = { iso: start.toFormat('yyyy-MM-dd'), from, to, spans: spansOf(community, start) }
  if (kept.length >= DAYS_KEPT) kept.shift()
  kept.push(day)
  return day
}

/** What is left of the open hours from `at` on, as far as is looked. */
function* openSpans(community: Community, at: number): Generator<{ from: number; to: number }> {
  let day = dayAt(community, at)
  for (let days = 0; days <= HORIZON_DAYS; days++) {
    for (const { from, to } of day.spans) if (to > at) yield { from: Math.max(from, at), to }
    day = dayAt(community, day.to)
  }
}

/** True inside the compound's office hours, by its own time zone, holidays and 调休 workdays. */
export function isOpen(community: Community, at: Date): boolean {
  const now = at.getTime()
  return dayAt(community, now).spans.some(({ from, to }) => now >= from && now < to)
}

/** The next moment at which the office is open; `at` itself when it is open. Undefined beyond three weeks. */
export function opensAt(community: Community, at: Date): Date | undefined {
  for (const { from } of openSpans(community, at.getTime())) return new Date(from)
  return undefined
}

/** The moment after so many minutes of open hours. */
export function addOpenMinutes(community: Community, minutes: number, at: Date): Date {
  let left = minutes * MINUTE_MS
  for (const { from, to } of openSpans(community, at.getTime())) {
    if (left <= to - from) return new Date(from + left)
    left -= to - from
  }
  // An office that never opens still gets a due time, so that the ticket shows as overdue.
  return new Date(at.getTime() + minutes * MINUTE_MS)
}

/** When the quiet hours end that `at` falls into; `at` itself outside of them. */
export function mayDisturbAt(community: Community, at: Date): Date {
  const local = inZone(community, at)
  const [from = '', to = ''] = community.quietHours.split('-')
  const today = { from: atClock(local, from), to: atClock(local, to) }
  const overnight = today.from > today.to
  const quiet = overnight ? local >= today.from || local < today.to : local >= today.from && local < today.to
  if (!quiet) return at
  return (overnight && local >= today.from ? atClock(local.plus({ days: 1 }), to) : today.to).toJSDate()
}

/** 今天 9:10, 明天 8:30, 9月2日 9:10; `today at 9:10`, `2 Sep, 9:10`. */
export function formatTime(community: Community, english: boolean, when: Date, at: Date): string {
  const local = inZone(community, when)
  const days = local.startOf('day').diff(inZone(community, at).startOf('day'), 'days').days
  const clock = local.toFormat('H:mm')
  const near = english
    ? { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }
    : { '-1': '昨天', '0': '今天', '1': '明天' }
  const word = near[String(Math.round(days)) as keyof typeof near]
  if (word) return english ? `${word} at ${clock}` : `${word} ${clock}`
  return english ? `${local.toFormat('d LLL')}, ${clock}` : `${local.toFormat('M月d日')} ${clock}`
}

/** The ISO date that it is there. */
export const formatIsoDay = (community: Community, at: Date): string => dayAt(community, at.getTime()).iso

/** 9月2日, `2 Sep`; with the year when it isn't this one. */
export function formatDay(community: Community, english: boolean, day: string, at: Date): string {
  const date = DateTime.fromISO(day, { zone: community.timezone })
  const sameYear = date.year === inZone(community, at).year
  if (english) return date.setLocale('en').toFormat(sameYear ? 'd LLL' : 'd LLL yyyy')
  return date.toFormat(sameYear ? 'M月d日' : 'yyyy年M月d日')
}

function spansOf(community: Community, day: DateTime): Day['spans'] {
  const { week, holidays, workdays } = community.hours
  const iso = day.toISODate() ?? ''
  const special = workdays.find((workday) => workday.day === iso)
  const closed = holidays.some((holiday) => holiday.from <= iso && iso <= holiday.to)
  const spans = special ? special.hours : closed ? [] : (week[day.weekday - 1] ?? [])
  return spans.map((span) => {
    const [from = '', to = ''] = span.split('-')
    return { from: atClock(day, from).toMillis(), to: atClock(day, to).toMillis() }
  })
}

function atClock(day: DateTime, clock: string): DateTime {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return day.startOf('day').set({ hour, minute })
}

const inZone = (community: Community, at: Date): DateTime => DateTime.fromJSDate(at, { zone: community.timezone })

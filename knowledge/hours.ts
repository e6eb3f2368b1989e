import { DateTime } from 'luxon'
import type { Community } from './types.ts'

/** Days that are looked through for the next opening: longer than the longest holiday. */
const HORIZON_DAYS = 21

/** True inside the compound's office hours, by its own time zone, holidays and 调休 workdays. */
export function isOpen(community: Community, at: Date): boolean {
  const local = inZone(community, at)
  return spansOf(community, local).some(({ from, to }) => local >= from && local < to)
}

/** The next moment at which the office is open; `at` itself when it is open. Undefined beyond three weeks. */
export function opensAt(community: Community, at: Date): Date | undefined {
  const local = inZone(community, at)
  for (let days = 0; days <= HORIZON_DAYS; days++)
    for (const { from, to } of spansOf(community, local.plus({ days }).startOf('day')))
      if (to > local) return DateTime.max(from, local).toJSDate()
  return undefined
}

/** The moment after so many minutes of open hours. */
export function addOpenMinutes(community: Community, minutes: number, at: Date): Date {
  const local = inZone(community, at)
  let left = minutes
  for (let days = 0; days <= HORIZON_DAYS; days++)
    for (const span of spansOf(community, local.plus({ days }).startOf('day'))) {
      const from = DateTime.max(span.from, local)
      const open = span.to.diff(from, 'minutes').minutes
      if (open <= 0) continue
      if (left <= open) return from.plus({ minutes: left }).toJSDate()
      left -= open
    }
  // An office that never opens still gets a due time, so that the ticket shows as overdue.
  return local.plus({ minutes }).toJSDate()
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
export const formatIsoDay = (community: Community, at: Date): string => inZone(community, at).toFormat('yyyy-MM-dd')

/** 9月2日, `2 Sep`; with the year when it isn't this one. */
export function formatDay(community: Community, english: boolean, day: string, at: Date): string {
  const date = DateTime.fromISO(day, { zone: community.timezone })
  const sameYear = date.year === inZone(community, at).year
  if (english) return date.setLocale('en').toFormat(sameYear ? 'd LLL' : 'd LLL yyyy')
  return date.toFormat(sameYear ? 'M月d日' : 'yyyy年M月d日')
}

function spansOf(community: Community, day: DateTime): { from: DateTime; to: DateTime }[] {
  const { week, holidays, workdays } = community.hours
  const iso = day.toISODate() ?? ''
  const special = workdays.find((workday) => workday.day === iso)
  const closed = holidays.some((holiday) => holiday.from <= iso && iso <= holiday.to)
  const spans = special ? special.hours : closed ? [] : (week[day.weekday - 1] ?? [])
  return spans.map((span) => {
    const [from = '', to = ''] = span.split('-')
    return { from: atClock(day, from), to: atClock(day, to) }
  })
}

function atClock(day: DateTime, clock: string): DateTime {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return day.startOf('day').set({ hour, minute })
}

const inZone = (community: Community, at: Date): DateTime => DateTime.fromJSDate(at, { zone: community.timezone })

/** Which days of a place are none of work, and which weekends are. */
export interface WorkCalendar {
  holidays: readonly { from: string; to: string }[]
  /** 调休: worked, though a weekend. */
  workdays: readonly { day: string }[]
}

const DAY_MS = 24 * 3_600_000
const SATURDAY = 6
const SUNDAY = 0

/**
 * The n-th working day after a day, which itself does not count: Monday to Friday without public holidays, and weekends
 * that are worked in their place.
 *
 * @param day ISO date
 * @returns ISO date, and whether the calendar knows the holidays of every year that was counted in
 */
export function workingDayAfter(day: string, count: number, calendar: WorkCalendar): { day: string; sure: boolean } {
  let at = day
  for (let left = count; left > 0; ) {
    at = dayAfter(at)
    if (isWorked(at, calendar)) left--
  }
  const years = new Set([day.slice(0, 4), at.slice(0, 4)])
  return { day: at, sure: [...years].every((year) => knows(calendar, year)) }
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

function isWorked(day: string, { holidays, workdays }: WorkCalendar): boolean {
  if (workdays.some((worked) => worked.day === day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === SATURDAY || weekday === SUNDAY) return false
  return !holidays.some(({ from, to }) => from <= day && day <= to)
}

const knows = ({ holidays }: WorkCalendar, year: string): boolean =>
  holidays.some(({ from, to }) => from.startsWith(year) || to.startsWith(year))

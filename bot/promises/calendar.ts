const DAY_MS = 86_400_000
const HALF_YEAR_DAYS = 183
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const DIGITS = '零一二三四五六七八九'

/** 3, 三, 十二, 二十五; undefined for anything else. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  if (!parts || !text) return undefined
  const [, tens = '', ten = '', ones = ''] = parts
  if (!ten) return ones || tens ? DIGITS.indexOf(tens || ones) : undefined
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

export const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1

/**
 * Days from today to this day, negative for one that is past. Without a year the nearest such day is meant: in
 * November “1月5日” is ahead and “9月2日” is past.
 */
export function daysAhead(today: string, month: number, day: number, year?: number): number {
  const now = Date.parse(today)
  const at = (of: number) => Math.round((Date.UTC(of, month - 1, day) - now) / DAY_MS)
  if (year !== undefined) return at(year)
  const thisYear = new Date(now).getUTCFullYear()
  const days = at(thisYear)
  if (days > HALF_YEAR_DAYS) return at(thisYear - 1)
  return days < -HALF_YEAR_DAYS ? at(thisYear + 1) : days
}

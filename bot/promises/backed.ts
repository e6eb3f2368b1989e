import { daysAhead, numberOf } from './calendar.ts'
import type { Span } from './quotation.ts'

/** Where the words of records stand in the text. */
export function backedSpans(text: string, backed: string[]): Span[] {
  return backed.flatMap((words) => occurrences(text, words.trim()))
}

function occurrences(text: string, words: string): Span[] {
  const spans: Span[] = []
  if (!words) return spans
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    spans.push({ start: at, end: at + words.length })
  return spans
}

/** The same calendar day in other words: 10月15号 for 10月15日. Undefined when the phrase names no whole day. */
export function dayIn(phrase: string, today: string): number | undefined {
  const parts =
    /(?:(\d{4})\s?年\s?)?([\d一二三四五六七八九十]{1,3})\s?月\s?([\d一二三四五六七八九十]{1,3})\s?[日号]|(\d{4})-(\d\d)-(\d\d)/.exec(
      phrase,
    )
  const [year, month, day] = [parts?.[1] ?? parts?.[4], parts?.[2] ?? parts?.[5], parts?.[3] ?? parts?.[6]]
  const [m, d] = [numberOf(month ?? ''), numberOf(day ?? '')]
  return m && d ? daysAhead(today, m, d, year ? Number(year) : undefined) : undefined
}

const PRICE = /^\s?([\d.]{1,9})\s?(?:元|块钱?|yuan|rmb)$/
const PRICES = /([\d.]{1,9})\s?(?:元|yuan)/g

/** A bare price, as a number of yuan; undefined where something is given or cut by it. */
export const priceIn = (phrase: string): number | undefined => {
  const price = PRICE.exec(phrase)?.[1]
  return price === undefined ? undefined : Number(price)
}

/** The prices that records name. */
export const pricesOf = (backed: string[]): Set<number> =>
  new Set(backed.flatMap((words) => [...words.matchAll(PRICES)].map((match) => Number(match[1]))))

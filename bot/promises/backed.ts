import { recent } from '../recent.ts'
import { daysAhead, numberOf } from './calendar.ts'
import type { Span } from './quotation.ts'
import { fold } from './read.ts'

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

interface CalendarDay {
  year?: number
  month: number
  day: number
}

function calendarDayIn(phrase: string): CalendarDay | undefined {
  const parts =
    /(?:(\d{4})\s?年\s?)?([\d一二三四五六七八九十]{1,3})\s?月\s?([\d一二三四五六七八九十]{1,3})\s?[日号]|(\d{4})-(\d\d)-(\d\d)/.exec(
      phrase,
    )
  const year = parts?.[1] ?? parts?.[4]
  const [month, day] = [numberOf(parts?.[2] ?? parts?.[5] ?? ''), numberOf(parts?.[3] ?? parts?.[6] ?? '')]
  return month && day ? { month, day, ...(year ? { year: Number(year) } : {}) } : undefined
}

const aheadOf = (today: string, { year, month, day }: CalendarDay): number => daysAhead(today, month, day, year)

/** The same calendar day in other words: 10月15号 for 10月15日. Undefined when the phrase names no whole day. */
export function dayIn(phrase: string, today: string): number | undefined {
  const day = calendarDayIn(phrase)
  return day && aheadOf(today, day)
}

const PRICE = /^\s?([\d.]{1,9})\s?(?:元|块钱?|yuan|rmb)$/
const PRICES = /([\d.]{1,9})\s?(?:元|yuan)/g

/** A bare price, as a number of yuan; undefined where something is given or cut by it. */
export const priceIn = (phrase: string): number | undefined => {
  const price = PRICE.exec(phrase)?.[1]
  return price === undefined ? undefined : Number(price)
}

/** What records back: their words as the rules read them, and the days and prices that they name. */
export interface Records {
  words: string[]
  days: Set<number>
  prices: Set<number>
}

/** Of words that records lend to single texts. */
const WORDS_KEPT = 1000

type ReadRecords = (backed: readonly string[], facts: readonly string[], today: string) => Records

const readers = new WeakMap<(text: string) => string, ReadRecords>()

/** Reads what backs a text. */
export function recordsReader(toSimplified: (text: string) => string): ReadRecords {
  const known = readers.get(toSimplified)
  if (known) return known
  const read = recent(WORDS_KEPT, (given: string) => wordsOf(given, toSimplified))
  const ofFacts = new WeakMap<readonly string[], { today: string; records: Records }>()
  const reader: ReadRecords = (backed, facts, today) => {
    let kept = ofFacts.get(facts)
    if (kept?.today !== today) {
      kept = {
        today,
        records: recordsOf(
          facts.map((fact) => wordsOf(fact, toSimplified)),
          today,
        ),
      }
      ofFacts.set(facts, kept)
    }
    return joined(
      kept.records,
      recordsOf(
        backed.map((words) => read(words)),
        today,
      ),
    )
  }
  readers.set(toSimplified, reader)
  return reader
}

interface Words {
  words: string
  day: CalendarDay | undefined
  prices: number[]
}

function wordsOf(given: string, toSimplified: (text: string) => string): Words {
  const words = fold(given, toSimplified)
  return { words, day: calendarDayIn(words), prices: [...words.matchAll(PRICES)].map((match) => Number(match[1])) }
}

const recordsOf = (all: Words[], today: string): Records => ({
  words: all.map(({ words }) => words),
  days: new Set(all.flatMap(({ day }) => (day ? [aheadOf(today, day)] : []))),
  prices: new Set(all.flatMap(({ prices }) => prices)),
})

function joined(facts: Records, own: Records): Records {
  if (own.words.length === 0) return facts
  return {
    words: [...facts.words, ...own.words],
    days: new Set([...facts.days, ...own.days]),
    prices: new Set([...facts.prices, ...own.prices]),
  }
}

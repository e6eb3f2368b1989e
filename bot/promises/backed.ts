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
    /(?:(\d{4})\s?[年/-]\s?)?([\d一二三四五六七八九十]{1,3})\s?[月/-]\s?([\d一二三四五六七八九十]{1,3})\s?[日号]?/.exec(
      phrase,
    )
  const [month, day] = [numberOf(parts?.[2] ?? ''), numberOf(parts?.[3] ?? '')]
  return month && day ? daysAhead(today, month, day, parts?.[1] ? Number(parts[1]) : undefined) : undefined
}

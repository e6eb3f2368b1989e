export interface PhoneSpan {
  /** Digits only, without the country's 86. */
  digits: string
  start: number
  end: number
}

const MOBILE =
  /(?<![\d.])(?:\+?86[-\s]?)?(1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|1[3-9]\d{2}[-\s]\d{3}[-\s]\d{4})(?!\d|[xX]\b)/g
const LAND_LINE = /(?<![\d.])\(?(0(?:10|2\d|[3-9]\d{2}))\)?[-\s]?([2-8]\d{6,7})(?!\d)/g
/** Without an area code it is a phone only where the owner says so. */
const CALLED_PHONE = /(?:电话|座机|号码|联系方式|tel|phone|call)[^\d\n]{0,6}([2-8]\d{2,3}[-\s]?\d{4})(?!\d)/gi
const SPOKEN =
  /(?<![零〇一二三四五六七八九幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九幺])/g
const SPOKEN_DIGITS = '零一二三四五六七八九'

/** All phone numbers of the text, which is folded in place; never part of a longer number such as an ID. */
export function phoneSpans(text: string): PhoneSpan[] {
  const spans = [
    ...[...text.matchAll(MOBILE)].map((match) => spanOf(match, match[1]!)),
    ...[...text.matchAll(LAND_LINE)].map((match) => spanOf(match, match[1]! + match[2]!)),
    ...[...text.matchAll(CALLED_PHONE)].map((match) => spanOf(match, match[1]!)),
    ...[...text.matchAll(SPOKEN)].map((match) => spanOf(match, spoken(match[0]))),
  ].sort((a, b) => a.start - b.start)
  return spans.filter((span, at) => at === 0 || span.start >= spans[at - 1]!.end)
}

function spanOf(match: RegExpExecArray | RegExpMatchArray, written: string): PhoneSpan {
  const end = (match.index ?? 0) + match[0].length
  const start = match[0].startsWith('(') || /^[\d+一幺]/.test(match[0]) ? (match.index ?? 0) : end - written.length
  return { digits: written.replace(/\D/g, ''), start, end }
}

function spoken(written: string): string {
  return [...written.replaceAll('幺', '一').replaceAll('〇', '零')].map((sign) => SPOKEN_DIGITS.indexOf(sign)).join('')
}

import { homeSpans } from './home.ts'
import { foldInPlace } from './inPlace.ts'
import { phoneSpans } from './phone.ts'
import { plateSpans } from './plate.ts'

/** A number, and the text that leads up to it. */
export interface NumberInText {
  digits: string
  before: string
}

interface Hidden {
  start: number
  end: number
  shown: string
}

/** Identity cards (18 signs, old ones 15), bank cards and any other long number. */
const LONG_NUMBER = /(?<!\d)\d{14,19}[xX]?(?!\d)|(?<!\d)(?:\d{4}[ -]){3,4}\d{1,4}(?!\d)/g

/** The text without what tells who somebody is, for logs: 138****5678, 330***********1234, 粤B***45, 3栋***. */
export function maskPersonal(text: string): string {
  const folded = foldInPlace(text)
  return replaceAll(text, [...numbersIn(folded), ...homesIn(folded)])
}

/**
 * The same, but with the places left: for staff, who have to know where something is. A number of which `stays` says so
 * is nobody's own, and is left too.
 */
export function maskNumbers(text: string, stays: (number: NumberInText) => boolean = () => false): string {
  const folded = foldInPlace(text)
  const own = numbersIn(folded).filter(({ digits, start }) => !stays({ digits, before: folded.slice(0, start) }))
  return replaceAll(text, own)
}

const homesIn = (folded: string): Hidden[] =>
  homeSpans(folded)
    .filter(({ home }) => home.unit ?? home.room)
    .map(({ home, ...span }) => ({ ...span, shown: home.building ? `${home.building}栋***` : '***' }))

const numbersIn = (folded: string): (Hidden & { digits: string })[] => [
  ...[...folded.matchAll(LONG_NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    shown: middleHidden(match[0].replace(/[ -]/g, ''), 3, 4),
    digits: match[0].replace(/[ -]/g, ''),
  })),
  ...phoneSpans(folded).map(({ digits, ...span }) => ({ ...span, shown: middleHidden(digits, 3, 4), digits })),
  ...plateSpans(folded).map(({ plate, ...span }) => ({ ...span, shown: middleHidden(plate, 2, 2), digits: plate })),
]

function middleHidden(value: string, first: number, last: number): string {
  return value.slice(0, first) + '*'.repeat(Math.max(0, value.length - first - last)) + value.slice(-last)
}

/** Of overlapping spans the first, of two at one place the longest is replaced. */
function replaceAll(text: string, hidden: Hidden[]): string {
  let result = ''
  let at = 0
  for (const { start, end, shown } of hidden.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    result += text.slice(at, start) + shown
    at = end
  }
  return result + text.slice(at)
}

import { signFinder, signsOf } from './signs.ts'

/** One idea and the words for it, as a pattern that is searched for without nested repetition. */
export type Concept = RegExp

interface Span {
  start: number
  end: number
}

const compiled = new WeakMap<TemplateStringsArray, Concept>()
/** Whether a text may hold a concept's words at all. */
const finders = new WeakMap<Concept, (text: string) => boolean>()

/**
 * A concept from words that are parted by “、” or a new line. A word may be a small pattern (`[到着]`, `.{0,4}`)
 * without open-ended repetition; one that begins with a Latin letter matches whole words alone. Compiled once for
 * each place in the code, so what is put in must be constant.
 *
 * @example concept`煤气、瓦斯、gas`
 */
export function concept(words: TemplateStringsArray, ...parts: string[]): Concept {
  const known = compiled.get(words)
  if (known) return known
  const patterns = String.raw(words, ...parts)
    .split(/[、\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => (/^(?:\(\?:)?[a-z]/.test(word) ? `\\b(?:${word})\\b` : word))
  // Without `u`, which makes such long lists half as fast again; no class here holds a sign beyond 16 bits.
  const pattern = new RegExp(patterns.join('|'), 'g')
  const signs = signsOf(pattern.source)
  if (signs) finders.set(pattern, signFinder(signs))
  compiled.set(words, pattern)
  return pattern
}

/** One of these wordings, a line each, as a pattern to be built into others. */
export function oneOf(wordings: TemplateStringsArray): string {
  const lines = String.raw(wordings).split('\n')
  return `(?:${lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('|')})`
}

/** Whether the words of the concept occur, whatever is said about them. */
export function mentions(text: string, words: Concept): boolean {
  return read(text, words).spans.length > 0
}

/** The text with these words taken out, so that what looks alike is not read as the thing itself. */
export function without(text: string, words: Concept): string {
  return text.replace(words, '◦')
}

const PUNCTUATION = /[,.!?;:，。！？；：、~…\n]/
const DENIED =
  /(?:(?<!有)没有?(?:人|发生|什么|任何|再|闻到|看到|看见|见)?|(?<!是)不是(?:因为|说|现在)?|并非|不会|(?<!一)会|(?<![在刚])等|现在没|未|勿|免得|以免|不要|不可能|不在)$/u
const FEARED =
  /(?:(?<![恐好很害])怕(?!是|不是)|(?:好|很|害|最)怕(?=.{0,3}$)|担心|(?<!不)小心|当心|容易|早晚|迟早|会不会|可能会|差点|差一步|险些|差一点|防止|预防|避免|以防|哪天|非要等|要等|是不是等|就等|严禁|禁止|不准).{0,9}$/u
const DENIED_EN =
  /\b(?:no|not|nobody(?: is|'s)?|no one(?: is|'s)?|without|isn't|wasn't|never|don't|didn't|doesn't)(?: (?:a|an|any|the|smell|see))?\s?$/
const FEARED_EN = /\b(?:nearly|almost|afraid|worried|risk of|in case|danger of)\b.{0,25}$/

/** Whether what starts here is denied or only feared by the words before it in the same clause. */
function isUnreal(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const clause = before.split(PUNCTUATION).at(-1) ?? ''
  const words = clause.split(/(?<=[^ -~]) | (?=[^ -~])/).at(-1) ?? ''
  return DENIED.test(words) || FEARED.test(words) || DENIED_EN.test(clause) || FEARED_EN.test(clause)
}

interface Reading {
  text: string
  spans: Span[]
  /** Those neither denied nor only feared, once they were asked for. */
  real?: Span[]
}

/** Many rules ask the same text for the same words, and tone asks all of them again. */
const lastReadings = new WeakMap<Concept, Reading>()

const NOTHING: Reading = { text: '', spans: [] }

function read(text: string, words: Concept): Reading {
  const last = lastReadings.get(words)
  if (last?.text === text) return last
  if (finders.get(words)?.(text) === false) return NOTHING
  const spans: Span[] = []
  for (const match of text.matchAll(words)) spans.push({ start: match.index, end: match.index + match[0].length })
  const reading = { text, spans }
  lastReadings.set(words, reading)
  return reading
}

function realSpans(text: string, words: Concept): Span[] {
  const reading = read(text, words)
  reading.real ??= reading.spans.filter((span) => !isUnreal(text, span.start))
  return reading.real
}

/** Whether the concept is told of as real: neither denied nor only feared. */
export function tells(text: string, words: Concept): boolean {
  return realSpans(text, words).length > 0
}

const CHINESE = /[一-鿿]/
/** An English word takes as many letters as a thought takes Chinese characters. */
const LATIN_REACH = 2.5

/** Whether both occur as real, in either order, with at most `gap` characters between them. */
export function near(text: string, a: Concept, b: Concept, gap: number): boolean {
  return realSpans(text, a).length > 0 && (follows(text, a, b, gap) || follows(text, b, a, gap))
}

/** Whether `second` occurs at most `gap` characters after `first`, both told of as real. */
export function follows(text: string, first: Concept, second: Concept, gap: number): boolean {
  const ends = realSpans(text, first)
  if (ends.length === 0) return false
  const starts = realSpans(text, second)
  const reach = CHINESE.test(text) ? gap : gap * LATIN_REACH
  let at = 0
  for (const { end } of ends) {
    while (at < starts.length && starts[at]!.start < end) at++
    if (at < starts.length && starts[at]!.start - end <= reach) return true
  }
  return false
}

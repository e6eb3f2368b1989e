/** A piece of a text: words that are seen as they are, or signs that are not. */
export type SaidPart = { kind: 'words'; text: string } | Signs

interface Signs {
  kind: 'signs'
  text: string
  /** U+202E, or U+200B ×12 where many stand in a row. */
  code: string
  sign: SignName
}

/** As the catalogue names them: what has no name of its own is one of the last three. */
export type SignName = (typeof NAMED)[number] | 'tag' | 'control' | 'other'

const NAMED = [
  '00ad',
  '061c',
  '200b',
  '200c',
  '200d',
  '200e',
  '200f',
  '202a',
  '202b',
  '202c',
  '202d',
  '202e',
  '2060',
  '2066',
  '2067',
  '2068',
  '2069',
  'feff',
] as const

/** Variation selectors are marks: they choose how the sign before them looks, and are left out. */
const UNSEEN = /(?!\p{Mn})[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu
const JOINERS = ['\u200c', '\u200d']
/** Between these a joiner is part of how a picture of several or a word is written: a family, Persian, Hindi. */
const JOINED =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Mongolian}/u

/** Finds what a reader would not see: signs that turn the direction, hide, or control. Put together it is the text. */
export function signsIn(text: string): SaidPart[] {
  const parts: SaidPart[] = []
  let done = 0
  for (const { 0: sign, index } of text.matchAll(UNSEEN)) {
    if (isPlain(text, sign, index)) continue
    if (index > done) parts.push({ kind: 'words', text: text.slice(done, index) })
    addSign(parts, sign)
    done = index + sign.length
  }
  if (done < text.length) parts.push({ kind: 'words', text: text.slice(done) })
  return parts
}

/** The same in one line of words, for titles: 账单[U+202E]gnp.pdf. */
export const withSigns = (text: string): string =>
  signsIn(text)
    .map((part) => (part.kind === 'words' ? part.text : `[${part.code}]`))
    .join('')

function isPlain(text: string, sign: string, index: number): boolean {
  if (sign === '\n' || sign === '\t' || sign === '\r') return true
  if (!JOINERS.includes(sign)) return false
  const before = text.codePointAt(index - (isLowSurrogate(text, index - 1) ? 2 : 1))
  const after = text.codePointAt(index + 1)
  return [before, after].every((code) => code !== undefined && JOINED.test(String.fromCodePoint(code)))
}

const isLowSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00

/** Many of one kind in a row are one mark. */
function addSign(parts: SaidPart[], text: string): void {
  const sign = nameOf(text)
  const last = parts.at(-1)
  if (last?.kind === 'signs' && last.sign === sign && (sign === 'tag' || last.text.startsWith(text))) {
    last.text += text
    last.code = `${last.code.split(' ')[0]} ×${last.text.length / text.length}`
  } else parts.push({ kind: 'signs', text, code: `U+${hexOf(text).toUpperCase()}`, sign })
}

function nameOf(sign: string): SignName {
  const hex = hexOf(sign)
  const named = NAMED.find((name) => name === hex)
  if (named) return named
  if (/^e00[0-7]/.test(hex)) return 'tag'
  return /\p{Cc}/u.test(sign) ? 'control' : 'other'
}

const hexOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Jieba } from '@node-rs/jieba'
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js'

export type TokenKind = 'han' | 'latin' | 'number' | 'symbol'

export interface Token {
  kind: TokenKind
  /** As it stands in the normalised text. */
  text: string
  /** Stem of an English word; the text itself otherwise. */
  stem: string
}

/** Han runs, Latin words with an inner apostrophe, digit runs, and any other single character. */
const SPANS = /[\u3400-\u9fff\u{20000}-\u{2ffff}]+|[a-z\u00c0-\u024f]+(?:'[a-z]+)*|\d+(?:[.,]\d+)*|[^\s]/gu

const HAN = /[\u3400-\u9fff\u{20000}-\u{2ffff}]/u
const LATIN = /[a-z\u00c0-\u024f]/
const DIGIT = /\d/
/** Punctuation says little about what is wanted, and owners leave it out. */
const PUNCTUATION = /[\p{P}\p{Z}\p{Cc}]/u

let jieba: Jieba | undefined

/** Its word list; the package's own module would keep this and another file in memory for good. */
const WORD_LIST = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')

/** Loaded on first use: the dictionary takes 0.1 s and 40 MB. */
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(readFileSync(WORD_LIST))
  return jieba
}

const STEM_CACHE_SIZE = 20_000
const stems = new Map<string, string>()

function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = PorterStemmer.stem(word.replace(/'/g, ''))
  if (stems.size >= STEM_CACHE_SIZE) stems.clear()
  stems.set(word, stem)
  return stem
}

/** Cuts normalised text into words, each script by its own means; punctuation is dropped. */
export function tokenise(normalised: string): Token[] {
  const tokens: Token[] = []
  for (const [span] of normalised.matchAll(SPANS)) {
    if (HAN.test(span)) {
      for (const word of segmenter().cut(span, false)) tokens.push({ kind: 'han', text: word, stem: word })
    } else if (LATIN.test(span)) tokens.push({ kind: 'latin', text: span, stem: stemOf(span) })
    else if (DIGIT.test(span)) tokens.push({ kind: 'number', text: span, stem: span })
    else if (!PUNCTUATION.test(span)) tokens.push({ kind: 'symbol', text: span, stem: span })
  }
  return tokens
}

/** Letters and digits, as an index keeps them: of 1,234.5 there are three. */
const searched = (word: string): string[] => word.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words that are looked for in a normalised text. */
export const queryTokens = (normalised: string): string[] =>
  tokenise(normalised).flatMap(({ kind, stem }) => (kind === 'symbol' ? [] : searched(stem)))

/**
 * Words under which a normalised text is found: each Chinese word with the shorter words in it and its characters, so
 * that 电梯 finds 电梯间 and 梯 finds both; stems; numbers.
 */
export function searchTokens(normalised: string): string[] {
  const words: string[] = []
  for (const [span] of normalised.matchAll(SPANS)) {
    if (HAN.test(span)) words.push(...segmenter().cutForSearch(span, false), ...span)
    else if (LATIN.test(span)) words.push(...searched(stemOf(span)))
    else if (DIGIT.test(span)) words.push(...searched(span))
  }
  return words
}

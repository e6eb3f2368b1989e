import { shippedDictionary } from './dictionary/dictionary.ts'
import { finish, hashText, step } from './hashing.ts'
import { soundOf } from './pinyin.ts'
import { type Token, tokenise } from './tokens.ts'

/** Families of features; each is weighed on its own. */
export const FAMILIES = ['word', 'wordPair', 'character', 'sound', 'gloss', 'hanPair', 'hanCharacter'] as const
export type Family = (typeof FAMILIES)[number]

const WORD = 0
const WORD_PAIR = 1
const CHARACTER = 2
const SOUND = 3
const GLOSS = 4
const HAN_PAIR = 5
const HAN_CHARACTER = 6

const START = '^'.charCodeAt(0)
const END = '$'.charCodeAt(0)

/** The features of one utterance as 32-bit hashes, repeated ones included. Reused between calls to spare the collector. */
export class FeatureList {
  hashes: Uint32Array
  families: Uint8Array
  length = 0
  tokens: Token[] = []
  /** The hash under which each token's stem is counted. */
  stems: number[] = []

  constructor(room = 2048) {
    this.hashes = new Uint32Array(room)
    this.families = new Uint8Array(room)
  }

  clear(): void {
    this.length = 0
    this.tokens = []
    this.stems = []
  }

  add(hash: number, family: number): void {
    if (this.length === this.hashes.length) this.grow()
    this.hashes[this.length] = finish(hash)
    this.families[this.length] = family
    this.length++
  }

  /** As it stands, with its numbers in the room given. */
  copyTo(room: Room): FeatureList {
    const copy = new FeatureList(0)
    Object.assign(copy, room.keep(this.hashes, this.families, this.length))
    copy.length = this.length
    copy.tokens = this.tokens
    copy.stems = this.stems
    return copy
  }

  private grow(): void {
    const hashes = new Uint32Array(this.length * 2)
    hashes.set(this.hashes)
    this.hashes = hashes
    const families = new Uint8Array(this.length * 2)
    families.set(this.families)
    this.families = families
  }
}

/** Numbers of a buffer in which lists stand side by side. */
const ROOM = 1 << 20

/** Where many lists are kept: a buffer each, for thousands of them, takes the collector longer than their making. */
export class Room {
  private hashes = new Uint32Array(0)
  private families = new Uint8Array(0)
  private used = 0

  keep(hashes: Uint32Array, families: Uint8Array, length: number): Pick<FeatureList, 'hashes' | 'families'> {
    if (this.used + length > this.hashes.length) {
      this.hashes = new Uint32Array(Math.max(ROOM, length))
      this.families = new Uint8Array(this.hashes.length)
      this.used = 0
    }
    const start = this.used
    this.used += length
    this.hashes.set(hashes.subarray(0, length), start)
    this.families.set(families.subarray(0, length), start)
    return { hashes: this.hashes.subarray(start, this.used), families: this.families.subarray(start, this.used) }
  }
}

/** Fills the list with the features of normalised text. */
export function extractFeatures(normalised: string, list: FeatureList): void {
  list.clear()
  const tokens = tokenise(normalised)
  list.tokens = tokens
  addWords(tokens, list)
  addGlosses(tokens, list)
  let han = ''
  for (const { kind, text } of tokens) {
    if (kind === 'han') han += text
    else if (kind === 'number') han += DIGITS
    else {
      addHan(han, list)
      han = ''
      if (kind === 'latin') addLatin(text, list)
    }
  }
  addHan(han, list)
  list.add(step(11, Math.min(tokens.length, LONG)), WORD)
}

/** Digits in a run of Chinese characters: “3栋” as “5栋”. */
const DIGITS = '0'
/** From so many words on, how many more there are tells nothing. */
const LONG = 12

/** Words that stand up to so many places apart make a pair too: “退…押金”. */
const FARTHEST_PAIR = 3

function addWords(tokens: Token[], list: FeatureList): void {
  let previous = START
  let pair = WORD_PAIR
  for (const [place, token] of tokens.entries()) {
    const word = hashText(1, token.text)
    const stem = token.kind === 'number' ? hashText(3, shapeOf(token.text)) : hashText(2, token.stem)
    // English word order says what Chinese runs of characters say too, so pairs count more there.
    pair = token.kind === 'han' ? HAN_PAIR : WORD_PAIR
    if (token.kind !== 'han') list.add(word, WORD)
    list.add(stem, WORD)
    list.stems.push(list.hashes[list.length - 1]!)
    list.add(step(step(4, previous), stem), pair)
    for (let back = 2; back <= FARTHEST_PAIR && back <= place; back++) {
      list.add(step(step(10, list.stems[place - back]!), stem), pair)
    }
    previous = stem
  }
  if (tokens.length > 0) list.add(step(step(4, previous), END), pair)
}

/** The English words that explain each token; “煤气” and “燃气” share one, and an English “gas” too. */
function addGlosses(tokens: Token[], list: FeatureList): void {
  const dictionary = shippedDictionary()
  for (const token of tokens) dictionary.explain(token, (stem) => list.add(step(9, stem), GLOSS))
}

/** `501` and `302` are both three digits: which home it is says nothing about what is wanted. */
function shapeOf(digits: string): string {
  return digits.replace(/\d/g, '0')
}

const HAN_LONGEST = 3
/** “三楼” sounds like “五楼” and “3楼” here: which it is says little about what is wanted. */
const NUMERALS = new Set([...`${DIGITS}零一二两三四五六七八九十百千`].map((numeral) => numeral.charCodeAt(0)))
const SOUND_OF_NUMERAL = 1

function addHan(run: string, list: FeatureList): void {
  if (run === '' || run === DIGITS) return
  const framed = `^${run}$`
  for (let start = 0; start < framed.length; start++) {
    let hash = 5
    let sound = 6
    for (let end = start; end < framed.length && end < start + HAN_LONGEST; end++) {
      const code = framed.charCodeAt(end)
      hash = step(hash, code)
      sound = step(sound, NUMERALS.has(code) ? SOUND_OF_NUMERAL : soundOf(code) || code)
      const length = end - start + 1
      const edgeAlone = length === 1 && (start === 0 || end === framed.length - 1)
      if (edgeAlone) continue
      list.add(hash, HAN_CHARACTER)
      if (length > 1) list.add(sound, SOUND)
    }
  }
}

const LATIN_SHORTEST = 2
const LATIN_LONGEST = 5

function addLatin(word: string, list: FeatureList): void {
  const framed = `^${word}$`
  for (let start = 0; start < framed.length; start++) {
    let hash = 7
    for (let end = start; end < framed.length && end < start + LATIN_LONGEST; end++) {
      hash = step(hash, framed.charCodeAt(end))
      if (end - start + 1 >= LATIN_SHORTEST) list.add(hash, CHARACTER)
    }
  }
}

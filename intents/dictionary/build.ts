import { hashWord } from '../hashing.ts'
import { CoOccurrence, scaleRows } from './coOccurrence.ts'
import type { DictionaryData } from './dictionary.ts'
import type { Entry, WordNet } from './sources.ts'
import { truncatedSvd } from './svd.ts'

const WIDTH = 80
/** Of the singular values: 1 keeps them, 0 makes all directions equal. */
const POWER = 0.3
/** Rows are divided by their length to this power, so that words with many senses don't set the directions alone. */
const EVENNESS = 0.5
/** A character has a part in the meaning of the words it stands in. */
const CHARACTER_SHARE = 0.5
const CHARACTER_CONTEXT = 0.2
const GLOSS_MATE = 0.5
const EXPLAINED = 0.5
const SEED = 1

/**
 * Words by what explains them: PPMI of word and gloss word, then the strongest directions, in 8 bits; and the gloss
 * words of each Chinese word themselves. Only words that `keep` allows are kept; the others help to find the directions.
 */
export function buildDictionary(chinese: Entry[], english: WordNet, keep: (word: string) => boolean): DictionaryData {
  const counts = new CoOccurrence()
  for (const entry of chinese) addChinese(entry, counts)
  for (const entry of english.synsets) addEnglish(entry, counts)
  const coordinates = truncatedSvd(scaleRows(counts.toPpmi(), EVENNESS), WIDTH, POWER, SEED)
  const rows = [...counts.words].filter(([word]) => keep(word))
  return {
    width: WIDTH,
    words: Uint32Array.from(rows, ([word]) => hashWord(word)),
    vectors: quantise(
      rows.map(([, row]) => row),
      coordinates,
    ),
    ...collectGlosses(
      rows.map(([word]) => word),
      [...chinese, ...english.mates],
    ),
  }
}

function addChinese({ words, gloss }: Entry, counts: CoOccurrence): void {
  for (const word of words) {
    const characters = [...word]
    for (const stem of gloss) {
      counts.add(word, stem, 1)
      counts.add(stem, stem, 1)
      for (const other of gloss) if (other !== stem) counts.add(stem, other, GLOSS_MATE / gloss.length)
      for (const character of characters) {
        if (characters.length > 1) counts.add(character, stem, CHARACTER_SHARE / characters.length)
        counts.add(stem, `*${character}`, CHARACTER_CONTEXT / characters.length)
      }
    }
    for (const character of characters) counts.add(word, `*${character}`, CHARACTER_CONTEXT)
  }
}

function addEnglish({ words, gloss }: Entry, counts: CoOccurrence): void {
  for (const word of words) {
    for (const other of words) counts.add(word, other, 1)
    for (const stem of gloss) {
      if (stem === word) continue
      counts.add(word, stem, 1)
      counts.add(stem, word, EXPLAINED)
    }
  }
}

function quantise(rows: number[], coordinates: Float32Array): Int8Array {
  const values = new Int8Array(rows.length * WIDTH)
  rows.forEach((row, place) => {
    const vector = coordinates.subarray(row * WIDTH, (row + 1) * WIDTH)
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
    vector.forEach((value, i) => {
      values[place * WIDTH + i] = Math.round((value / largest) * 127)
    })
  })
  return values
}

function collectGlosses(words: string[], entries: Entry[]): Pick<DictionaryData, 'stems' | 'glossStarts' | 'glosses'> {
  const glossOf = new Map<string, Set<string>>()
  for (const { words: headwords, gloss } of entries) {
    for (const word of headwords) glossOf.set(word, new Set([...(glossOf.get(word) ?? []), ...gloss]))
  }
  const stems = new Map<string, number>()
  const glossStarts = new Uint32Array(words.length + 1)
  const glosses: number[] = []
  words.forEach((word, i) => {
    for (const stem of glossOf.get(word) ?? []) {
      if (!stems.has(stem)) stems.set(stem, stems.size)
      glosses.push(stems.get(stem)!)
    }
    glossStarts[i + 1] = glosses.length
  })
  return { stems: Uint32Array.from(stems.keys(), hashWord), glossStarts, glosses: Uint16Array.from(glosses) }
}

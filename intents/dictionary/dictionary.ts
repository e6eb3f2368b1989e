import { fileURLToPath } from 'node:url'
import { readArrays } from '../arrayFile.ts'
import { HashTable, hashWord } from '../hashing.ts'
import type { Token } from '../tokens.ts'

/** What the two dictionaries know of words, as `scripts/build-vectors.ts` made it. */
export interface DictionaryData {
  /** Numbers in a vector. */
  width: number
  /** Hashes of the words; English ones by their stems. */
  words: Uint32Array
  /** Row-major, `width` numbers a word; only the direction counts. */
  vectors: Int8Array
  /** Hashes of the English stems that explain words: the gloss of a Chinese one, the synonyms of an English one. */
  stems: Uint32Array
  /** Word i is explained by glosses[glossStarts[i]] … glosses[glossStarts[i + 1]], numbers of stems. */
  glossStarts: Uint32Array
  glosses: Uint16Array
}

/** Gloss words taken of a single character in a word that is in no dictionary. */
const GLOSSES_OF_CHARACTER = 4

const LONGEST_PART = 4

export class Dictionary {
  readonly width: number
  private readonly data: DictionaryData
  private readonly table: HashTable
  private readonly lengths: Float32Array

  constructor(data: DictionaryData) {
    this.data = data
    this.width = data.width
    this.table = new HashTable(data.words)
    this.lengths = Float32Array.from(data.words, (_, word) => lengthOf(data, word))
  }

  /** Adds the direction of the token's meaning, at this weight, to the sum. An unknown word is made up from its parts. */
  addVector(token: Token, weight: number, sum: Float32Array): void {
    const word = this.table.find(hashWord(token.stem))
    if (word >= 0) this.addWord(word, weight, sum)
    else if (token.kind === 'han') {
      for (const part of this.partsOf(token.text)) {
        const known = this.table.find(hashWord(part))
        if (known >= 0) this.addWord(known, (weight * part.length) / token.text.length, sum)
      }
    }
  }

  /** Calls `take` with the hash of each English stem that explains the token; an English word explains itself too. */
  explain(token: Token, take: (stem: number) => void): void {
    if (token.kind === 'latin') {
      take(hashWord(token.stem))
      this.explainWord(token.stem, Number.POSITIVE_INFINITY, take)
    }
    if (token.kind !== 'han') return
    if (this.explainWord(token.text, Number.POSITIVE_INFINITY, take) || token.text.length === 1) return
    for (const part of this.partsOf(token.text)) {
      this.explainWord(part, part.length > 1 ? Number.POSITIVE_INFINITY : GLOSSES_OF_CHARACTER, take)
    }
  }

  /** The longest known words from the left, else single characters: 门禁·卡. */
  private partsOf(text: string): string[] {
    const parts: string[] = []
    for (let start = 0; start < text.length; ) {
      let end = Math.min(text.length, start + LONGEST_PART)
      while (end > start + 1 && this.table.find(hashWord(text.slice(start, end))) < 0) end--
      parts.push(text.slice(start, end))
      start = end
    }
    return parts
  }

  private explainWord(text: string, most: number, take: (stem: number) => void): boolean {
    const word = this.table.find(hashWord(text))
    if (word < 0) return false
    const start = this.data.glossStarts[word]!
    const end = Math.min(this.data.glossStarts[word + 1]!, start + most)
    for (let i = start; i < end; i++) take(this.data.stems[this.data.glosses[i]!]!)
    return end > start
  }

  private addWord(word: number, weight: number, sum: Float32Array): void {
    const { vectors } = this.data
    const factor = weight / this.lengths[word]!
    for (let k = 0, from = word * this.width; k < this.width; k++) sum[k]! += factor * vectors[from + k]!
  }
}

function lengthOf({ vectors, width }: DictionaryData, word: number): number {
  let square = 0
  for (let k = word * width; k < (word + 1) * width; k++) square += vectors[k]! ** 2
  return Math.sqrt(square) || 1
}

/** Path without ending. */
export const SHIPPED = fileURLToPath(new URL('./shipped', import.meta.url))

let shipped: Dictionary | undefined

/** The one that comes with the product, read on first use. */
export function shippedDictionary(): Dictionary {
  shipped ??= new Dictionary(readArrays<DictionaryData>(SHIPPED))
  return shipped
}

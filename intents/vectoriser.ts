import { type Dictionary, shippedDictionary } from './dictionary/dictionary.ts'
import { extractFeatures, FAMILIES, type Family, FeatureList } from './features.ts'
import { HashTable } from './hashing.ts'
import { normalise } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How much each family counts, and the sum of the word vectors beside them. */
export type FamilyWeights = Record<Family | 'meaning', number>

/** An utterance as numbers. Its arrays are reused by the next call. */
export interface Vector {
  indices: Int32Array
  values: Float32Array
  /** How many of them count. */
  length: number
  /** Mean direction of the words' meanings. */
  dense: Float32Array
  /** Squared length that the unknown features would have. */
  own: number
  /** Share of the utterance's information (by squared idf) that the model never saw, by family. */
  novelty: Float32Array
  /** Words of the utterance. */
  words: number
}

/** Turns text into a weighted sparse vector over the vocabulary. Not to be shared between threads. */
export class Vectoriser {
  private readonly table: HashTable
  private readonly list = new FeatureList()
  private readonly counts: Uint16Array
  private readonly vector: Vector
  private readonly weights: number[]
  private readonly vocabulary: Vocabulary
  private readonly dictionary: Dictionary
  private readonly meaning: number

  constructor(vocabulary: Vocabulary, weights: FamilyWeights) {
    this.vocabulary = vocabulary
    this.table = new HashTable(vocabulary.hashes)
    this.counts = new Uint16Array(vocabulary.hashes.length)
    this.weights = FAMILIES.map((family) => weights[family])
    this.dictionary = shippedDictionary()
    this.meaning = weights.meaning
    this.vector = emptyVector(512, this.dictionary.width)
  }

  /** Numbers in an utterance's dense part. */
  get width(): number {
    return this.dictionary.width
  }

  vectorise(text: string): Vector {
    extractFeatures(normalise(text), this.list)
    return this.weighFeatures(this.list)
  }

  weighFeatures(list: FeatureList): Vector {
    this.grow(list.length)
    const { vector } = this
    vector.length = 0
    vector.words = list.tokens.length
    this.weigh(this.count(list))
    this.embed(list)
    return vector
  }

  /** The words' vectors, the rarer the heavier, brought to one length. */
  private embed({ tokens, stems }: FeatureList): void {
    const { dense } = this.vector
    dense.fill(0)
    if (this.meaning === 0) return
    tokens.forEach((token, i) => {
      const index = this.table.find(stems[i]!)
      this.dictionary.addVector(token, index < 0 ? this.vocabulary.unseenIdf : this.vocabulary.idf[index]!, dense)
    })
    let square = 0
    for (const value of dense) square += value * value
    if (square === 0) return
    const scale = this.meaning / Math.sqrt(square)
    for (let i = 0; i < dense.length; i++) dense[i]! *= scale
  }

  /** Gathers the known features, each once; returns the squared weight of the unknown ones by family. */
  private count(list: FeatureList): Float64Array {
    const { vector, counts } = this
    const unseen = new Float64Array(FAMILIES.length)
    const unseenSquare = this.vocabulary.unseenIdf ** 2
    for (let i = 0; i < list.length; i++) {
      const index = this.table.find(list.hashes[i]!)
      if (index < 0) unseen[list.families[i]!]! += unseenSquare
      else if (counts[index]!++ === 0) vector.indices[vector.length++] = index
    }
    return unseen
  }

  /** Damped counts times idf; each family is brought to the length that its weight allows. */
  private weigh(unseen: Float64Array): void {
    const { vector, counts, vocabulary } = this
    const squares = new Float64Array(FAMILIES.length)
    for (let i = 0; i < vector.length; i++) {
      const index = vector.indices[i]!
      const value = (1 + Math.log(counts[index]!)) * vocabulary.idf[index]!
      counts[index] = 0
      vector.values[i] = value
      squares[vocabulary.families[index]!]! += value * value
    }
    vector.own = 0
    const scale = this.weights.map((weight, family) => {
      const total = squares[family]! + unseen[family]!
      vector.novelty[family] = total === 0 ? 0 : unseen[family]! / total
      vector.own += vector.novelty[family]! * weight * weight
      return total === 0 ? 0 : weight / Math.sqrt(total)
    })
    for (let i = 0; i < vector.length; i++) {
      vector.values[i]! *= scale[vocabulary.families[vector.indices[i]!]!]!
    }
  }

  private grow(length: number): void {
    if (length <= this.vector.indices.length) return
    Object.assign(this.vector, emptyVector(length * 2, this.dictionary.width))
  }
}

function emptyVector(size: number, width: number): Vector {
  return {
    indices: new Int32Array(size),
    values: new Float32Array(size),
    length: 0,
    dense: new Float32Array(width),
    own: 0,
    novelty: new Float32Array(FAMILIES.length),
    words: 0,
  }
}

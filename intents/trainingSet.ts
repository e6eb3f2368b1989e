import { extractFeatures, FeatureList } from './features.ts'
import { normalise } from './normalise.ts'
import type { TrainOptions } from './options.ts'
import type { Rows } from './svm.ts'
import type { Example } from './types.ts'
import { Vectoriser } from './vectoriser.ts'
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts'

/** What is known of each example before any plane is solved. */
export interface TrainingSet {
  rows: Rows
  /** Class number of each row. */
  labels: Uint16Array
  folds: Uint8Array
  /** The first so many folds are judged by planes that never saw them. */
  judgedFolds: number
  /** Novelty by family and the count of words, for the heads. */
  novelty: Float32Array[]
  words: number[]
}

/** The features of each example; text is cut into words once. */
export function extractAll(examples: readonly Example[]): FeatureList[] {
  const list = new FeatureList()
  return examples.map(({ text }) => {
    extractFeatures(normalise(text), list)
    return list.copy()
  })
}

export function buildVocabulary(lists: readonly FeatureList[], least: number): Vocabulary {
  const builder = new VocabularyBuilder()
  for (const { hashes, families, length } of lists) builder.add(hashes, families, length)
  return builder.build(least)
}

/** The number of each example's intent. */
export function numberLabels(examples: readonly Example[], intents: readonly string[]): Uint16Array {
  const numbers = new Map(intents.map((intent, number) => [intent, number]))
  return Uint16Array.from(examples, ({ intent }) => numbers.get(intent)!)
}

export function vectoriseAll(
  lists: readonly FeatureList[],
  labels: Uint16Array,
  vocabulary: Vocabulary,
  settings: TrainOptions,
): Omit<TrainingSet, 'judgedFolds'> {
  const vectoriser = new Vectoriser(vocabulary, settings.familyWeights)
  const vectors = lists.map((list) => {
    const { indices, values, length, dense, own, novelty, words } = vectoriser.weighFeatures(list)
    return {
      indices: indices.slice(0, length),
      values: values.slice(0, length),
      dense: dense.slice(),
      own,
      novelty: novelty.slice(),
      words,
    }
  })
  return {
    rows: toRows(vectors, vocabulary.hashes.length),
    labels,
    folds: assignFolds(labels, settings.folds),
    novelty: vectors.map(({ novelty }) => novelty),
    words: vectors.map(({ words }) => words),
  }
}

function toRows(
  vectors: { indices: Int32Array; values: Float32Array; dense: Float32Array; own: number }[],
  columns: number,
): Rows {
  const starts = new Int32Array(vectors.length + 1)
  vectors.forEach(({ indices }, row) => {
    starts[row + 1] = starts[row]! + indices.length
  })
  const indices = new Int32Array(starts[vectors.length]!)
  const values = new Float32Array(indices.length)
  const width = vectors[0]?.dense.length ?? 0
  const dense = new Float32Array(vectors.length * width)
  vectors.forEach((vector, row) => {
    dense.set(vector.dense, row * width)
    indices.set(vector.indices, starts[row]!)
    values.set(vector.values, starts[row]!)
  })
  const own = Float32Array.from(vectors, (vector) => vector.own)
  return { count: vectors.length, starts, indices, values, columns, dense, width, own }
}

/** So many judged examples, and so many out of scope, settle the heads; more would only take longer. */
const ENOUGH_JUDGED = 4000
const ENOUGH_STRANGERS = 300

/** `none`: number of the class of out-of-scope examples, −1 when there is none. */
export function foldsToJudge(labels: Uint16Array, none: number, folds: number): number {
  const strangers = labels.reduce((sum, label) => (label === none ? sum + 1 : sum), 0)
  const forAll = Math.ceil((folds * ENOUGH_JUDGED) / labels.length)
  const forStrangers = strangers === 0 ? 1 : Math.ceil((folds * ENOUGH_STRANGERS) / strangers)
  return Math.min(folds, Math.max(forAll, forStrangers))
}

/** Deals each class's examples out in turn, so that every fold holds some of every class. */
function assignFolds(labels: Uint16Array, folds: number): Uint8Array {
  const next: number[] = []
  return Uint8Array.from(labels, (label) => {
    const place = next[label] ?? label
    next[label] = place + 1
    return place % folds
  })
}

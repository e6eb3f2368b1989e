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
  /** Novelty by family and the count of words, for the heads. */
  novelty: Float32Array[]
  words: number[]
}

export function buildVocabulary(examples: readonly Example[], least: number): Vocabulary {
  const builder = new VocabularyBuilder()
  const list = new FeatureList()
  for (const { text } of examples) {
    extractFeatures(normalise(text), list)
    builder.add(list.hashes, list.families, list.length)
  }
  return builder.build(least)
}

export function vectoriseAll(
  examples: readonly Example[],
  intents: string[],
  vocabulary: Vocabulary,
  settings: TrainOptions,
): TrainingSet {
  const numbers = new Map(intents.map((intent, number) => [intent, number]))
  const vectoriser = new Vectoriser(vocabulary, settings.familyWeights)
  const vectors = examples.map(({ text }) => {
    const { indices, values, length, dense, own, novelty, words } = vectoriser.vectorise(text)
    return {
      indices: indices.slice(0, length),
      values: values.slice(0, length),
      dense: dense.slice(),
      own,
      novelty: novelty.slice(),
      words,
    }
  })
  const labels = Uint16Array.from(examples, ({ intent }) => numbers.get(intent)!)
  return {
    rows: toRows(vectors, vocabulary.hashes.length),
    labels,
    folds: assignFolds(labels, intents.length, settings.folds),
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

/** Deals each class's examples out in turn, so that every fold holds some of every class. */
function assignFolds(labels: Uint16Array, classCount: number, folds: number): Uint8Array {
  const next = Array.from({ length: classCount }, (_, c) => c)
  return Uint8Array.from(labels, (label) => next[label]!++ % folds)
}

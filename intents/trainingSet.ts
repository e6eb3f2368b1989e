import { extractFeatures, FAMILIES, FeatureList, Room } from './features.ts'
import { normalise } from './normalise.ts'
import type { TrainOptions } from './options.ts'
import type { Rows } from './svm.ts'
import type { Example } from './types.ts'
import { type Vector, Vectoriser } from './vectoriser.ts'
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts'

/** What is known of each example before any plane is solved. */
export interface TrainingSet {
  rows: Rows
  /** Class number of each row. */
  labels: Uint16Array
  folds: Uint8Array
  /** The first so many folds are judged by planes that never saw them. */
  judgedFolds: number
  /** Novelty, one number a family and row, and the count of words, for the heads. */
  novelty: Float32Array
  words: number[]
}

/** The features of each example; text is cut into words once. */
export function extractAll(examples: readonly Example[]): FeatureList[] {
  const list = new FeatureList()
  const room = new Room()
  return examples.map(({ text }) => {
    extractFeatures(normalise(text), list)
    return list.copyTo(room)
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
  const { width } = vectoriser
  const count = lists.length
  const most = lists.reduce((sum, { length }) => sum + length, 0)
  const rows: Rows = {
    count,
    starts: new Int32Array(count + 1),
    indices: new Int32Array(most),
    values: new Float32Array(most),
    columns: vocabulary.hashes.length,
    dense: new Float32Array(count * width),
    width,
    own: new Float32Array(count),
  }
  const novelty = new Float32Array(count * FAMILIES.length)
  const words: number[] = []
  lists.forEach((list, row) => {
    const vector = vectoriser.weighFeatures(list)
    putRow(rows, row, vector)
    novelty.set(vector.novelty, row * FAMILIES.length)
    words.push(vector.words)
  })
  rows.indices = rows.indices.subarray(0, rows.starts[count])
  rows.values = rows.values.subarray(0, rows.starts[count])
  return { rows, labels, folds: assignFolds(labels, settings.folds), novelty, words }
}

function putRow(rows: Rows, row: number, vector: Vector): void {
  const start = rows.starts[row]!
  rows.starts[row + 1] = start + vector.length
  rows.indices.set(vector.indices.subarray(0, vector.length), start)
  rows.values.set(vector.values.subarray(0, vector.length), start)
  rows.dense.set(vector.dense, row * rows.width)
  rows.own[row] = vector.own
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

import { describe, expect, test } from 'vitest'
import { addNaiveBayes, type Labelled } from '../../intents/naiveBayes.ts'
import type { PlaneTable, Rows } from '../../intents/svm.ts'

/** Two classes over three features, two rows each; row by row `[feature, value]`. */
function labelled(entries: [number, number][][], labels: number[], folds: number[]): Labelled {
  const flat = entries.flat()
  const starts = new Int32Array(entries.length + 1)
  entries.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.length
  })
  const rows: Rows = {
    count: entries.length,
    starts,
    indices: Int32Array.from(flat, ([feature]) => feature),
    values: Float32Array.from(flat, ([, value]) => value),
    columns: 3,
    dense: new Float32Array(0),
    width: 0,
    own: new Float32Array(entries.length),
  }
  return { rows, labels: Uint16Array.from(labels), folds: Uint8Array.from(folds), judgedFolds: 2 }
}

const emptyTable = (): PlaneTable => ({ weights: new Float32Array(16), stride: 4, rows: 4, classCount: 2 })
const options = { weight: 1, smoothing: 0.5 }

const DATA = labelled(
  [
    [
      [0, 2],
      [2, 1],
    ],
    [[0, 1]],
    [
      [1, 1],
      [2, 1],
    ],
    [[1, 2]],
  ],
  [0, 0, 1, 1],
  [0, 1, 0, 1],
)

/** Log of how many times likelier than overall a feature is in a class, all counts smoothed: the textbook's way. */
function logRatio(inClass: number, classTotal: number, overall: number, everything: number): number {
  const prior = (options.smoothing * everything) / 2
  return Math.log((inClass + (prior * overall) / everything) / (classTotal + prior) / (overall / everything))
}

describe('naive Bayes beside the planes', () => {
  test('weight and baseline together are the log ratio', () => {
    const table = emptyTable()
    const { baseline } = addNaiveBayes(table, DATA, options)
    const of = (feature: number, c: number) => table.weights[feature * 4 + c]! + baseline[c]!
    expect(of(0, 0)).toBeCloseTo(logRatio(3, 4, 3, 8), 5)
    expect(of(0, 1)).toBeCloseTo(logRatio(0, 4, 3, 8), 5)
    expect(of(2, 0)).toBeCloseTo(logRatio(1, 4, 2, 8), 5)
  })

  test('adds to what stands in the table', () => {
    const table = emptyTable()
    table.weights.fill(1)
    addNaiveBayes(table, DATA, options)
    expect(table.weights[1]).toBe(1)
    expect(table.weights[0]).toBeGreaterThan(1)
  })

  test('a row has no hand in its own held-out scores', () => {
    const { heldOut } = addNaiveBayes(emptyTable(), DATA, options)
    const expected = 2 * logRatio(1, 1, 3, 8) + logRatio(0, 1, 2, 8)
    expect(heldOut[0]).toBeCloseTo(expected, 5)
  })

  test('rows of folds that are not judged count for all others, and get no scores', () => {
    const { heldOut, baseline } = addNaiveBayes(emptyTable(), { ...DATA, judgedFolds: 1 }, options)
    expect(heldOut[0]).toBeCloseTo(2 * logRatio(1, 1, 3, 8) + logRatio(0, 1, 2, 8), 5)
    expect([...heldOut.subarray(2, 4)]).toEqual([0, 0])
    expect([...baseline]).toEqual([...addNaiveBayes(emptyTable(), DATA, options).baseline])
  })

  test('changes nothing at no weight', () => {
    const table = emptyTable()
    const { baseline, heldOut } = addNaiveBayes(table, DATA, { ...options, weight: 0 })
    expect([...table.weights, ...baseline, ...heldOut].every((value) => value === 0)).toBe(true)
  })
})

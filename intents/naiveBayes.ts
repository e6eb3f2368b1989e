import type { PlaneTable, Rows } from './svm.ts'

export interface BayesOptions {
  /** How much the log ratios count beside the planes' scores. */
  weight: number
  /** What every class is taken to have seen beforehand, as a share of what a class sees on average. */
  smoothing: number
}

/** Rows, their classes, and the part of the cross-validation that each belongs to. */
export interface Labelled {
  rows: Rows
  labels: Uint16Array
  folds: Uint8Array
  foldCount: number
}

/** What naive Bayes adds beside the planes' weights. */
export interface BayesPart {
  /** Added to a class's score for each unit of an utterance's sparse values. */
  baseline: Float32Array
  /** What each row gets from the rows of the other folds. Row-major, one number a class. */
  heldOut: Float32Array
}

/**
 * Multinomial naive Bayes over the weighted features. It is linear as the planes are, so its log ratios are added to
 * their weights, in place. It goes by what is usual in a class where they go by what sets it apart; plain messages gain
 * most. A feature that a class never had tells the same whichever it is, which `baseline` holds for all of them.
 */
export function addNaiveBayes(table: PlaneTable, data: Labelled, options: BayesOptions): BayesPart {
  const { classCount } = table
  const totals = sumByFold(data, classCount)
  const whole = data.foldCount * classCount
  const prior = (options.smoothing * sum(totals.subarray(whole))) / classCount
  const baselines = Float32Array.from(totals, (total) => options.weight * Math.log(prior / (total + prior)))
  const heldOut = spreadBaselines(data, classCount, baselines)
  const counter = new ColumnCounter(data, classCount)
  const columns = toColumns(data.rows)
  const everything = sum(totals.subarray(whole))
  for (let column = 0; column < data.rows.columns; column++) {
    const start = columns.starts[column]!
    const end = columns.starts[column + 1]!
    counter.count(columns, start, end)
    const scale = everything / (prior * counter.total)
    const ratio = (fold: number, c: number) => options.weight * Math.log1p(counter.of(fold, c) * scale)
    for (const c of counter.classes) table.weights[column * table.stride + c]! += ratio(data.foldCount, c)
    const byFold = Array.from({ length: data.foldCount }, (_, fold) => counter.classes.map((c) => ratio(fold, c)))
    for (let i = start; i < end; i++) {
      const row = columns.rows[i]!
      const value = columns.values[i]!
      const ratios = byFold[data.folds[row]!]!
      for (let k = 0; k < ratios.length; k++) heldOut[row * classCount + counter.classes[k]!]! += value * ratios[k]!
    }
  }
  return { baseline: baselines.slice(whole), heldOut }
}

interface Columns {
  /** Column i's entries stand at starts[i] … starts[i + 1]. */
  starts: Int32Array
  rows: Int32Array
  values: Float32Array
}

/** The same sparse entries, column by column. */
function toColumns({ count, starts: rowStarts, indices, values, columns }: Rows): Columns {
  const starts = new Int32Array(columns + 1)
  for (const column of indices) starts[column + 1]!++
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column]!
  const next = starts.slice()
  const turned = { starts, rows: new Int32Array(indices.length), values: new Float32Array(indices.length) }
  for (let row = 0; row < count; row++) {
    for (let i = rowStarts[row]!; i < rowStarts[row + 1]!; i++) {
      const at = next[indices[i]!]!++
      turned.rows[at] = row
      turned.values[at] = values[i]!
    }
  }
  return turned
}

/** What each class has of one feature, with and without each fold. */
class ColumnCounter {
  /** Those that have it at all. */
  classes: number[] = []
  total = 0
  private readonly data: Labelled
  private readonly classCount: number
  private readonly counts: Float64Array

  constructor(data: Labelled, classCount: number) {
    this.data = data
    this.classCount = classCount
    this.counts = new Float64Array((data.foldCount + 1) * classCount)
  }

  count({ rows, values }: Columns, start: number, end: number): void {
    const { data, counts, classCount } = this
    for (const c of this.classes) for (let at = c; at < counts.length; at += classCount) counts[at] = 0
    const whole = data.foldCount * classCount
    this.classes = []
    this.total = 0
    for (let i = start; i < end; i++) {
      const c = data.labels[rows[i]!]!
      if (counts[whole + c] === 0) this.classes.push(c)
      counts[whole + c]! += values[i]!
      counts[data.folds[rows[i]!]! * classCount + c]! += values[i]!
      this.total += values[i]!
    }
  }

  /** Without this fold; with all for the number after the last fold. Never below 0, as a difference of sums could be. */
  of(fold: number, c: number): number {
    const whole = this.counts[this.data.foldCount * this.classCount + c]!
    if (fold === this.data.foldCount) return whole
    return Math.max(0, whole - this.counts[fold * this.classCount + c]!)
  }
}

/** Sums of the sparse values of each class without each fold, and then of all. */
function sumByFold({ rows, labels, folds, foldCount }: Labelled, classCount: number): Float64Array {
  const totals = new Float64Array((foldCount + 1) * classCount)
  for (let row = 0; row < rows.count; row++) {
    const size = sizeOf(rows, row)
    for (let fold = 0; fold <= foldCount; fold++) {
      if (fold !== folds[row]) totals[fold * classCount + labels[row]!]! += size
    }
  }
  return totals
}

function spreadBaselines({ rows, folds }: Labelled, classCount: number, baselines: Float32Array): Float32Array {
  const scores = new Float32Array(rows.count * classCount)
  for (let row = 0; row < rows.count; row++) {
    const size = sizeOf(rows, row)
    const from = folds[row]! * classCount
    for (let c = 0; c < classCount; c++) scores[row * classCount + c] = size * baselines[from + c]!
  }
  return scores
}

/** Sum of a row's sparse values. */
function sizeOf(rows: Rows, row: number): number {
  return sum(rows.values.subarray(rows.starts[row]!, rows.starts[row + 1]!))
}

function sum(numbers: Float32Array | Float64Array): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

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
  /** The first so many parts are judged by all others. */
  judgedFolds: number
}

/** What naive Bayes adds beside the planes' weights. */
export interface BayesPart {
  /** Added to a class's score for each unit of an utterance's sparse values. */
  baseline: Float32Array
  /** What each row of a judged fold gets from the rows of the other folds. Row-major, one number a class. */
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
  const whole = data.judgedFolds * classCount
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
    counter.takeRatios(scale, options.weight)
    const { classes, classesSeen: seen, ratios } = counter
    for (let k = 0; k < seen; k++) table.weights[column * table.stride + classes[k]!]! += ratios[whole + k]!
    for (let i = start; i < end; i++) {
      const row = columns.rows[i]!
      if (data.folds[row]! >= data.judgedFolds) continue
      const value = columns.values[i]!
      const to = row * classCount
      for (let k = 0, from = data.folds[row]! * classCount; k < seen; k++, from++) {
        heldOut[to + classes[k]!]! += value * ratios[from]!
      }
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
  /** Those that have it at all; the first `classesSeen` count. */
  readonly classes: Uint16Array
  classesSeen = 0
  total = 0
  /** Log ratios of these classes, without each fold and then with all: `classCount` numbers a fold. */
  readonly ratios: Float64Array
  private readonly data: Labelled
  private readonly classCount: number
  private readonly counts: Float64Array

  constructor(data: Labelled, classCount: number) {
    this.data = data
    this.classCount = classCount
    this.classes = new Uint16Array(classCount)
    this.counts = new Float64Array((data.judgedFolds + 1) * classCount)
    this.ratios = new Float64Array(this.counts.length)
  }

  count({ rows, values }: Columns, start: number, end: number): void {
    const { data, counts, classes, classCount } = this
    for (let k = 0; k < this.classesSeen; k++) {
      for (let at = classes[k]!; at < counts.length; at += classCount) counts[at] = 0
    }
    const whole = data.judgedFolds * classCount
    this.classesSeen = 0
    this.total = 0
    for (let i = start; i < end; i++) {
      const c = data.labels[rows[i]!]!
      const fold = data.folds[rows[i]!]!
      if (counts[whole + c] === 0) classes[this.classesSeen++] = c
      counts[whole + c]! += values[i]!
      if (fold < data.judgedFolds) counts[fold * classCount + c]! += values[i]!
      this.total += values[i]!
    }
  }

  /** Most classes have a feature in one fold alone, so that one logarithm serves the others. */
  takeRatios(scale: number, weight: number): void {
    const { counts, classes, classCount, ratios } = this
    const { judgedFolds } = this.data
    const whole = judgedFolds * classCount
    for (let k = 0; k < this.classesSeen; k++) {
      const c = classes[k]!
      const all = counts[whole + c]!
      const ratio = weight * Math.log(1 + all * scale)
      ratios[whole + k] = ratio
      for (let fold = 0; fold < judgedFolds; fold++) {
        const inside = counts[fold * classCount + c]!
        // Never below 0, as a difference of sums could be.
        const outside = Math.max(0, all - inside)
        ratios[fold * classCount + k] = inside === 0 ? ratio : weight * Math.log(1 + outside * scale)
      }
    }
  }
}

/** Sums of the sparse values of each class without each judged fold, and then of all. */
function sumByFold({ rows, labels, folds, judgedFolds }: Labelled, classCount: number): Float64Array {
  const totals = new Float64Array((judgedFolds + 1) * classCount)
  for (let row = 0; row < rows.count; row++) {
    const size = sizeOf(rows, row)
    for (let fold = 0; fold <= judgedFolds; fold++) {
      if (fold === judgedFolds || fold !== folds[row]) totals[fold * classCount + labels[row]!]! += size
    }
  }
  return totals
}

function spreadBaselines(data: Labelled, classCount: number, baselines: Float32Array): Float32Array {
  const { rows, folds, judgedFolds } = data
  const scores = new Float32Array(rows.count * classCount)
  for (let row = 0; row < rows.count; row++) {
    if (folds[row]! >= judgedFolds) continue
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

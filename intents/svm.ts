import { createKernel, type Kernel, Layout, type Memory } from './kernel.ts'

/** Training data as rows of numbers: a sparse part and a dense part of fixed width. */
export interface Rows {
  count: number
  /** Row i's sparse part stands at starts[i] … starts[i + 1]. */
  starts: Int32Array
  indices: Int32Array
  values: Float32Array
  /** Count of sparse columns. */
  columns: number
  /** Row-major, `width` numbers a row. */
  dense: Float32Array
  width: number
  /** Squared length of what a row holds beyond its columns: features that no other row has. */
  own: Float32Array
}

export interface SvmOptions {
  /** Cost of a slack; smaller is smoother. */
  cost: number
  /** The positives' cost is this many times as high, since one class stands against all others. */
  positiveCost: number
  /**
   * Most that a row's multiplier may reach in its own class, and in each other one: from there on a slack costs in
   * proportion and no longer by its square, so that a line with a wrong label, or one that fits two, stops pulling.
   */
  mostPositive: number
  mostNegative: number
  /** How far a row's own features soften its demand on the shared ones: 0 not at all, 1 as if they were columns. */
  ownShare: number
  /** Passes over the data for the whole, and for each fold from the whole's solution on. */
  epochs: number
  foldEpochs: number
  seed: number
}

/** All hyperplanes: a row for each sparse column, each dense one, and the bias; `stride` numbers a row, one a class. */
export interface PlaneTable {
  weights: Float32Array
  stride: number
  rows: number
  classCount: number
}

/**
 * Each class against the rest as a linear SVM, with a squared hinge loss that goes on straight for large slacks, by dual
 * coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method for large-scale
 * linear SVM"). All classes go through the rows together, since their problems share the rows and differ in signs alone.
 */
export class Solver {
  private readonly rows: Rows
  private readonly labels: Uint16Array
  private readonly options: SvmOptions
  private readonly kernel: Kernel
  private readonly at: Addresses
  private readonly table: PlaneTable
  private readonly alpha: Float32Array
  private readonly sums: Float32Array
  private readonly changes: Float32Array
  /** Byte offsets of the fours of classes in which `changes` holds anything; the first `placeCount` count. */
  private readonly places: Int32Array
  private placeCount = 0
  private readonly lengths: Float32Array
  private random: number

  constructor(rows: Rows, labels: Uint16Array, classCount: number, options: SvmOptions) {
    this.rows = rows
    this.labels = labels
    this.options = options
    this.random = options.seed >>> 0
    const stride = Math.ceil(classCount / 4) * 4
    const tableRows = rows.columns + rows.width + 1
    const layout = new Layout()
    this.at = reserve(layout, rows, tableRows * stride, stride)
    const memory = layout.allocate()
    this.kernel = createKernel(memory)
    const floats = (address: number, count: number) => new Float32Array(memory.buffer, address, count)
    this.table = { weights: floats(this.at.table, tableRows * stride), stride, rows: tableRows, classCount }
    this.alpha = floats(this.at.alpha, rows.count * stride)
    this.sums = floats(this.at.sums, stride)
    this.changes = floats(this.at.changes, stride)
    this.places = new Int32Array(memory.buffer, this.at.places, stride / 4)
    fillRows(memory, this.at, rows)
    this.lengths = Float32Array.from({ length: rows.count }, (_, row) => squaredLength(rows, row))
  }

  solve(): PlaneTable {
    const everyone = Int32Array.from({ length: this.rows.count }, (_, row) => row)
    for (let epoch = 0; epoch < this.options.epochs; epoch++) this.descend(everyone)
    return this.table
  }

  /**
   * After `solve`, and at the cost of its solution: the scores of each row of the first folds by planes from which the
   * rows of its fold were taken out, a few passes over the others having let them settle. Row-major, one a class.
   */
  scoreHeldOut(folds: Uint8Array, judgedFolds: number): Float32Array {
    const { classCount } = this.table
    const scores = new Float32Array(this.rows.count * classCount)
    for (let fold = 0; fold < judgedFolds; fold++) {
      const inside: number[] = []
      const outside: number[] = []
      for (let row = 0; row < this.rows.count; row++) (folds[row] === fold ? inside : outside).push(row)
      for (const row of inside) this.move(row, -1)
      const others = Int32Array.from(outside)
      for (let epoch = 0; epoch < this.options.foldEpochs; epoch++) this.descend(others)
      for (const row of inside) {
        this.score(row)
        scores.set(this.sums.subarray(0, classCount), row * classCount)
      }
      for (const row of inside) this.move(row, 1)
    }
    return scores
  }

  /** One pass in random order. */
  private descend(order: Int32Array): void {
    for (let i = order.length - 1; i >= 0; i--) {
      this.random = (Math.imul(this.random, 1664525) + 1013904223) >>> 0
      const other = this.random % (i + 1)
      const row = order[other]!
      order[other] = order[i]!
      order[i] = row
      this.score(row)
      this.improve(row)
      this.add(row)
    }
  }

  /** The best step of this row's multiplier in every class where it is worth while. */
  private improve(row: number): void {
    const { alpha, sums, changes, options } = this
    const { stride, classCount } = this.table
    const label = this.labels[row]!
    const own = options.ownShare * this.rows.own[row]!
    const softNegative = own + 0.5 / options.cost
    const softPositive = own + 0.5 / (options.cost * options.positiveCost)
    for (let c = 0, at = row * stride; c < classCount; c++, at++) {
      const sign = c === label ? 1 : -1
      const soft = c === label ? softPositive : softNegative
      const old = alpha[at]!
      const gradient = sign * sums[c]! - 1 + soft * old
      const most = c === label ? options.mostPositive : options.mostNegative
      const next = Math.min(Math.max(old - gradient / (this.lengths[row]! + soft), 0), most)
      const worthWhile = Math.abs(next - old) > NEGLIGIBLE
      if (worthWhile) alpha[at] = next
      changes[c] = worthWhile ? (next - old) * sign : 0
    }
  }

  /** Puts the row's part into the planes (1) or takes it out (−1); its multipliers stay. */
  private move(row: number, direction: number): void {
    const { stride, classCount } = this.table
    for (let c = 0; c < classCount; c++) {
      const sign = c === this.labels[row] ? direction : -direction
      this.changes[c] = sign * this.alpha[row * stride + c]!
    }
    this.add(row)
  }

  private score(row: number): void {
    const { at, rows } = this
    const start = rows.starts[row]!
    const count = rows.starts[row + 1]! - start
    const width = rows.width + 1
    this.sums.fill(0)
    const { gather } = this.kernel
    gather(at.table, this.table.stride, at.indices + 4 * start, at.values + 4 * start, count, at.sums)
    gather(at.table, this.table.stride, at.denseIndices, at.dense + 4 * row * width, width, at.sums)
  }

  private add(row: number): void {
    const { at, rows } = this
    this.findPlaces()
    const start = rows.starts[row]!
    const count = rows.starts[row + 1]! - start
    const width = rows.width + 1
    const { scatter } = this.kernel
    const { stride } = this.table
    const places = [at.changes, at.places, this.placeCount] as const
    scatter(at.table, stride, at.indices + 4 * start, at.values + 4 * start, count, ...places)
    scatter(at.table, stride, at.denseIndices, at.dense + 4 * row * width, width, ...places)
  }

  private findPlaces(): void {
    const { changes, places } = this
    this.placeCount = 0
    for (let c = 0; c < changes.length; c += 4) {
      if (changes[c] || changes[c + 1] || changes[c + 2] || changes[c + 3]) places[this.placeCount++] = 4 * c
    }
  }
}

/** A change of a multiplier under which the planes need not move. */
const NEGLIGIBLE = 1e-4

type Addresses = ReturnType<typeof reserve>

function reserve(layout: Layout, rows: Rows, tableSize: number, stride: number) {
  return {
    table: layout.reserve(tableSize),
    alpha: layout.reserve(rows.count * stride),
    sums: layout.reserve(stride),
    changes: layout.reserve(stride),
    places: layout.reserve(stride / 4),
    indices: layout.reserve(rows.indices.length),
    values: layout.reserve(rows.values.length),
    denseIndices: layout.reserve(rows.width + 1),
    dense: layout.reserve(rows.count * (rows.width + 1)),
  }
}

/** The dense part gets a 1 at its end, for the bias. */
function fillRows(memory: Memory, at: Addresses, rows: Rows): void {
  const width = rows.width + 1
  new Int32Array(memory.buffer, at.indices, rows.indices.length).set(rows.indices)
  new Float32Array(memory.buffer, at.values, rows.values.length).set(rows.values)
  const denseIndices = new Int32Array(memory.buffer, at.denseIndices, width)
  for (let i = 0; i < width; i++) denseIndices[i] = rows.columns + i
  const dense = new Float32Array(memory.buffer, at.dense, rows.count * width)
  for (let row = 0; row < rows.count; row++) {
    dense.set(rows.dense.subarray(row * rows.width, (row + 1) * rows.width), row * width)
    dense[row * width + rows.width] = 1
  }
}

function squaredLength(rows: Rows, row: number): number {
  let sum = 1
  for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) sum += rows.values[i]! ** 2
  for (let i = 0; i < rows.width; i++) sum += rows.dense[row * rows.width + i]! ** 2
  return sum
}

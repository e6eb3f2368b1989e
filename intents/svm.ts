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
  /** How far a row's own features soften its demand on the shared ones: 0 not at all, 1 as if they were columns. */
  ownShare: number
  /** Passes over the data for the whole, and for each fold from the whole's solution on. */
  epochs: number
  foldEpochs: number
  seed: number
}

/** A hyperplane: sparse columns first, then the dense ones, then the bias. */
export type Plane = Float32Array

/**
 * One class against the rest as a linear SVM with squared hinge loss, solved by dual coordinate descent with shrinking
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method for large-scale linear SVM",
 * algorithm 3). Held-out scores come from the same solution with the fold's rows taken out and a few more passes.
 */
export class OneClassSolver {
  readonly plane: Plane
  private readonly alpha: Float64Array
  private readonly lengths: Float64Array
  private readonly order: Int32Array
  private readonly foldPlane: Plane
  private readonly foldAlpha: Float64Array
  private readonly rows: Rows
  private readonly options: SvmOptions

  constructor(rows: Rows, options: SvmOptions) {
    this.rows = rows
    this.options = options
    const size = rows.columns + rows.width + 1
    this.plane = new Float32Array(size)
    this.foldPlane = new Float32Array(size)
    this.alpha = new Float64Array(rows.count)
    this.foldAlpha = new Float64Array(rows.count)
    this.order = new Int32Array(rows.count)
    this.lengths = Float64Array.from({ length: rows.count }, (_, row) => squaredLength(rows, row))
  }

  /** Solves for the class whose rows are marked; the result stands in `plane`. */
  solve(positive: Uint8Array): void {
    this.plane.fill(0)
    this.alpha.fill(0)
    for (let row = 0; row < this.rows.count; row++) this.order[row] = row
    this.descend(this.plane, this.alpha, positive, this.rows.count, this.options.epochs)
  }

  /** After `solve`: writes each row's score by a plane that never saw its fold to `scores[row * stride + offset]`. */
  scoreHeldOut(
    positive: Uint8Array,
    folds: Uint8Array,
    foldCount: number,
    scores: Float32Array,
    stride: number,
    offset: number,
  ): void {
    for (let fold = 0; fold < foldCount; fold++) {
      const left = this.takeOut(fold, folds, positive)
      this.descend(this.foldPlane, this.foldAlpha, positive, left, this.options.foldEpochs)
      for (let row = 0; row < this.rows.count; row++) {
        if (folds[row] === fold) scores[row * stride + offset] = dot(this.rows, row, this.foldPlane)
      }
    }
  }

  private takeOut(fold: number, folds: Uint8Array, positive: Uint8Array): number {
    this.foldPlane.set(this.plane)
    this.foldAlpha.set(this.alpha)
    let left = 0
    for (let row = 0; row < this.rows.count; row++) {
      if (folds[row] !== fold) {
        this.order[left++] = row
        continue
      }
      const alpha = this.alpha[row]!
      if (alpha === 0) continue
      addScaled(this.rows, row, positive[row] ? -alpha : alpha, this.foldPlane)
      this.foldAlpha[row] = 0
    }
    return left
  }

  private descend(plane: Plane, alpha: Float64Array, positive: Uint8Array, count: number, epochs: number): void {
    const { order, lengths, rows } = this
    const { ownShare } = this.options
    const softPositive = 0.5 / (this.options.cost * this.options.positiveCost)
    const softNegative = 0.5 / this.options.cost
    let active = count
    let highest = Number.POSITIVE_INFINITY
    let random = this.options.seed >>> 0
    for (let epoch = 0; epoch < epochs && active > 0; epoch++) {
      let largest = Number.NEGATIVE_INFINITY
      let smallest = Number.POSITIVE_INFINITY
      for (let i = 0; i < active; i++) {
        random = (Math.imul(random, 1664525) + 1013904223) >>> 0
        const other = i + (random % (active - i))
        const swapped = order[i]!
        order[i] = order[other]!
        order[other] = swapped
      }
      for (let i = 0; i < active; i++) {
        const row = order[i]!
        const sign = positive[row] ? 1 : -1
        const soft = (positive[row] ? softPositive : softNegative) + ownShare * rows.own[row]!
        const old = alpha[row]!
        const gradient = sign * dot(rows, row, plane) - 1 + soft * old
        if (old === 0 && gradient > highest) {
          active--
          order[i] = order[active]!
          order[active] = row
          i--
          continue
        }
        const projected = old === 0 ? Math.min(gradient, 0) : gradient
        if (projected > largest) largest = projected
        if (projected < smallest) smallest = projected
        if (Math.abs(projected) < 1e-10) continue
        const next = Math.max(old - gradient / (lengths[row]! + soft), 0)
        alpha[row] = next
        addScaled(rows, row, (next - old) * sign, plane)
      }
      highest = largest <= 0 ? Number.POSITIVE_INFINITY : largest
      if (largest - smallest < TOLERANCE) break
    }
  }
}

/** The gap of projected gradients at which the solution is good enough; LIBLINEAR's default. */
const TOLERANCE = 0.1

/** Score of a row: its distance from the plane in units of the margin. */
export function dot(rows: Rows, row: number, plane: Plane): number {
  const { starts, indices, values, dense, width, columns } = rows
  let sum = plane[columns + width]!
  for (let i = starts[row]!, end = starts[row + 1]!; i < end; i++) sum += values[i]! * plane[indices[i]!]!
  for (let i = 0, base = row * width; i < width; i++) sum += dense[base + i]! * plane[columns + i]!
  return sum
}

function addScaled(rows: Rows, row: number, factor: number, plane: Plane): void {
  const { starts, indices, values, dense, width, columns } = rows
  for (let i = starts[row]!, end = starts[row + 1]!; i < end; i++) plane[indices[i]!]! += factor * values[i]!
  for (let i = 0, base = row * width; i < width; i++) plane[columns + i]! += factor * dense[base + i]!
  plane[columns + width]! += factor
}

function squaredLength(rows: Rows, row: number): number {
  let sum = 1
  for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) sum += rows.values[i]! ** 2
  for (let i = 0; i < rows.width; i++) sum += rows.dense[row * rows.width + i]! ** 2
  return sum
}

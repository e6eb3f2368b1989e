import type { Plane } from './svm.ts'

/**
 * The hyperplanes of all classes, turned so that one feature's weights stand together, in 8 bits with a scale a row;
 * weights that round to nothing are left out.
 */
export interface Planes {
  classCount: number
  /** Row i's entries stand at starts[i] … starts[i + 1]. */
  starts: Uint32Array
  classes: Uint16Array
  values: Int8Array
  scales: Float32Array
  bias: Float32Array
}

const LEVELS = 127

/** Collects the planes one class at a time, in 32 bits. */
export class PlaneCollector {
  private readonly weights: Float32Array
  private readonly bias: Float32Array
  private readonly rows: number
  private readonly classCount: number

  /** `rows`: sparse and dense columns together, without the bias. */
  constructor(rows: number, classCount: number) {
    this.rows = rows
    this.classCount = classCount
    this.weights = new Float32Array(rows * classCount)
    this.bias = new Float32Array(classCount)
  }

  set(classIndex: number, plane: Plane): void {
    for (let row = 0; row < this.rows; row++) this.weights[row * this.classCount + classIndex] = plane[row]!
    this.bias[classIndex] = plane[this.rows]!
  }

  quantise(): Planes {
    const starts = new Uint32Array(this.rows + 1)
    const scales = new Float32Array(this.rows)
    const classes = new Uint16Array(this.weights.length)
    const values = new Int8Array(this.weights.length)
    let length = 0
    for (let row = 0; row < this.rows; row++) {
      const weights = this.weights.subarray(row * this.classCount, (row + 1) * this.classCount)
      const scale = largest(weights) / LEVELS
      scales[row] = scale
      for (let c = 0; c < this.classCount && scale > 0; c++) {
        const value = Math.round(weights[c]! / scale)
        if (value === 0) continue
        classes[length] = c
        values[length++] = value
      }
      starts[row + 1] = length
    }
    return {
      classCount: this.classCount,
      starts,
      classes: classes.slice(0, length),
      values: values.slice(0, length),
      scales,
      bias: this.bias,
    }
  }
}

function largest(weights: Float32Array): number {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  return most
}

/** Adds `value` times one feature's weights to the scores. */
export function addRow(planes: Planes, row: number, value: number, scores: Float32Array): void {
  const { classes, values } = planes
  const factor = value * planes.scales[row]!
  for (let i = planes.starts[row]!, end = planes.starts[row + 1]!; i < end; i++) {
    scores[classes[i]!]! += factor * values[i]!
  }
}

import type { PlaneTable } from './svm.ts'

/**
 * The hyperplanes of all classes, turned so that one feature's weights stand together, in 8 bits with a scale a row;
 * the least weights are left out.
 */
export interface Planes {
  classCount: number
  /** Row i's entries stand at starts[i] … starts[i + 1]. */
  starts: Uint32Array
  classes: Uint16Array
  values: Int8Array
  scales: Float32Array
  bias: Float32Array
  /** Added for each unit of an utterance's sparse values. */
  baseline: Float32Array
}

const LEVELS = 127
/** A third of all weights is no larger, and no set loses anything without them. */
const NEGLIGIBLE = 3
/** Entries a row at first. */
const FEW = 40

export function quantise({ weights: table, stride, rows, classCount }: PlaneTable, baseline: Float32Array): Planes {
  const last = rows - 1
  const starts = new Uint32Array(rows)
  const scales = new Float32Array(last)
  let classes = new Uint16Array(last * FEW)
  let values = new Int8Array(last * FEW)
  let length = 0
  for (let row = 0; row < last; row++) {
    const weights = table.subarray(row * stride, row * stride + classCount)
    const scale = largest(weights) / LEVELS
    scales[row] = scale
    if (length + classCount > values.length) {
      classes = larger(classes, new Uint16Array(2 * length + classCount))
      values = larger(values, new Int8Array(2 * length + classCount))
    }
    for (let c = 0; c < classCount && scale > 0; c++) {
      const value = Math.round(weights[c]! / scale)
      if (Math.abs(value) <= NEGLIGIBLE) continue
      classes[length] = c
      values[length++] = value
    }
    starts[row + 1] = length
  }
  const bias = table.slice(last * stride, last * stride + classCount)
  return {
    classCount,
    starts,
    classes: classes.slice(0, length),
    values: values.slice(0, length),
    scales,
    bias,
    baseline,
  }
}

function larger<T extends Uint16Array | Int8Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function largest(weights: Float32Array): number {
  let most = 0
  for (let c = 0; c < weights.length; c++) most = Math.max(most, Math.abs(weights[c]!))
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

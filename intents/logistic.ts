/** A logistic regression over a few standardised signals. */
export interface Logistic {
  means: number[]
  deviations: number[]
  weights: number[]
  bias: number
}

/** Pull towards zero, in observations; keeps a separable sample finite. */
const RIDGE = 1
const STEPS = 25
/** A step that moves no weight by more is the last; they are of standardised signals. */
const SETTLED = 1e-4

/** Fits by Newton's method. `rows` are the signals, `outcomes` 0 or 1, `importance` each row's weight. */
export function fitLogistic(rows: number[][], outcomes: number[], importance: number[]): Logistic {
  const width = rows[0]?.length ?? 0
  const { means, deviations } = standardise(rows, importance, width)
  const inputs = new Float64Array(rows.length * (width + 1)).fill(1)
  rows.forEach((row, r) => {
    for (let i = 0; i < width; i++) inputs[r * (width + 1) + i] = (row[i]! - means[i]!) / deviations[i]!
  })
  let weights = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const { gradient, hessian } = derivatives(inputs, outcomes, importance, weights)
    const change = solve(hessian, gradient)
    weights = weights.map((weight, i) => weight + change[i]!)
    if (change.every((delta) => Math.abs(delta) < SETTLED)) break
  }
  return { means, deviations, weights: weights.slice(0, width), bias: weights[width]! }
}

/** The probability that the outcome is 1. */
export function predict(model: Logistic, row: number[]): number {
  let sum = model.bias
  for (let i = 0; i < row.length; i++) {
    sum += (model.weights[i]! * (row[i]! - model.means[i]!)) / model.deviations[i]!
  }
  return sigmoid(sum)
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** The inverse of `sigmoid`, finite at 0 and 1. */
export function logit(p: number): number {
  return Math.log((p + 1e-9) / (1 - p + 1e-9))
}

function standardise(rows: number[][], importance: number[], width: number) {
  const total = importance.reduce((sum, weight) => sum + weight, 0) || 1
  const means = new Array<number>(width).fill(0)
  const deviations = new Array<number>(width).fill(0)
  rows.forEach((row, r) => {
    for (let i = 0; i < width; i++) means[i]! += (importance[r]! * row[i]!) / total
  })
  rows.forEach((row, r) => {
    for (let i = 0; i < width; i++) deviations[i]! += (importance[r]! * (row[i]! - means[i]!) ** 2) / total
  })
  return { means, deviations: deviations.map((variance) => Math.sqrt(variance) || 1) }
}

function derivatives(inputs: Float64Array, outcomes: number[], importance: number[], weights: number[]) {
  const size = weights.length
  const gradient = weights.map((weight, i) => (i === size - 1 ? 0 : -RIDGE * weight))
  const sums = new Float64Array(size * size)
  for (let i = 0; i < size; i++) sums[i * size + i] = i === size - 1 ? 1e-6 : RIDGE
  for (let row = 0, at = 0; row < outcomes.length; row++, at += size) {
    let score = 0
    for (let i = 0; i < size; i++) score += weights[i]! * inputs[at + i]!
    const p = sigmoid(score)
    const pull = importance[row]! * (outcomes[row]! - p)
    const curve = importance[row]! * p * (1 - p)
    for (let i = 0; i < size; i++) {
      const input = inputs[at + i]!
      gradient[i]! += pull * input
      const bent = curve * input
      for (let j = 0; j <= i; j++) sums[i * size + j]! += bent * inputs[at + j]!
    }
  }
  const hessian = weights.map((_, i) => weights.map((__, j) => sums[Math.max(i, j) * size + Math.min(i, j)]!))
  return { gradient, hessian }
}

/** Solves a small symmetric positive system by Gaussian elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    }
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const head = rows[column]![column]! || 1e-12
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / head
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * rows[column]![k]!
    }
  }
  return rows.map((row, i) => row[size]! / (row[i]! || 1e-12))
}

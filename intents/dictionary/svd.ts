import type { Sparse } from './coOccurrence.ts'

/**
 * The rows' coordinates along the strongest directions of a sparse matrix: U·Σ^power, row-major, `rank` numbers a row.
 * By subspace iteration from a seeded random start (Halko, Martinsson, Tropp 2011, "Finding structure with randomness").
 */
export function truncatedSvd(matrix: Sparse, rank: number, power: number, seed: number): Float32Array {
  const width = rank + EXTRA
  let basis = randomBasis(matrix.columns, width, seed)
  for (let i = 0; i < ITERATIONS; i++) {
    basis = multiplyTransposed(matrix, multiply(matrix, basis, width), width)
    orthonormalise(basis, matrix.columns, width)
  }
  const projected = multiply(matrix, basis, width)
  const { values, vectors } = symmetricEigen(gram(projected, matrix.rows, width), width)
  const order = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!)
  const result = new Float32Array(matrix.rows * rank)
  for (let k = 0; k < rank; k++) {
    const column = order[k]!
    const scale = Math.max(values[column]!, 1e-12) ** ((power - 1) / 2)
    for (let row = 0; row < matrix.rows; row++) {
      let dot = 0
      for (let i = 0; i < width; i++) dot += projected[row * width + i]! * vectors[i * width + column]!
      result[row * rank + k] = dot * scale
    }
  }
  return result
}

const EXTRA = 16
const ITERATIONS = 6

function randomBasis(rows: number, width: number, seed: number): Float32Array {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  const basis = Float32Array.from({ length: rows * width }, next)
  orthonormalise(basis, rows, width)
  return basis
}

function multiply(matrix: Sparse, right: Float32Array, width: number): Float32Array {
  const result = new Float32Array(matrix.rows * width)
  for (let row = 0; row < matrix.rows; row++) {
    const target = result.subarray(row * width, (row + 1) * width)
    for (let i = matrix.starts[row]!; i < matrix.starts[row + 1]!; i++) {
      const value = matrix.values[i]!
      const from = matrix.indices[i]! * width
      for (let k = 0; k < width; k++) target[k]! += value * right[from + k]!
    }
  }
  return result
}

function multiplyTransposed(matrix: Sparse, right: Float32Array, width: number): Float32Array {
  const result = new Float32Array(matrix.columns * width)
  for (let row = 0; row < matrix.rows; row++) {
    const from = row * width
    for (let i = matrix.starts[row]!; i < matrix.starts[row + 1]!; i++) {
      const value = matrix.values[i]!
      const to = matrix.indices[i]! * width
      for (let k = 0; k < width; k++) result[to + k]! += value * right[from + k]!
    }
  }
  return result
}

/** Makes the columns orthonormal, by the inverse root of their Gram matrix. */
function orthonormalise(basis: Float32Array, rows: number, width: number): void {
  const { values, vectors } = symmetricEigen(gram(basis, rows, width), width)
  const turned = new Float64Array(width)
  for (let row = 0; row < rows; row++) {
    const line = basis.subarray(row * width, (row + 1) * width)
    turned.fill(0)
    for (let i = 0; i < width; i++) for (let k = 0; k < width; k++) turned[k]! += line[i]! * vectors[i * width + k]!
    for (let k = 0; k < width; k++) line[k] = turned[k]! / Math.sqrt(Math.max(values[k]!, 1e-12))
  }
}

function gram(matrix: Float32Array, rows: number, width: number): Float64Array {
  const result = new Float64Array(width * width)
  for (let row = 0; row < rows; row++) {
    const line = matrix.subarray(row * width, (row + 1) * width)
    for (let i = 0; i < width; i++) {
      const value = line[i]!
      if (value === 0) continue
      for (let k = i; k < width; k++) result[i * width + k]! += value * line[k]!
    }
  }
  for (let i = 0; i < width; i++) for (let k = 0; k < i; k++) result[i * width + k] = result[k * width + i]!
  return result
}

const SWEEPS = 12

/** Eigenvalues and, as columns, eigenvectors of a symmetric matrix, by cyclic Jacobi rotations. */
function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const work = matrix.slice()
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(work, vectors, size, p, q)
  }
  return { values: Float64Array.from({ length: size }, (_, i) => work[i * size + i]!), vectors }
}

function rotate(work: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = work[p * size + q]!
  if (Math.abs(off) < 1e-14 * Math.sqrt(Math.abs(work[p * size + p]! * work[q * size + q]!))) return
  const theta = (work[q * size + q]! - work[p * size + p]!) / (2 * off)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let k = 0; k < size; k++) turn(work, k * size + p, k * size + q, cosine, sine)
  for (let k = 0; k < size; k++) turn(work, p * size + k, q * size + k, cosine, sine)
  for (let k = 0; k < size; k++) turn(vectors, k * size + p, k * size + q, cosine, sine)
}

function turn(numbers: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const a = numbers[first]!
  const b = numbers[second]!
  numbers[first] = cosine * a - sine * b
  numbers[second] = sine * a + cosine * b
}

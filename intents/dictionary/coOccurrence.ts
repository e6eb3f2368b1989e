/** A sparse matrix by rows. */
export interface Sparse {
  rows: number
  columns: number
  starts: Uint32Array
  indices: Uint32Array
  values: Float32Array
}

/** Counts how often a word stands in a context. */
export class CoOccurrence {
  readonly words = new Map<string, number>()
  readonly contexts = new Map<string, number>()
  private readonly counts: Map<number, number>[] = []

  add(word: string, context: string, weight: number): void {
    const row = this.counts[numberOf(this.words, word)]
    const column = numberOf(this.contexts, context)
    if (row === undefined) this.counts.push(new Map([[column, weight]]))
    else row.set(column, (row.get(column) ?? 0) + weight)
  }

  /**
   * Positive pointwise mutual information, the contexts' probabilities smoothed by the power 0.75
   * (Levy, Goldberg, Dagan 2015, "Improving distributional similarity with lessons learned from word embeddings").
   */
  toPpmi(): Sparse {
    const rowSums = this.counts.map((row) => sum(row.values()))
    const columnSums = new Float64Array(this.contexts.size)
    for (const row of this.counts) for (const [column, count] of row) columnSums[column]! += count
    const smoothed = columnSums.map((total) => total ** 0.75)
    const all = sum(smoothed)
    const starts = new Uint32Array(this.counts.length + 1)
    const indices: number[] = []
    const values: number[] = []
    this.counts.forEach((row, number) => {
      for (const [column, count] of row) {
        const information = Math.log((count * all) / (rowSums[number]! * smoothed[column]!))
        if (information <= 0) continue
        indices.push(column)
        values.push(information)
      }
      starts[number + 1] = indices.length
    })
    return {
      rows: this.counts.length,
      columns: this.contexts.size,
      starts,
      indices: Uint32Array.from(indices),
      values: Float32Array.from(values),
    }
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** Divides each row by its length to the given power, in place. */
export function scaleRows(matrix: Sparse, power: number): Sparse {
  for (let row = 0; row < matrix.rows; row++) {
    const values = matrix.values.subarray(matrix.starts[row]!, matrix.starts[row + 1]!)
    const length = Math.sqrt(values.reduce((square, value) => square + value * value, 0))
    if (length === 0) continue
    for (let i = 0; i < values.length; i++) values[i]! /= length ** power
  }
  return matrix
}

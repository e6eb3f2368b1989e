import { describe, expect, test } from 'vitest'
import { createKernel, Layout } from '../../intents/kernel.ts'
import { type Rows, Solver } from '../../intents/svm.ts'

describe('the kernel', () => {
  const layout = new Layout()
  const at = {
    table: layout.reserve(24),
    indices: layout.reserve(6),
    values: layout.reserve(6),
    vector: layout.reserve(8),
    places: layout.reserve(2),
  }
  const memory = layout.allocate()
  const table = new Float32Array(memory.buffer, at.table, 24)
  const vector = new Float32Array(memory.buffer, at.vector, 8)
  const places = new Int32Array(memory.buffer, at.places, 2)
  const { gather, scatter } = createKernel(memory)
  table.set(Array.from({ length: 24 }, (_, i) => i))
  new Int32Array(memory.buffer, at.indices, 6).set([2, 0, 1, 1, 2, 0])
  new Float32Array(memory.buffer, at.values, 6).set([0.5, -1, 2, 1, 1, 3])
  /** Three rows of eight classes. */
  const step = [at.table, 8, at.indices, at.values] as const

  test.each([1, 2, 3, 4, 5, 6])('adds up %i weighted rows of the table', (count) => {
    const parts = [0.5, -1, 2, 1, 1, 3].map((value, k) => ({ value, shift: [16, 0, 8, 8, 16, 0][k]! }))
    vector.fill(1)
    gather(...step, count, at.vector)
    const expected = Array.from({ length: 8 }, (_, c) =>
      parts.slice(0, count).reduce((sum, { shift, value }) => sum + value * (shift + c), 1),
    )
    expect([...vector]).toEqual(expected)
  })

  test('does nothing for no rows', () => {
    vector.fill(1)
    gather(...step, 0, at.vector)
    expect([...vector]).toEqual(new Array(8).fill(1))
  })

  test('spreads changes over the rows, in the fours of classes that are listed', () => {
    const before = [...table]
    vector.set([9, 9, 9, 9, 2, 0, 0, 4])
    places[0] = 16
    scatter(...step, 2, at.vector, at.places, 1)
    const changed = before.map((value, i) => value + (i < 8 ? -1 : i < 16 ? 0 : 0.5) * ([2, 0, 0, 4][(i % 8) - 4] ?? 0))
    expect([...table]).toEqual(changed)
    scatter(...step, 2, at.vector, at.places, 0)
    expect([...table]).toEqual(changed)
  })
})

describe('the solver', () => {
  /** Four rows on a line, of two classes, with the border between 1 and 2; plus a column that says nothing. */
  const rows: Rows = {
    count: 4,
    starts: Int32Array.of(0, 2, 4, 6, 8),
    indices: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1),
    values: Float32Array.of(0, 1, 1, 1, 2, 1, 3, 1),
    columns: 2,
    dense: new Float32Array(0),
    width: 0,
    own: new Float32Array(4),
  }
  const unbounded = { mostPositive: Number.POSITIVE_INFINITY, mostNegative: Number.POSITIVE_INFINITY }
  const options = { cost: 100, positiveCost: 1, ...unbounded, ownShare: 0, epochs: 2000, foldEpochs: 200, seed: 1 }
  const labels = Uint16Array.of(0, 0, 1, 1)

  test('finds the widest margin', () => {
    const { weights, stride } = new Solver(rows, labels, 2, options).solve()
    const score = (x: number, c: number) => weights[c]! * x + weights[stride + c]! + weights[2 * stride + c]!
    expect(score(1, 0)).toBeCloseTo(1, 1)
    expect(score(2, 0)).toBeCloseTo(-1, 1)
    expect(score(1.5, 1)).toBeCloseTo(0, 1)
  })

  test('follows two right lines rather than the middle between them and a wrong one', () => {
    const places = [0, 3, 3, 3]
    const atOnePlace = { ...rows, values: Float32Array.from(places.flatMap((place) => [place, 1])) }
    const scoreAtPlace = (most: number) => {
      const bounded = { ...options, mostPositive: most, mostNegative: most }
      const { weights, stride } = new Solver(atOnePlace, Uint16Array.of(0, 1, 1, 0), 2, bounded).solve()
      return weights[1]! * 3 + weights[stride + 1]! + weights[2 * stride + 1]!
    }
    expect(scoreAtPlace(Number.POSITIVE_INFINITY)).toBeLessThan(0.6)
    expect(scoreAtPlace(1)).toBeGreaterThan(0.9)
  })

  test('judges held-out rows by planes that never saw them', () => {
    const solver = new Solver(rows, Uint16Array.of(0, 0, 1, 0), 2, options)
    solver.solve()
    const scores = solver.scoreHeldOut(Uint8Array.of(0, 0, 1, 0), 2)
    expect(scores[2 * 2]!, 'without row 2 everything is class 0').toBeGreaterThan(0.9)
  })
})

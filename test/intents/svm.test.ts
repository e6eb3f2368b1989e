import { describe, expect, test } from 'vitest'
import { createKernel, Layout } from '../../intents/kernel.ts'
import { type Rows, Solver } from '../../intents/svm.ts'

describe('the kernel', () => {
  const layout = new Layout()
  const at = {
    table: layout.reserve(12),
    indices: layout.reserve(2),
    values: layout.reserve(2),
    vector: layout.reserve(4),
  }
  const memory = layout.allocate()
  const table = new Float32Array(memory.buffer, at.table, 12)
  const vector = new Float32Array(memory.buffer, at.vector, 4)
  const { gather, scatter } = createKernel(memory)
  table.set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  new Int32Array(memory.buffer, at.indices, 2).set([2, 0])
  new Float32Array(memory.buffer, at.values, 2).set([0.5, -1])

  test('adds up weighted rows of the table', () => {
    vector.fill(1)
    gather(at.table, 4, at.indices, at.values, 2, at.vector)
    expect([...vector]).toEqual([4.5, 4, 3.5, 3])
  })

  test('does nothing for no rows', () => {
    vector.fill(1)
    gather(at.table, 4, at.indices, at.values, 0, at.vector)
    expect([...vector]).toEqual([1, 1, 1, 1])
  })

  test('spreads changes over the rows', () => {
    vector.set([2, 0, 0, 4])
    scatter(at.table, 4, at.indices, at.values, 2, at.vector)
    expect([...table]).toEqual([-1, 2, 3, 0, 5, 6, 7, 8, 10, 10, 11, 14])
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
  const options = { cost: 100, positiveCost: 1, ownShare: 0, epochs: 2000, foldEpochs: 200, seed: 1 }
  const labels = Uint16Array.of(0, 0, 1, 1)

  test('finds the widest margin', () => {
    const { weights, stride } = new Solver(rows, labels, 2, options).solve()
    const score = (x: number, c: number) => weights[c]! * x + weights[stride + c]! + weights[2 * stride + c]!
    expect(score(1, 0)).toBeCloseTo(1, 1)
    expect(score(2, 0)).toBeCloseTo(-1, 1)
    expect(score(1.5, 1)).toBeCloseTo(0, 1)
  })

  test('judges held-out rows by planes that never saw them', () => {
    const solver = new Solver(rows, Uint16Array.of(0, 0, 1, 0), 2, options)
    solver.solve()
    const scores = solver.scoreHeldOut(Uint8Array.of(0, 0, 1, 0), 2)
    expect(scores[2 * 2]!, 'without row 2 everything is class 0').toBeGreaterThan(0.9)
  })
})

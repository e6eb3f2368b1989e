import { describe, expect, test } from 'vitest'
import {
  aupr,
  auroc,
  calibrationError,
  coverageAt,
  falsePositivesAt95,
  macroF1,
  percentile,
} from '../../intents/metrics.ts'

const ranked = (positives: number[], negatives: number[]) => [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
]

describe('ranking figures', () => {
  test('AUROC is 1 in order, 0 in reverse, a half for ties', () => {
    expect(auroc(ranked([3, 4], [1, 2]))).toBe(1)
    expect(auroc(ranked([1, 2], [3, 4]))).toBe(0)
    expect(auroc(ranked([1, 1], [1, 1]))).toBe(0.5)
    expect(auroc(ranked([2], [1, 3]))).toBe(0.5)
  })

  test('average precision weighs each positive found', () => {
    expect(aupr(ranked([3, 1], [2]))).toBeCloseTo((1 + 2 / 3) / 2)
  })

  test('false positives are counted where 95 % of the positives are kept', () => {
    const positives = Array.from({ length: 20 }, (_, i) => i + 1)
    expect(falsePositivesAt95(ranked(positives, [0, 1.5, 2.5, 30]))).toBe(0.5)
  })
})

describe('confidence figures', () => {
  const lines = [
    { confidence: 0.9, right: true },
    { confidence: 0.8, right: true },
    { confidence: 0.7, right: false },
    { confidence: 0.6, right: true },
  ]

  test('coverage is the largest share that holds the precision', () => {
    expect(coverageAt(lines, 1)).toBe(0.5)
    expect(coverageAt(lines, 0.75)).toBe(1)
    expect(coverageAt(lines, 0.76)).toBe(0.5)
    expect(coverageAt([{ confidence: 1, right: false }], 0.5)).toBe(0)
  })

  test('no threshold stands between equal confidences', () => {
    const equal = [
      { confidence: 0.5, right: true },
      { confidence: 0.5, right: false },
    ]
    expect(coverageAt(equal, 1)).toBe(0)
  })

  test('calibration error is the mean distance of confidence and truth', () => {
    const half = Array.from({ length: 10 }, (_, i) => ({ confidence: 0.8, right: i < 5 }))
    expect(calibrationError(half)).toBeCloseTo(0.3)
    expect(calibrationError([{ confidence: 1, right: true }])).toBe(0)
  })
})

test('macro-F1 counts each wanted intent alike', () => {
  const pairs = [
    { want: 'a', got: 'a' },
    { want: 'a', got: 'a' },
    { want: 'b', got: 'a' },
  ]
  expect(macroF1(pairs)).toBeCloseTo((4 / 5 + 0) / 2)
})

test('a percentile of few numbers is one of them', () => {
  expect(percentile([3, 1, 2], 0.5)).toBe(2)
  expect(percentile([3, 1, 2], 0.99)).toBe(3)
})

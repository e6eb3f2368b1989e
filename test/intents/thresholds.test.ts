import { describe, expect, test } from 'vitest'
import { certaintyOf } from '../../intents/classify.ts'
import { chooseThresholds, type Verdict } from '../../intents/thresholds.ts'

const OPTIONS = { precision: 0.9, falseRejections: 0, worthOffering: 0.5 }

const verdict = (confidence: number, correct: boolean, more: Partial<Verdict> = {}): Verdict => ({
  confidence,
  correct,
  inTopThree: correct,
  outOfScope: 0,
  belongsToNone: false,
  importance: 1,
  ...more,
})

describe('certainty', () => {
  const thresholds = { answer: 0.8, clarify: 0.3 }
  test.each([
    [0.8, 'sure'],
    [0.7999, 'close'],
    [0.3, 'close'],
    [0.2999, 'lost'],
  ])('at %d is %s', (confidence, certainty) => {
    expect(certaintyOf(confidence, thresholds)).toBe(certainty)
  })
})

describe('the answer threshold', () => {
  const rights = Array.from({ length: 90 }, (_, i) => verdict(0.99 - i / 1000, true))
  const wrongs = Array.from({ length: 10 }, (_, i) => verdict(0.5 - i / 1000, false))

  test('is the lowest at which the wanted precision holds, luck apart', () => {
    const { answer } = chooseThresholds([...rights, ...wrongs], OPTIONS)
    const answered = wrongs.filter(({ confidence }) => confidence >= answer).length
    expect(answered, '90 of 96 are right by more than luck, 90 of 97 are not').toBe(6)
  })

  test('is higher for a higher precision', () => {
    const { answer } = chooseThresholds([...rights, ...wrongs], { ...OPTIONS, precision: 0.98 })
    expect(answer).toBeCloseTo(0.901)
  })

  test('is out of reach when nothing is precise enough', () => {
    expect(chooseThresholds([verdict(0.9, false)], OPTIONS).answer).toBe(1)
  })
})

describe('the clarify threshold', () => {
  test('stands above those of whom too few would find theirs among three', () => {
    const judged = [
      verdict(0.1, false),
      verdict(0.2, false),
      verdict(0.6, true),
      verdict(0.7, true),
      verdict(0.8, true),
    ]
    expect(chooseThresholds(judged, OPTIONS).clarify).toBe(0.6)
  })

  test('never stands above the answer threshold', () => {
    const judged = [verdict(0.9, true), verdict(0.5, true, { inTopThree: false }), verdict(0.4, false)]
    const { answer, clarify } = chooseThresholds(judged, { ...OPTIONS, precision: 0.5 })
    expect(clarify).toBeLessThanOrEqual(answer)
  })
})

describe('the out-of-scope threshold', () => {
  test('is out of reach when no example showed what is out of scope', () => {
    expect(chooseThresholds([verdict(0.9, true, { outOfScope: 0.9 })], OPTIONS).outOfScope).toBeGreaterThan(1)
  })

  test('rejects no more of the understood than allowed', () => {
    const understood = [0.1, 0.2, 0.3, 0.4].map((outOfScope) => verdict(0.9, true, { outOfScope }))
    const stranger = verdict(0.2, false, { outOfScope: 0.9, belongsToNone: true })
    const threshold = chooseThresholds([...understood, stranger], { ...OPTIONS, falseRejections: 0.25 }).outOfScope
    expect(understood.filter(({ outOfScope }) => outOfScope >= threshold).length).toBeLessThanOrEqual(1)
    expect(stranger.outOfScope).toBeGreaterThanOrEqual(threshold)
  })
})

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

/** Verdicts whose confidence is the chance that they are right. */
function honest(count: number, seed: number): Verdict[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: count }, () => {
    const confidence = 1 - random() ** 2 / 2
    return verdict(confidence, random() < confidence)
  })
}

describe('the answer threshold', () => {
  const seen = honest(1000, 1)
  const fresh = honest(20_000, 2)
  const answeredAt = (threshold: number) => fresh.filter(({ confidence }) => confidence >= threshold)
  const shareRight = (verdicts: Verdict[]) => verdicts.filter(({ correct }) => correct).length / verdicts.length

  test.each([0.9, 0.95, 0.97])(
    'keeps a precision of %d with messages that come later, and answers what it can',
    (precision) => {
      const answered = answeredAt(chooseThresholds(seen, { ...OPTIONS, precision }).answer)
      expect(shareRight(answered)).toBeGreaterThan(precision - 0.01)
      expect(shareRight(answered)).toBeLessThan(precision + 0.01)
    },
  )

  test('hangs less on luck than a count of the mistakes would', () => {
    const shares = Array.from({ length: 20 }, (_, draw) => {
      const { answer } = chooseThresholds(honest(400, 7919 * (draw + 1)), { ...OPTIONS, precision: 0.97 })
      return answeredAt(answer).length / fresh.length
    })
    expect(Math.max(...shares) - Math.min(...shares), 'a count has 0.36').toBeLessThan(0.25)
  })

  test('leaves out what is rejected, since it is not answered', () => {
    const strangers = honest(300, 3).map(({ confidence }) =>
      verdict(confidence, false, { belongsToNone: true, outOfScope: 0.9 }),
    )
    const understood = seen.map((each) => ({ ...each, outOfScope: 0.1 }))
    const { answer, outOfScope } = chooseThresholds([...understood, ...strangers], OPTIONS)
    expect(outOfScope).toBeLessThan(0.9)
    expect(answer).toBeLessThan(1)
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

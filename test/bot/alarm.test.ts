import { expect, test } from 'vitest'
import { raisedByModel, stands, withNumbers } from '../../bot/alarm.ts'
import type { Classification, EmergencyMatch, Scored } from '../../bot/types.ts'

const isEmergency = (intent: string): boolean => intent.startsWith('emergency.') || intent === 'gas.leak'
const rule: EmergencyMatch = { intent: 'emergency.violence', rule: 'robbery' }

function model(alternatives: Scored[], more: Partial<Classification> = {}): Classification {
  const [best = { intent: 'out_of_scope', confidence: 0 }] = alternatives
  return { ...best, alternatives, outOfScope: false, certainty: 'sure', ...more }
}

const fee = (confidence: number, chance: number): Classification =>
  model([
    { intent: 'parking.fee', confidence },
    { intent: 'emergency.violence', confidence: chance },
  ])

test('a rule is called off where the model is sure of another matter and sees no emergency', () => {
  expect(stands(rule, fee(0.5, 0.09), isEmergency)).toBe(false)
  expect(stands(rule, fee(0.5, 0.1), isEmergency)).toBe(true)
  expect(stands(rule, fee(0.49, 0.01), isEmergency)).toBe(true)
})

test('the chances of all emergencies count together', () => {
  const two = model([
    { intent: 'parking.fee', confidence: 0.8 },
    { intent: 'emergency.violence', confidence: 0.06 },
    { intent: 'emergency.injury', confidence: 0.05 },
  ])
  expect(stands(rule, two, isEmergency)).toBe(true)
})

test('a model that is lost calls nothing off; one that rejects as out of scope does', () => {
  expect(stands(rule, { ...fee(0.8, 0.01), certainty: 'lost' }, isEmergency)).toBe(true)
  expect(stands(rule, { ...fee(0.2, 0.01), certainty: 'lost', outOfScope: true }, isEmergency)).toBe(false)
})

test.each(['emergency.missing', 'emergency.selfharm', 'gas.leak'] as const)('%s is never called off', (intent) => {
  expect(stands({ intent, rule: 'any' }, fee(0.99, 0), isEmergency)).toBe(true)
})

test('the model raises an alarm of its own from four chances in ten on', () => {
  const gas = (confidence: number) => model([{ intent: 'gas.leak', confidence }], { certainty: 'close' })
  expect(raisedByModel(gas(0.4), isEmergency)).toBe('gas.leak')
  expect(raisedByModel(gas(0.39), isEmergency)).toBeUndefined()
  expect(raisedByModel({ ...gas(0.9), outOfScope: true }, isEmergency)).toBeUndefined()
  expect(raisedByModel({ ...gas(0.9), certainty: 'lost' }, isEmergency)).toBeUndefined()
  expect(raisedByModel(fee(0.4, 0.9), isEmergency)).toBeUndefined()
})

test('what was called off still brings the numbers, after the answer', () => {
  const outcome = { action: 'answer' as const, replies: [{ text: '一' }, { text: '二' }] }
  expect(withNumbers(outcome, '先打 110').replies.map((reply) => reply.text)).toEqual(['一', '二\n先打 110'])
  expect(withNumbers({ action: 'relay', replies: [] }, '先打 110').replies).toEqual([])
})

import { expect, test } from 'vitest'
import { alarmIn, inDoubt, isBare, raisedByModel, stands, withNumbers } from '../../bot/alarm.ts'
import type { Classification, EmergencyIntent, EmergencyMatch, Scored } from '../../bot/types.ts'

const isEmergency = (intent: string): boolean =>
  intent.startsWith('emergency.') || ['gas.leak', 'leak.burst', 'elevator.trapped'].includes(intent)
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
const gas = (confidence: number, more: Partial<Classification> = {}): Classification =>
  model([{ intent: 'gas.leak', confidence }], { certainty: 'close', ...more })
const raised = (reading: Classification, part = false) => raisedByModel([reading], { part }, isEmergency)

test('a rule is called off where the model is sure of another matter and sees no emergency', () => {
  expect(stands(rule, fee(0.6, 0.019), isEmergency)).toBe(false)
  expect(stands(rule, fee(0.6, 0.02), isEmergency)).toBe(true)
  expect(stands(rule, fee(0.59, 0.01), isEmergency)).toBe(true)
})

test('the chances of all emergencies count together', () => {
  const two = model([
    { intent: 'parking.fee', confidence: 0.8 },
    { intent: 'emergency.violence', confidence: 0.015 },
    { intent: 'emergency.injury', confidence: 0.015 },
  ])
  expect(stands(rule, two, isEmergency)).toBe(true)
})

test('a model that is lost calls nothing off; one that rejects as out of scope does', () => {
  expect(stands(rule, { ...fee(0.8, 0.01), certainty: 'lost' }, isEmergency)).toBe(true)
  const strange = { ...fee(0.2, 0.01), certainty: 'lost' as const, outOfScope: true }
  expect(stands(rule, { ...strange, confidence: 0.6 }, isEmergency)).toBe(false)
  expect(stands(rule, { ...strange, confidence: 0.4 }, isEmergency)).toBe(true)
})

test.each(['emergency.missing', 'emergency.selfharm', 'gas.leak'] as const)(
  '%s is called off only where the model is all but certain',
  (intent) => {
    expect(stands({ intent, rule: 'any' }, fee(0.86, 0.012), isEmergency)).toBe(false)
    expect(stands({ intent, rule: 'any' }, fee(0.86, 0.013), isEmergency)).toBe(true)
    expect(stands({ intent, rule: 'any' }, fee(0.85, 0.001), isEmergency)).toBe(true)
  },
)

test('a model that is not lost and gives an emergency no chance at all calls a rule off, however unsure it is', () => {
  expect(stands(rule, fee(0.3, 0.006), isEmergency)).toBe(false)
  expect(stands(rule, fee(0.3, 0.007), isEmergency)).toBe(true)
  expect(stands(rule, { ...fee(0.3, 0.006), certainty: 'lost' }, isEmergency)).toBe(true)
  expect(stands({ intent: 'gas.leak', rule: 'any' }, fee(0.3, 0), isEmergency)).toBe(true)
})

test('what reads like a tale is none where the model is all but certain', () => {
  const told = (chance: number) => alarmIn([{ model: gas(chance, { certainty: 'sure' }), part: false }], isEmergency)
  expect(told(0.97)?.intent).toBe('gas.leak')
  expect(told(0.96)).toBeUndefined()
})

test('a part needs to be all but certain where the whole message is surely about another matter', () => {
  const part = (chance: number) => ({ model: gas(chance), plain: gas(chance), part: true })
  const whole = { model: fee(0.9, 0.01), plain: fee(0.9, 0.01), part: false }
  expect(alarmIn([whole, part(0.98)], isEmergency)).toBeUndefined()
  expect(alarmIn([whole, part(0.99)], isEmergency)?.intent).toBe('gas.leak')
  expect(alarmIn([{ ...whole, model: fee(0.85, 0.01) }, part(0.7)], isEmergency)?.intent).toBe('gas.leak')
})

test.each([
  ['emergency.injury', 0.6],
  ['emergency.missing', 0.45],
  ['emergency.violence', 0.45],
  ['gas.leak', 0.2],
  ['emergency.fire', 0.2],
  ['elevator.trapped', 0.65],
  ['leak.burst', 0.65],
])('the model raises an alarm of its own for %s from a chance of %d on', (intent, bar) => {
  const told = (confidence: number) => raised(model([{ intent, confidence }], { certainty: 'close' }))
  expect(told(bar)).toBe(intent)
  expect(told(bar - 0.01)).toBeUndefined()
})

test('where it is lost the bar is the same', () => {
  const lost = (intent: string, confidence: number) => raised(model([{ intent, confidence }], { certainty: 'lost' }))
  expect(lost('emergency.missing', 0.45)).toBe('emergency.missing')
  expect(lost('emergency.missing', 0.44)).toBeUndefined()
  expect(lost('gas.leak', 0.2)).toBe('gas.leak')
  expect(lost('gas.leak', 0.19)).toBeUndefined()
})

test('a message without a word of it needs more, one without a word of any emergency most', () => {
  const told = (intent: EmergencyIntent, confidence: number, hints: EmergencyIntent[]) => {
    const read = model([{ intent, confidence }], { certainty: 'close' })
    return alarmIn([{ model: read, plain: read, hints, part: false }], isEmergency)?.intent
  }
  expect(told('emergency.missing', 0.45, ['emergency.selfharm', 'emergency.missing'])).toBe('emergency.missing')
  expect(told('emergency.missing', 0.79, ['emergency.selfharm', 'emergency.injury'])).toBeUndefined()
  expect(told('emergency.missing', 0.8, ['emergency.selfharm', 'emergency.injury'])).toBe('emergency.missing')
  expect(told('gas.leak', 0.2, ['emergency.selfharm', 'emergency.injury']), 'told in too many ways').toBe('gas.leak')
  expect(told('gas.leak', 0.89, ['emergency.selfharm'])).toBeUndefined()
  expect(told('gas.leak', 0.9, ['emergency.selfharm'])).toBe('gas.leak')
  expect(told('emergency.selfharm', 0.45, ['emergency.selfharm'])).toBe('emergency.selfharm')
})

test('in doubt there is no alarm, and the numbers all the same', () => {
  const doubtful = (chance: number) => ({ model: gas(chance), plain: gas(chance), part: false })
  expect(inDoubt([doubtful(0.2)], isEmergency)).toBe(true)
  expect(inDoubt([doubtful(0.19)], isEmergency)).toBe(false)
  expect(inDoubt([{ model: gas(0.3), part: false }], isEmergency), 'a tale').toBe(false)
  expect(inDoubt([{ ...doubtful(0), rule }], isEmergency), 'called off').toBe(true)
})

test('where it takes the words for nobody’s business here, the bar depends on how sure it is of that', () => {
  const strange = (chance: number, confidence: number) =>
    raised(gas(chance, { certainty: 'lost', outOfScope: true, intent: 'out_of_scope', confidence }))
  expect(strange(0.3, 0.59)).toBe('gas.leak')
  expect(strange(0.69, 0.6)).toBeUndefined()
  expect(strange(0.7, 0.6)).toBe('gas.leak')
})

test('a part torn from its message needs more', () => {
  expect(raised(gas(0.69), true)).toBeUndefined()
  expect(raised(gas(0.7), true)).toBe('gas.leak')
})

test('what is left without figures of speech must still sound like one, and a tale never does', () => {
  const heard = { model: gas(0.9), part: false }
  expect(alarmIn([{ ...heard, plain: gas(0.9) }], isEmergency)).toEqual({ intent: 'gas.leak', byRule: false })
  expect(alarmIn([{ ...heard, plain: fee(0.9, 0.1) }], isEmergency)).toBeUndefined()
  expect(alarmIn([heard], isEmergency)).toBeUndefined()
})

test('a wish to die is taken at its word, whatever it is made to depend on', () => {
  const wish = model([{ intent: 'emergency.selfharm', confidence: 0.9 }])
  expect(alarmIn([{ model: wish, part: false }], isEmergency)?.intent).toBe('emergency.selfharm')
})

test('a rule in a part speaks before the model about the whole', () => {
  const whole = { model: gas(0.9), plain: gas(0.9), part: false }
  expect(alarmIn([whole, { rule, model: fee(0.4, 0.4), part: true }], isEmergency)).toEqual({
    intent: 'emergency.violence',
    byRule: true,
  })
})

test('what was called off still brings the numbers, after the answer', () => {
  const outcome = { action: 'answer' as const, replies: [{ text: '一' }, { text: '二' }] }
  expect(withNumbers(outcome, '先打 110').replies.map((reply) => reply.text)).toEqual(['一', '二\n先打 110'])
  expect(withNumbers({ action: 'relay', replies: [] }, '先打 110').replies).toEqual([])
})

test.each(['孩子', '在里面', '在家裡', '就我们家', '就我一个人在家', 'inside', 'my mum'])(
  '“%s” answers a question: however sure the model is, it raises nothing alone',
  (text) => {
    const sure = gas(0.99, { certainty: 'sure' })
    const heard = { model: sure, plain: sure, part: false }
    expect(alarmIn([{ ...heard, ...(isBare(text) ? { bare: true } : {}) }], isEmergency)).toBeUndefined()
    expect(alarmIn([heard], isEmergency)).toMatchObject({ intent: 'gas.leak' })
    expect(alarmIn([{ ...heard, bare: true, rule }], isEmergency)).toMatchObject({ byRule: true })
  },
)

test.each(['救命', '孩子不见了', '着火了', 'help', '有人打我', '爆了'])('“%s” tells of something', (text) => {
  expect(isBare(text)).toBe(false)
})

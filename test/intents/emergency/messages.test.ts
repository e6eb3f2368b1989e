import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EMERGENCY_INTENTS } from '../../../bot/types.ts'
import { findEmergency } from '../../../intents/emergency/index.ts'

interface Labelled {
  text: string
  intent: string
}

const messages: Labelled[] = readFileSync(new URL('../../messages/emergency.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const isEmergency = ({ intent }: Labelled) => (EMERGENCY_INTENTS as readonly string[]).includes(intent)
const emergencies = messages.filter(isEmergency)
const others = messages.filter((message) => !isEmergency(message))

test('the set holds enough of every kind', () => {
  for (const intent of EMERGENCY_INTENTS) {
    expect(emergencies.filter((message) => message.intent === intent).length, intent).toBeGreaterThanOrEqual(30)
  }
  expect(others.length).toBeGreaterThanOrEqual(400)
})

test('at least 98 % of emergencies are found, and named rightly', () => {
  const missed = emergencies.filter(({ text }) => !findEmergency(text))
  const misnamed = emergencies.filter(({ text, intent }) => {
    const found = findEmergency(text)
    return found && found.intent !== intent
  })
  expect(missed.length / emergencies.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.02)
  expect(misnamed.length / emergencies.length, JSON.stringify(misnamed)).toBeLessThanOrEqual(0.02)
})

test('at most 1 % of other messages raise an alarm', () => {
  const alarms = others.filter(({ text }) => findEmergency(text))
  expect(alarms.length / others.length, JSON.stringify(alarms)).toBeLessThanOrEqual(0.01)
})

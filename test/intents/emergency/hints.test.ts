import { expect, test } from 'vitest'
import type { EmergencyIntent } from '../../../bot/types.ts'
import { hintsIn } from '../../../intents/emergency/index.ts'
import { isEmergency, labelled } from '../../support/alarm.ts'

test.each([
  ['孩子上哪个幼儿园好', 'emergency.missing'],
  ['走廊黑咕隆咚的，摸着墙走', 'emergency.fire'],
  ['水跟线一样细', 'leak.burst'],
  ['小电驴没了，昨晚还在', 'emergency.missing'],
  ['why is the sky blue', 'emergency.fire'],
])('%s has no word of %s', (text, intent) => expect(hintsIn(text)).not.toContain(intent))

test.each([
  ['屋里怪怪的，管子那里滋滋响', 'gas.leak'],
  ['窗户红通通的', 'emergency.fire'],
  ['老爸一早出去，晌午了没影', 'emergency.missing'],
  ['它停了，门不开，我一个人', 'elevator.trapped'],
])('%s has a word of %s', (text, intent) => expect(hintsIn(text)).toContain(intent))

test('who means to die needs no word for it', () => expect(hintsIn('好')).toEqual(['emergency.selfharm']))

test('of the messages that were looked at at most one in a hundred real ones has no word of its emergency', () => {
  const real = ['emergency', 'alarm-dev', 'spoken-dev', 'near-dev']
    .flatMap((name) => labelled(`${name}.jsonl`))
    .filter(({ intent }) => isEmergency(intent))
  const wordless = real.filter(({ text, intent }) => !hintsIn(text).includes(intent as EmergencyIntent))
  expect(wordless.length / real.length, JSON.stringify(wordless)).toBeLessThanOrEqual(0.01)
})

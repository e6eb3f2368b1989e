import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPromises } from '../../../bot/promises/index.ts'
import { toSimplified } from '../../../intents/script.ts'

interface Sentence {
  text: string
  promise: boolean
  lang: string
}

const read = (file: string): Sentence[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence)

/** Shares of promises found and of harmless sentences held, with what went wrong. */
function measure(sentences: Sentence[]) {
  const held = ({ text }: Sentence) => findPromises(text, { today: '2026-11-25', toSimplified }).length > 0
  const [promises, harmless] = [sentences.filter((each) => each.promise), sentences.filter((each) => !each.promise)]
  const missed = promises.filter((each) => !held(each)).map((each) => each.text)
  const alarms = harmless.filter(held).map((each) => each.text)
  return { recall: 1 - missed.length / promises.length, falseAlarms: alarms.length / harmless.length, missed, alarms }
}

test('sentences that the rules were made by: what promises is found, what does not is let through', () => {
  const { recall, falseAlarms, missed, alarms } = measure(read('sentences.jsonl'))
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.98)
  expect(falseAlarms, alarms.join('\n')).toBeLessThanOrEqual(0.02)
})

test('sentences that no rule was made by', () => {
  const { recall, falseAlarms, missed, alarms } = measure(read('unseen.jsonl'))
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.9)
  expect(falseAlarms, alarms.join('\n')).toBeLessThanOrEqual(0.08)
})

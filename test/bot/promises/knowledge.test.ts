import { expect, test } from 'vitest'
import { findPromises } from '../../../bot/promises/index.ts'
import type { Locale } from '../../../bot/types.ts'
import { toSimplified, toTraditional } from '../../../intents/script.ts'
import { voicesOf } from '../../../knowledge/catalogue.ts'
import { knowledge } from '../../support/qiao.ts'

const voices = voicesOf(knowledge, toTraditional)
const facts = [...knowledge.communities.values()].flatMap(({ facts }) => Object.values(facts))
const backed = facts.flatMap(({ zh, en }) => [zh, en])
const promised = (text: string) =>
  findPromises(text, { today: '2026-11-25', backed, toSimplified }).map(({ phrase }) => `${phrase} ← ${text}`)

test.each<Locale>(['zh', 'zh-TW', 'en'])('nothing that the bot knows promises anything: %s', (locale) => {
  const voice = voices('demo', locale)
  const entries = [...knowledge.entries.values()]
  const answers = entries.flatMap((entry) => [voice.answer(entry), voice.responsibility(entry).next])
  const replies = [...knowledge.replies.keys()].map((key) => voice.say(key))
  expect([...answers, ...replies].flatMap(promised)).toEqual([])
})

test('what staff can do, as the card shows it, promises nothing', () => {
  for (const locale of ['zh', 'en'] as const) {
    const lines = [...knowledge.entries.values()].flatMap((entry) => voices('demo', locale).responsibility(entry).can)
    expect(lines.flatMap(promised)).toEqual([])
  }
})

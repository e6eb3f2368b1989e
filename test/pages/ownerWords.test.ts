import { expect, test } from 'vitest'
import { toTraditional } from '../../intents/script.ts'
import { BINDING_WORDS } from '../../pages/owner/binding/words.ts'
import { CARD_WORDS } from '../../pages/owner/cards/words.ts'
import { MINE_WORDS } from '../../pages/owner/mine/words.ts'
import { RATING_WORDS } from '../../pages/owner/rating/words.ts'
import { SIGN_WORDS } from '../../pages/owner/signs/words.ts'
import { words as en } from '../../pages/owner/words/en.ts'
import { words as zh } from '../../pages/owner/words/zh.ts'
import { words as tw } from '../../pages/owner/words/zh-TW.ts'
import { FILE_WORDS } from '../../pages/shared/attachments/words.ts'
import type { OwnerLanguage } from '../../pages/shared/languages.ts'

type Catalogue = Record<OwnerLanguage, object>

const CATALOGUES: [string, Catalogue][] = [
  ['the first screen', { zh, en, 'zh-TW': tw }],
  ['files', FILE_WORDS],
  ['binding', BINDING_WORDS],
  ['cards', CARD_WORDS],
  ['mine', MINE_WORDS],
  ['rating', RATING_WORDS],
  ['signs', SIGN_WORDS],
]
const LANGUAGES: OwnerLanguage[] = ['zh', 'en', 'zh-TW']

/** Everything that a catalogue can say, by key; functions are given numbers and names. */
function spoken(words: object): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'function') return [1, 0].map((n) => [`${key}(${n})`, String(value(n, '王', '602'))])
      if (typeof value === 'object') return [...spoken(value)].map(([inner, text]) => [`${key}.${inner}`, text])
      return [[key, String(value)]]
    }),
  )
}

test.each(CATALOGUES)('%s: every language says everything', (_, catalogue) => {
  const keys = LANGUAGES.map((language) => [...spoken(catalogue[language]).keys()])
  expect(keys[1]).toEqual(keys[0])
  expect(keys[2]).toEqual(keys[0])
  for (const language of LANGUAGES)
    for (const [key, text] of spoken(catalogue[language]))
      expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false })
})

test.each(CATALOGUES)('%s: traditional Chinese has no simplified character and no mainland word', (_, catalogue) => {
  for (const [key, text] of spoken(catalogue['zh-TW'])) {
    const foreign = [...text].filter((one) => toTraditional(one) !== one)
    expect({ key, foreign }).toEqual({ key, foreign: [] })
    expect(text).not.toMatch(/網絡|服務器|文件|信息|默認|屏幕|視頻|短信|質量|“|”/)
  }
})

test('no language says an exclamation mark', () => {
  for (const [, catalogue] of CATALOGUES)
    for (const language of LANGUAGES)
      for (const text of spoken(catalogue[language]).values()) expect(text).not.toMatch(/[!！]/)
})

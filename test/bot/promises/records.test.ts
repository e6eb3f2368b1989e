import { expect, test } from 'vitest'
import { findPromises } from '../../../bot/promises/index.ts'

const today = '2026-11-25'
const phrases = (text: string, backed: string[] = [], day = today) =>
  findPromises(text, { today: day, backed }).map(({ phrase }) => phrase)

test.each([
  ['燃气公司通知：12月15日通气。', ['12月15日通气']],
  ['燃气公司定的是12月15号', ['12月15日通气']],
  ['上门检查免费修', ['上门检查免费修']],
  ['门禁卡一张15元', ['每张 15 元']],
  ['Gas is on from 15 December.', ['from 15 December']],
])('%s: a record holds it', (text, backed) => {
  expect(phrases(text)).not.toEqual([])
  expect(phrases(text, backed)).toEqual([])
})

test.each([
  ['燃气12月16日通', ['12月15日通气']],
  ['停车费给您减300', ['每月 300 元']],
  ['给您减300元', ['每月 300 元']],
])('%s: the record holds something else', (text, backed) => {
  expect(phrases(text, backed)).not.toEqual([])
})

test('a day without a year is the nearest one', () => {
  expect(phrases('9月2日交名单', [], '2026-11-25')).toEqual([])
  expect(phrases('9月2日交名单', [], '2026-08-25')).toEqual(['9月2日'])
  expect(phrases('1月5日装表', [], '2026-11-25')).toEqual(['1月5日'])
})

test('phrases are given as they stand in the text, with their places', () => {
  const text = '您放心，１２月３日前給您裝好，不收您的錢'
  const found = findPromises(text, { today, toSimplified: (same) => same.replace('給', '给').replace('錢', '钱') })
  expect(found.map(({ kind }) => kind)).toEqual(['date', 'waiver'])
  for (const { phrase, start, end } of found) expect(text.slice(start, end)).toBe(phrase)
})

test('a promise beside a refusal is still found', () => {
  expect(phrases('别的我不敢说，暖气明天一定热')).toEqual(['明天', '一定'])
})

test.each(['明天', '给您免', '不能保证', '12月', '“十分钟', '1', '保', 'within ', '三'])(
  'a long text full of %s takes no longer than its length',
  (piece) => {
    const text = piece.repeat(Math.ceil(4000 / piece.length))
    phrases(text)
    const started = performance.now()
    phrases(text, ['每张 15 元', '明天'])
    expect(performance.now() - started).toBeLessThan(500)
  },
)

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig, settingNames } from '../../config.ts'

const book = readFileSync('docs/operations.md', 'utf8')
const rows = [...book.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)].map(([, name = '', without = '']) => ({
  name,
  without,
}))

test('docs/operations.md lists every setting, once', () => {
  const listed = rows.map(({ name }) => name)
  expect(settingNames.filter((name) => !listed.includes(name))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
})

/** “WeChat’s own”, “our own alone”: said in words. */
const inWords = (without: string): boolean => /\bown\b/.test(without)

test('what it says of a setting that is not set is so', () => {
  const usual = readConfig({}) as Record<string, unknown>
  const told = rows.filter(({ name, without }) => usual[name] !== undefined && !inWords(without))
  const wrong = told.filter(({ name, without }) => without.trim() !== String(usual[name]))
  expect(wrong.map(({ name }) => `${name} is ${usual[name]}`)).toEqual([])
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const DOCUMENT = readFileSync('docs/security.md', 'utf8')
const ROWS = DOCUMENT.split('\n').filter((line) => /^\| (?!threat|---)/.test(line))
const testsIn = (text: string): string[] =>
  [...text.matchAll(/`(test\/[\w/.]+\.test\.ts)`/g)].map(([, path = '']) => path)

test('each threat names what stops it and a test that is there', () => {
  expect(ROWS.length).toBeGreaterThan(20)
  for (const row of ROWS) {
    const [, threat, stops, tests] = row.split('|').map((cell) => cell.trim())
    expect([threat, Boolean(stops), testsIn(tests ?? '').length > 0]).toEqual([threat, true, true])
  }
  expect(testsIn(DOCUMENT).filter((path) => !existsSync(path))).toEqual([])
})

test('no test of security is missing in it', () => {
  const there = readdirSync('test/security').filter((name) => name.endsWith('.test.ts') && name !== 'document.test.ts')
  expect(there.filter((name) => !testsIn(DOCUMENT).includes(`test/security/${name}`))).toEqual([])
})

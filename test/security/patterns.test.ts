import { resolve } from 'node:path'
import { check } from 'recheck'
import { expect, test } from 'vitest'
import { alternativesOf, builtDuring, codeIn, literalsIn, type Pattern } from './patterns.ts'

/*
 * No text can hold up the program: every pattern takes time in proportion to the text it is tried on. `recheck` says
 * so, or the pattern repeats nothing without an end (so many steps a place and no more), as the long lists of
 * wordings of the alarm and of the promise guard do.
 */

const ROOMS = ['bot', 'handlers', 'intents', 'http', 'desk', 'wire', 'store', 'knowledge', 'records', 'live']

/** Something is repeated without an end. A star that is quoted or one of several characters is none. */
const isEndless = (source: string): boolean =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\./g, 'x').replace(/\[(?:[^\]])*\]/g, 'x'))

async function slowOnes(patterns: Pattern[]): Promise<string[]> {
  const slow: string[] = []
  for (const { at, source, flags } of patterns)
    for (const part of alternativesOf(source).filter(isEndless)) {
      const found = await check(part, flags, { timeout: 20_000 })
      if (found.status !== 'safe') slow.push(`${at}: ${found.status} ${part}`)
    }
  return slow
}

test('the check finds a pattern that takes time without end', async () => {
  expect(await slowOnes([{ at: 'here', source: '^(?:嗯+|对)+$', flags: 'i' }])).toHaveLength(1)
})

test('patterns that are written down take time in proportion', { timeout: 120_000 }, async () => {
  const found = codeIn([...ROOMS, 'botpress', 'pages']).flatMap(literalsIn)
  expect(found.length).toBeGreaterThan(400)
  expect(await slowOnes(found)).toEqual([])
})

test('patterns that are put together take time in proportion', { timeout: 240_000 }, async () => {
  const found = await builtDuring(ROOMS, async () => {
    for (const path of codeIn(ROOMS)) await import(resolve(path))
  })
  expect(found.length).toBeGreaterThan(300)
  expect(await slowOnes(found)).toEqual([])
})

import { expect, test } from 'vitest'
import { killDuring } from './kills.ts'

test('killed during 60 conversations, the server loses nothing, stores nothing twice and answers all of it once', async () => {
  const report = await killDuring({ conversations: 60, rounds: 1, kills: 1, together: 20 })
  expect(report.findings).toEqual([])
  expect(report.kills).toBe(1)
  // The kill has hit calls that were under way.
  expect(report.broken).toBeGreaterThan(0)
})

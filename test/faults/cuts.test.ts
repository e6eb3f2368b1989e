import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { cutStreams } from './cuts.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('event streams that are cut sixty times and taken up at the other one have no gap and no repeat', async () => {
    const report = await cutStreams({ cuts: 60, readers: 6, kills: 1 })
    expect(report.findings).toEqual([])
    expect(report.cuts).toBeGreaterThanOrEqual(60)
    // The kill has ended streams too.
    expect(report.ended).toBeGreaterThan(0)
    expect(report.heard).toBeGreaterThan(100)
  })
})

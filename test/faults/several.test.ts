import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { disturbSeveral } from './several.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('one killed, Redis wiped and killed: nothing lost, nothing twice, and all of it answered', async () => {
    const report = await disturbSeveral({ conversations: 60, kills: 2, wipes: 2, redisKills: 1, together: 20 })
    expect(report.findings).toEqual([])
    // The kills have hit calls that were under way.
    expect(report.broken).toBeGreaterThan(0)
    expect(report.acknowledged).toBeGreaterThan(200)
    for (const ms of report.takenOverMs) expect(ms).toBeLessThan(15_000)
  })
})

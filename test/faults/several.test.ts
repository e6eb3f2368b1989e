import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { disturbSeveral } from './several.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('killed, Redis wiped, killed and cut off from one, PostgreSQL killed, one clock an hour off: nothing lost, nothing twice, all answered', async () => {
    const disturbances = { kills: 2, wipes: 2, redisKills: 1, postgresKills: 1, partitions: 1 }
    const report = await disturbSeveral({ conversations: 60, rounds: 1, together: 20, ...disturbances })
    expect(report.findings).toEqual([])
    // The kills have hit calls that were under way.
    expect(report.broken).toBeGreaterThan(0)
    expect(report.acknowledged).toBeGreaterThan(200)
    expect(report.disturbed).toBe(7)
    expect(report.liveAgainMs).toHaveLength(3)
    expect(report.takenOverMs).toHaveLength(2)
  })
})

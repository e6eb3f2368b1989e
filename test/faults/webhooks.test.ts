import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { callTwice } from './webhooks.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('called at both at once, again, in any order, hours late and killed meanwhile, answer each message once, in order', async () => {
    const report = await callTwice({ owners: 6, kills: 1 })
    expect(report.findings).toEqual([])
    expect(report.written).toBe(2 * 6 * 4)
    expect(report.replies + report.unknown).toBeGreaterThanOrEqual(report.written)
    // No more than what the killed one was handing over.
    expect(report.unknown).toBeLessThan(report.written / 4)
    expect(report.broken).toBeGreaterThan(0)
  })
})

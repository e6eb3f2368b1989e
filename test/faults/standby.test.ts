import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { failOver } from './standby.ts'

describe.skipIf(isSkipped('postgres'))('a primary with a synchronous standby', () => {
  test('killed under load, the standby holds all that was acknowledged, in order, once', async () => {
    const report = await failOver({ conversations: 8, before: 200, failovers: 1 })
    expect(report.findings).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(200)
  })
})

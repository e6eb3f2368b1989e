import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { claimDuringKills } from './claims.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('of ten clerks who claim the same ticket at both, one of them killed meanwhile, exactly one has it', async () => {
    const report = await claimDuringKills({ clerks: 10, tickets: 20, wantedBy: 10, kills: 1 })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ claims: 200, won: 20 })
  })
})

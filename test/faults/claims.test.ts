import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { claimDuringKills } from './claims.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('of ten clerks who claim the same ticket at both, one of them killed meanwhile, exactly one has it', async () => {
    const report = await claimDuringKills({ clerks: 20, tickets: 40, wantedBy: 10, kills: 1 })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ claims: 400, won: 40 })
  })
})

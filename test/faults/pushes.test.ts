import { expect, test } from 'vitest'
import { killDuringPushes } from './pushes.ts'

test('killed while it tells 500 owners of a change, the server tells each once and nobody twice', async () => {
  const report = await killDuringPushes({ subscribers: 500, kills: 1 })
  expect(report.findings).toEqual([])
  expect(report.told).toBe(400)
  // The kill has hit it in the middle.
  expect(report.sentAtKill[0]).toBeLessThan(400)
})

import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { takeOverAfterKills } from './takeover.ts'

/** Required on a machine that does nothing else. */
const REQUIRED_MS = 3000
/** What an undisturbed answer takes there; where it takes longer, so may the rest. */
const IDLE_ANSWER_MS = 40

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('what a dead one had accepted is answered by the other within seconds, and so is what is written there then', async () => {
    const { rounds, undisturbed } = await takeOverAfterKills({ rounds: 2, owners: 20, restartAtOnce: false })
    const most = REQUIRED_MS * Math.max(1, undisturbed / IDLE_ANSWER_MS)
    const said = rounds.map(({ left, first, last, written }) => [left, first, last, written].map(Math.round).join(' '))
    process.stdout.write(
      `taken over (left, first, last, written; ms): ${said.join(', ')}; undisturbed ${undisturbed.toFixed(1)} ms\n`,
    )
    for (const { left, first, last, written } of rounds) {
      expect(left).toBeGreaterThan(0)
      expect(first).toBeGreaterThan(0)
      expect(first).toBeLessThan(most)
      expect(last).toBeLessThan(2 * most)
      expect(written).toBeGreaterThan(0)
      expect(written).toBeLessThan(most)
    }
  })
})

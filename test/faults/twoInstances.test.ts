import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { cutStreams } from './cuts.ts'
import { type Installation, openInstallation } from './installation.ts'
import { UNLIMITED } from './owners.ts'
import { readSlowly } from './slowReader.ts'
import { takeOverAfterKills } from './takeover.ts'

/** Required of the first answer after a kill, on a machine that does nothing else. */
const REQUIRED_MS = 3000
/** What an undisturbed answer takes there; where it takes longer, so may the rest. */
const IDLE_ANSWER_MS = 40

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  let two: Installation
  beforeAll(async () => {
    two = await openInstallation(UNLIMITED)
  })
  afterAll(() => two?.stop())

  test('a page that reads nothing is cut off long before all is held for it, and misses nothing when it comes back', async () => {
    const { told, got, seqs, kept } = await readSlowly(two)
    // What the system's own buffers hold comes to 256 kB.
    expect(got).toBeLessThan(told - 1_000_000)
    expect(kept.length).toBeGreaterThan(3)
    expect(seqs).toEqual(kept)
  })

  test('event streams that are cut sixty times and taken up at the other one have no gap and no repeat', async () => {
    const report = await cutStreams(two, { cuts: 60, readers: 6, kills: 1 })
    expect(report.findings).toEqual([])
    expect(report.cuts).toBeGreaterThanOrEqual(60)
    // The kill has ended streams too.
    expect(report.ended).toBeGreaterThan(0)
    expect(report.heard).toBeGreaterThan(100)
  })

  test('what a dead one had accepted is answered by the other within seconds, and so is what is written there then', async () => {
    const { rounds, undisturbed } = await takeOverAfterKills(two, { rounds: 2, owners: 20, restartAtOnce: false })
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

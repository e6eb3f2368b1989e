import { describe, expect, test } from 'vitest'
import { isSkipped } from '../support/services/programs.ts'
import { readSlowly } from './slowReader.ts'

describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  test('a page that reads nothing is cut off long before all is held for it, and misses nothing when it comes back', async () => {
    const { told, got, seqs, kept } = await readSlowly()
    // What the system's own buffers hold comes to 256 kB.
    expect(got).toBeLessThan(told - 1_000_000)
    expect(kept.length).toBeGreaterThan(3)
    expect(seqs).toEqual(kept)
  })
})

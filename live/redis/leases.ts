import { z } from 'zod'
import { check } from '../../bot/check.ts'
import type { Leases } from '../../bot/ports.ts'
import type { Run } from './commands.ts'

/** Longer than a turn takes; who dies with it keeps others waiting no longer. */
const LEASE_MS = 2000

const answer = z.enum(['taken', 'held', 'outdated'])

/** @param holder gives a name that no other lease has */
export function redisLeases(run: Run, prefix: string, holder: () => string): Leases {
  return {
    take: async (conversationId, epoch) => {
      // One hash tag, so that a cluster keeps both on one node.
      const keys = [`${prefix}{${conversationId}}:lease`, `${prefix}{${conversationId}}:epoch`]
      const mine = holder()
      try {
        const result = check(answer, await run('takeLease', ...keys, mine, LEASE_MS, epoch))
        if (result !== 'taken') return result
      } catch {
        return 'away'
      }
      // What cannot be given back runs out.
      return { release: () => run('endIfMine', keys[0] ?? '', mine).then(noMore, noMore) }
    },
  }
}

const noMore = (): void => undefined

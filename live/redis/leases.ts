import { z } from 'zod'
import { check } from '../../bot/check.ts'
import type { Leases } from '../../bot/ports.ts'
import type { Run } from './commands.ts'

/** Who dies with one keeps others waiting no longer; a turn that takes longer says so meanwhile. */
const LEASE_MS = 600
const RENEW_EVERY_MS = 200

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
      const [lease = ''] = keys
      const renewing = setInterval(() => void run('renewIfMine', lease, mine, LEASE_MS).catch(noMore), RENEW_EVERY_MS)
      // A turn under way is no reason for a process to stay.
      renewing.unref()
      return {
        release: async () => {
          clearInterval(renewing)
          // What cannot be given back runs out.
          await run('endIfMine', lease, mine).then(noMore, noMore)
        },
      }
    },
  }
}

const noMore = (): void => undefined

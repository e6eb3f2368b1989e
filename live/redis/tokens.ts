import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { check } from '../../bot/check.ts'
import type { FreshToken, SharedTokens } from '../../bot/ports.ts'
import { goodForMs } from '../inProcessTokens.ts'
import type { Run } from './commands.ts'

/** Longer than a platform takes to give one; then another instance tries. */
const RENEWAL_MS = 10_000
const LOOK_EVERY_MS = 50

const taken = z.union([z.tuple([z.literal('token'), z.string()]), z.tuple([z.enum(['renew', 'wait'])])])

/** One instance renews, the others wait for what it gets. While Redis is away each has its own, until it is refused. */
export function redisTokens(
  { run, prefix, holder }: { run: Run; prefix: string; holder(): string },
  alone: SharedTokens,
): SharedTokens {
  const keysOf = (name: string) => ({ token: `${prefix}{token:${name}}`, renewal: `${prefix}{token:${name}}:renewal` })
  /** Undefined while another renews it. */
  const attempt = async (name: string, renew: () => Promise<FreshToken>): Promise<string | undefined> => {
    const { token, renewal } = keysOf(name)
    const mine = holder()
    const [found, there] = check(taken, await run('takeToken', token, renewal, mine, RENEWAL_MS))
    if (found !== 'renew') return there
    const fresh = await renew().catch(async (error: unknown) => {
      await run('endIfMine', renewal, mine).catch(() => 0)
      throw new Refused(error)
    })
    // Not kept: it is good all the same, and the next to ask renews it.
    await run('keepToken', token, renewal, mine, fresh.token, goodForMs(fresh)).catch(() => 0)
    return fresh.token
  }
  return {
    take: async (name, renew) => {
      for (;;) {
        try {
          const token = await attempt(name, renew)
          if (token !== undefined) return token
        } catch (error) {
          if (error instanceof Refused) throw error.cause
          return alone.take(name, renew)
        }
        await pause(LOOK_EVERY_MS)
      }
    },
    drop: async (name, token) => {
      await alone.drop(name, token)
      await run('endIfMine', keysOf(name).token, token).catch(() => 0)
    },
  }
}

/** By the platform, and so not a failure of Redis. */
class Refused extends Error {
  constructor(override readonly cause: unknown) {
    super('the platform gave no token')
  }
}

import { z } from 'zod'
import { check } from '../../bot/check.ts'
import type { RateCounts } from '../../bot/ports.ts'
import type { Run } from './commands.ts'
import type { Client } from './connect.ts'

const counted = z.tuple([z.number(), z.number()])

/** While Redis is away each instance counts for itself: a limit is then looser, never gone. */
export function redisCounts(run: Run, client: Client, prefix: string, alone: RateCounts): RateCounts {
  const keyOf = (key: string) => `${prefix}count:{${key}}`
  return {
    count: async (key, windowMs) => {
      try {
        const [hits, endsInMs] = check(counted, await run('count', keyOf(key), windowMs))
        return { hits, endsInMs }
      } catch {
        return alone.count(key, windowMs)
      }
    },
    uncount: (key) =>
      run('uncount', keyOf(key)).then(
        () => undefined,
        () => alone.uncount(key),
      ),
    forget: async (key) => {
      await alone.forget(key)
      await client.del(keyOf(key)).catch(() => 0)
    },
  }
}

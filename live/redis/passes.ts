import type { Passes } from '../../bot/ports.ts'
import type { Client } from './connect.ts'

/** While Redis is away a pass is good only at the instance that gave it. */
export function redisPasses(client: Client, prefix: string, alone: Passes): Passes {
  const keyOf = (key: string) => `${prefix}pass:{${key}}`
  return {
    put: async (key, value, forMs) => {
      await client.set(keyOf(key), value, 'PX', forMs).catch(() => alone.put(key, value, forMs))
    },
    take: async (key) => {
      const there = await client.getdel(keyOf(key)).catch(() => null)
      return there ?? alone.take(key)
    },
  }
}

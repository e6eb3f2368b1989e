import { Cluster } from 'ioredis'
import type { Client } from './connect.ts'

const LOOK_EVERY_MS = 1000
/** So long after the last eviction it is said to be evicting. */
const REMEMBERED_MS = 60_000

/** Looks whether Redis drops keys for want of memory: leases and limits then hold less than they say. */
export function evictions(client: Client): { now(): boolean; stop(): void } {
  let last: number | undefined
  let since = Number.NEGATIVE_INFINITY
  const look = async (): Promise<void> => {
    const count = await evicted(client)
    if (last !== undefined && count > last) since = performance.now()
    last = count
  }
  // Away is told by the beats.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
  void look().catch(() => undefined)
  return { now: () => performance.now() - since < REMEMBERED_MS, stop: () => clearInterval(timer) }
}

async function evicted(client: Client): Promise<number> {
  const nodes = client instanceof Cluster ? client.nodes('master') : [client]
  const counts = await Promise.all(
    nodes.map(async (node) => Number(/evicted_keys:(\d+)/.exec(await node.info('stats'))?.[1] ?? 0)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LiveEvent, LiveSide } from '../../bot/ports.ts'
import { redisSide } from '../../live/redis/index.ts'
import { isSkipped } from '../support/services/programs.ts'
import { TestRedis } from '../support/services/redis.ts'
import { liveSuite } from './conformance.ts'

const WAIT = { timeout: 8000, interval: 20 }

describe.skipIf(isSkipped('redis'))('the live side on a real Redis', () => {
  let redis: TestRedis
  const open: LiveSide[] = []

  beforeAll(async () => {
    redis = await TestRedis.start()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((side) => side.stop()))
  })
  afterAll(() => redis.stop())

  const side = async (prefix: string, url = redis.url): Promise<LiveSide> => {
    const clock = { now: () => new Date() }
    const instance = randomUUID()
    const made = await redisSide({ url, prefix, instance, clock, newId: randomUUID, report: () => undefined })
    open.push(made)
    return made
  }
  const two = async () => {
    const prefix = `test-${randomUUID()}:`
    return { prefix, one: await side(prefix), other: await side(prefix) }
  }

  liveSuite(two)

  test('whoever has read an older state than the last holder is told so before it thinks', async () => {
    const { one, other } = await two()
    const lease = await one.leases.take('c1', 8)
    if (typeof lease === 'string') throw new Error(lease)
    await lease.release()
    expect(await other.leases.take('c1', 7)).toBe('outdated')
    expect(await other.leases.take('c1', 8)).toHaveProperty('release')
  })

  test('a lease whose holder is dead runs out; keys of one conversation share a hash tag', async () => {
    const { prefix, one, other } = await two()
    await one.leases.take('c1', 1)
    expect(await redis.command('pttl', `${prefix}{c1}:lease`)).toBeGreaterThan(0)
    await redis.command('pexpire', `${prefix}{c1}:lease`, '1')
    await vi.waitFor(async () => expect(await other.leases.take('c1', 1)).toHaveProperty('release'), WAIT)
  })

  test('a lease is kept for as long as its turn takes', async () => {
    const { prefix, one } = await two()
    const lease = await one.leases.take('c1', 1)
    await redis.command('pexpire', `${prefix}{c1}:lease`, '500')
    await vi.waitFor(async () => expect(await redis.command('pttl', `${prefix}{c1}:lease`)).toBeGreaterThan(500), WAIT)
    if (typeof lease !== 'string') await lease.release()
    expect(await redis.command('exists', `${prefix}{c1}:lease`)).toBe(0)
  })

  test('no key stays for ever', async () => {
    const { prefix, one } = await two()
    await one.leases.take('c1', 1)
    await one.counts.count('a', 60_000)
    await one.presence.beat('zhang')
    await one.tokens.take('a', async () => ({ token: 't', seconds: 60 }))
    await one.passes.put('a', 'b', 60_000)
    const keys = (await redis.command('keys', `${prefix}*`)) as string[]
    expect(keys).toHaveLength(6)
    for (const key of keys) expect([key, Number(await redis.command('pttl', key)) > 0]).toEqual([key, true])
  })

  test('killed and back, empty: said to be away, served all the same, then live again and told to look', async () => {
    const { one, other } = await two()
    const heard: LiveEvent['kind'][] = []
    other.events.subscribe('conversation:c1', ({ kind }) => heard.push(kind))
    await redis.kill()
    await vi.waitFor(() => expect([one.degraded(), other.degraded()]).toEqual(['away', 'away']), WAIT)
    expect(await one.leases.take('c1', 1)).toBe('away')
    expect((await one.counts.count('a', 60_000)).hits).toBe(1)
    expect((await one.counts.count('a', 60_000)).hits).toBe(2)
    expect(await one.tokens.take('a', async () => ({ token: 't', seconds: 60 }))).toBe('t')
    one.events.publish('conversation:c1', { kind: 'messages', conversationId: 'c1' })
    await vi.waitFor(() => expect(heard).toContain('resync'), WAIT)
    await redis.up()
    await vi.waitFor(() => expect([one.degraded(), other.degraded()]).toEqual([undefined, undefined]), WAIT)
    heard.length = 0
    one.events.publish('conversation:c1', { kind: 'messages', conversationId: 'c1' })
    await vi.waitFor(() => expect(heard).toContain('messages'), WAIT)
  })

  test('paused with its lines open it is away, too, and nobody waits for it long', async () => {
    const { one } = await two()
    redis.pause()
    try {
      await vi.waitFor(() => expect(one.degraded()).toBe('away'), WAIT)
      const began = performance.now()
      expect(await one.leases.take('c1', 1)).toBe('away')
      expect(performance.now() - began).toBeLessThan(500)
    } finally {
      redis.resume()
    }
    await vi.waitFor(() => expect(one.degraded()).toBeUndefined(), WAIT)
  })

  test('one that drops keys for want of memory is degraded', async () => {
    const { one } = await two()
    await redis.command('config', 'set', 'maxmemory-policy', 'allkeys-lru')
    await redis.command('config', 'set', 'maxmemory', '2mb')
    // Only when it has looked once there is something to compare with.
    await vi.waitFor(() => expect(one.degraded()).toBeUndefined(), WAIT)
    let n = 0
    await vi.waitFor(async () => {
      for (let i = 0; i < 20; i++) await redis.command('set', `fill${n++}`, 'x'.repeat(60_000))
      expect(one.degraded()).toBe('evicting')
    }, WAIT)
  })

  test('Redis is away at the start: the instance starts all the same', async () => {
    const one = await side('t:', 'redis://127.0.0.1:1')
    expect(one.degraded()).toBe('away')
    expect(await one.leases.take('c1', 1)).toBe('away')
  })
})

import { expect, test, vi } from 'vitest'
import type { LiveEvent, LiveSide } from '../../bot/ports.ts'

const NEWS: LiveEvent = { kind: 'messages', conversationId: 'c1' }

/** Two instances of the product; where there can be one alone, twice the same. */
export type Instances = () => Promise<{ one: LiveSide; other: LiveSide }>

/** What the live side has to be, whichever keeps it. */
export function liveSuite(open: Instances): void {
  test('what one instance publishes, listeners of both hear, once, and of that topic alone', async () => {
    const { one, other } = await open()
    const heard: string[] = []
    const hears = (name: string) => (event: LiveEvent) => heard.push(`${name}: ${event.kind}`)
    one.events.subscribe('conversation:c1', hears('here'))
    other.events.subscribe('conversation:c1', hears('there'))
    other.events.subscribe('conversation:c2', hears('elsewhere'))
    one.events.publish('conversation:c1', NEWS)
    expect(heard).toContain('here: messages')
    await vi.waitFor(() => expect([...heard].sort()).toEqual(['here: messages', 'there: messages']))
    one.events.publish('conversation:c2', NEWS)
    await vi.waitFor(() => expect(heard).toContain('elsewhere: messages'))
    expect(heard).toHaveLength(3)
  })

  test('events of one instance come in the order in which they were published', async () => {
    const { one, other } = await open()
    const heard: string[] = []
    other.events.subscribe('desk', (event) => event.kind === 'tickets' && heard.push(event.ticketId ?? ''))
    const ids = Array.from({ length: 100 }, (_, n) => String(n))
    for (const ticketId of ids) one.events.publish('desk', { kind: 'tickets', ticketId })
    await vi.waitFor(() => expect(heard).toEqual(ids))
  })

  test('a conversation is held by one, and free again when it is given back', async () => {
    const { one, other } = await open()
    const lease = await one.leases.take('c1', 3)
    expect(await other.leases.take('c1', 3)).toBe('held')
    expect(await other.leases.take('c2', 1)).toHaveProperty('release')
    if (typeof lease === 'string') throw new Error(lease)
    await lease.release()
    const next = await other.leases.take('c1', 4)
    expect(next).toHaveProperty('release')
    // Given back twice, it does not take it from the one who holds it now.
    await lease.release()
    expect(await one.leases.take('c1', 4)).toBe('held')
  })

  test('of twenty who want a conversation at once one gets it', async () => {
    const { one, other } = await open()
    const tries = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).leases.take('c1', 1))
    const taken = (await Promise.all(tries)).filter((lease) => typeof lease !== 'string')
    expect(taken).toHaveLength(1)
  })

  test('requests are counted over both, each key for itself', async () => {
    const { one, other } = await open()
    const counts = []
    for (const side of [one, other, one]) counts.push((await side.counts.count('10.0.0.1', 60_000)).hits)
    expect(counts).toEqual([1, 2, 3])
    const { hits, endsInMs } = await one.counts.count('10.0.0.2', 60_000)
    expect(hits).toBe(1)
    expect(endsInMs).toBeGreaterThan(55_000)
    expect(endsInMs).toBeLessThanOrEqual(60_000)
    await one.counts.uncount('10.0.0.1')
    expect((await other.counts.count('10.0.0.1', 60_000)).hits).toBe(3)
    await one.counts.forget('10.0.0.1')
    expect((await other.counts.count('10.0.0.1', 60_000)).hits).toBe(1)
    await one.counts.uncount('nobody')
    expect((await one.counts.count('nobody', 60_000)).hits).toBe(1)
  })

  test('who is at the desk is known to both', async () => {
    const { one, other } = await open()
    await one.presence.beat('zhang')
    await other.presence.beat('li')
    await other.presence.beat('li')
    expect([...(await one.presence.here())].sort()).toEqual(['li', 'zhang'])
    expect([...(await other.presence.here())].sort()).toEqual(['li', 'zhang'])
  })

  test('a pass is good once, at whichever instance, and in its time', async () => {
    const { one, other } = await open()
    await one.passes.put('ticket', 'c1', 60_000)
    expect(await other.passes.take('ticket')).toBe('c1')
    expect(await one.passes.take('ticket')).toBeUndefined()
    expect(await one.passes.take('never')).toBeUndefined()
  })

  test('a token is renewed once for all who ask at the same time, and kept', async () => {
    const { one, other } = await open()
    let renewals = 0
    const renew = async () => {
      renewals += 1
      await new Promise((done) => setImmediate(done))
      return { token: `t${renewals}`, seconds: 7200 }
    }
    const asked = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).tokens.take('wechat:app', renew))
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['t1']))
    expect(await other.tokens.take('wechat:app', renew)).toBe('t1')
    expect(renewals).toBe(1)
  })

  test('a refused token is dropped, unless it was replaced already', async () => {
    const { one, other } = await open()
    const gives = (token: string) => async () => ({ token, seconds: 7200 })
    await one.tokens.take('a', gives('old'))
    await other.tokens.drop('a', 'old')
    expect(await one.tokens.take('a', gives('new'))).toBe('new')
    await one.tokens.drop('a', 'old')
    expect(await other.tokens.take('a', gives('newest'))).toBe('new')
  })

  test('where the platform refuses, all hear why, and the next one tries again', async () => {
    const { one, other } = await open()
    const broken = new Error('40001 invalid credential')
    await expect(one.tokens.take('a', () => Promise.reject(broken))).rejects.toBe(broken)
    expect(await other.tokens.take('a', async () => ({ token: 't', seconds: 60 }))).toBe('t')
  })

  test('nothing is amiss', async () => {
    const { one, other } = await open()
    expect([one.degraded(), other.degraded()]).toEqual([undefined, undefined])
  })
}

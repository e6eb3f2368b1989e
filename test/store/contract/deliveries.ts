import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, aTurn, find, type HandClock, says } from '../fixtures.ts'

const MINUTE = 60_000

/** What owners did not get, and instances that die with something in their hands. */
export function deliveriesContract(at: () => { store: Store; clock: HandClock }): void {
  const lease = (by = 'one') => {
    const { store, clock } = at()
    const until = new Date(clock.now().getTime() + MINUTE).toISOString()
    return store.outbox.lease({ by, until, limit: 10 })
  }
  const alive = (id: string, ms: number) => {
    const { store, clock } = at()
    return store.instances.alive(id, new Date(clock.now().getTime() + ms).toISOString())
  }
  /** A conversation on a platform in which the bot said these. */
  const said = async (texts: string[], community = 'demo') => {
    const { store } = at()
    const { id } = await aConversation(store, { channel: 'wechat', community })
    const replies = texts.map((text) => ({ text }))
    const turn = aTurn(await find(store, id), await says(store, id, '在吗'), { replies })
    await store.conversations.commitTurn(turn)
    return id
  }
  /** Sends what is due and comes to this end. */
  const endAs = async (state: 'sent' | 'dead' | 'unknown') => {
    const [push] = await lease()
    await at().store.outbox.begin(push!.position, 'one')
    await at().store.outbox.settle(push!.position, 'one', { state })
    return push!.position
  }

  test('what was given up is listed with its words and where, the newest first; what arrived is not', async () => {
    const { store, clock } = at()
    const id = await said(['一', '二', '三'])
    const first = await endAs('dead')
    clock.pass(1000)
    await endAs('sent')
    const third = await endAs('unknown')
    const { deliveries, total } = await store.deliveries.list({})
    expect(total).toBe(2)
    expect(deliveries).toMatchObject([
      { id: third, state: 'unknown', text: '三' },
      { id: first, state: 'dead', text: '一', conversationId: id, community: 'demo', channel: 'wechat', attempts: 1 },
    ])
    expect((await store.deliveries.list({ state: 'dead' })).total).toBe(1)
    expect((await store.deliveries.list({ community: 'other' })).total).toBe(0)
    expect((await store.deliveries.list({ page: 2 })).deliveries).toEqual([])
  })

  test('sent again it goes out once more, in the same message, with all its tries', async () => {
    const { store } = at()
    const id = await said(['一'])
    const position = await endAs('dead')
    expect(await store.deliveries.retry(position)).toBe(true)
    expect((await store.deliveries.list({})).total).toBe(0)
    expect((await store.conversations.messages(id, 1, 9))[0]).toMatchObject({ delivery: 'pending' })
    expect(await lease()).toMatchObject([{ position, attempts: 0 }])
    expect(await store.outbox.begin(position, 'one')).toMatchObject({ kind: 'send', message: { seq: 2 } })
    await store.outbox.settle(position, 'one', { state: 'sent' })
    expect(await store.conversations.messages(id, 1, 9)).toMatchObject([{ text: '一', delivery: 'sent' }])
  })

  test('of several who send it again at once one does; what is on its way or arrived cannot be', async () => {
    const { store } = at()
    await said(['一'])
    const position = await endAs('dead')
    const all = await Promise.all(Array.from({ length: 5 }, () => store.deliveries.retry(position)))
    expect(all.filter(Boolean)).toHaveLength(1)
    await endAs('sent')
    expect(await store.deliveries.retry(position)).toBe(false)
    expect(await store.deliveries.retry(999_999)).toBe(false)
  })

  test('an instance that is gone keeps nothing from being sent; one that lives keeps its lease', async () => {
    const { store, clock } = at()
    await said(['一'])
    await alive('gone', 3000)
    await alive('here', MINUTE)
    const [push] = await lease('gone')
    await said(['二'])
    expect(await lease('here')).toHaveLength(1)
    clock.pass(3001)
    expect(await lease('other')).toMatchObject([{ position: push!.position }])
    expect(await store.outbox.begin(push!.position, 'gone')).toEqual({ kind: 'lost' })
    expect(await store.outbox.counts()).toMatchObject({ leased: 2 })
  })

  test('what a gone instance had handed over is not handed over again', async () => {
    const { store, clock } = at()
    await said(['一'])
    await alive('gone', 3000)
    const [push] = await lease('gone')
    await store.outbox.begin(push!.position, 'gone')
    clock.pass(3001)
    expect(await lease('other')).toEqual([])
    expect(await store.deliveries.list({})).toMatchObject({ deliveries: [{ state: 'unknown', text: '一' }] })
  })

  test('an instance that is seen again lives on', async () => {
    const { clock } = at()
    await alive('slow', 3000)
    await said(['一'])
    await lease('slow')
    clock.pass(3001)
    await alive('slow', 3000)
    expect(await lease('other')).toEqual([])
  })
}

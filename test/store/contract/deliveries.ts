import { expect, test } from 'vitest'
import type { PushEnd } from '../../../bot/ports/board.ts'
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

  test('each message of a conversation that is not with its owner tells how far it is and why', async () => {
    const { store, clock } = at()
    const id = await said(['一', '二', '三', '四'])
    const end = async (how: PushEnd) => {
      const [push] = await lease()
      await store.outbox.begin(push!.position, 'one')
      await store.outbox.settle(push!.position, 'one', how)
    }
    await end({ state: 'sent' })
    await end({ state: 'dead', reason: 'outside' })
    await end({ state: 'unknown', reason: 'unsure' })
    const dueAt = new Date(clock.now().getTime() + MINUTE).toISOString()
    await end({ state: 'pending', dueAt, counts: true, reason: 'retrying' })
    const open = await store.deliveries.ofConversation(id)
    expect(open).toMatchObject([
      { seq: 3, state: 'dead', reason: 'outside', attempts: 1 },
      { seq: 4, state: 'unknown', reason: 'unsure' },
      { seq: 5, state: 'pending', reason: 'retrying', attempts: 1, dueAt },
    ])
    expect((await store.deliveries.list({ state: 'dead' })).deliveries).toMatchObject([{ reason: 'outside' }])
    await store.deliveries.retry(open[0]!.id)
    const [again] = await store.deliveries.ofConversation(id)
    expect(again).toMatchObject({ seq: 3, state: 'pending', attempts: 0 })
    expect(again).not.toHaveProperty('reason')
  })

  test('sent again, a part that surely arrived is not sent twice, and one that perhaps did is', async () => {
    const { store } = at()
    const owner = { channel: 'wechat', account: 'ours', address: 'theirs' } as const
    const { id } = await store.channels.conversation(owner, { community: 'demo', locale: 'zh' })
    const seq = await says(store, id, '在吗')
    await store.conversations.commitTurn(aTurn(await find(store, id), seq, { replies: [{ text: '一' }] }))
    const limits = { said: { messages: 9, withinMs: MINUTE }, tapped: { messages: 9, withinMs: MINUTE } }
    await store.channels.keep([{ ...owner, key: 'k', body: '{}' }])
    const [item] = await store.channels.due('wechat', 1)
    const saidAt = at().clock.now().toISOString()
    await store.channels.settle(item!.position, { community: 'demo', locale: 'zh', saidAt })
    const state = (await store.channels.owner(owner))!
    const part = (key: string) => store.channels.take(state, { key, conversationId: id, seq: 2 }, limits)
    await part('m-0')
    await store.channels.settleSend('m-0', 'sent')
    await part('m-1')
    await store.channels.settleSend('m-1', 'unknown')
    const position = await endAs('unknown')
    expect(await part('m-1')).toEqual({ kind: 'before', state: 'unknown' })
    await store.deliveries.retry(position)
    expect(await part('m-0')).toEqual({ kind: 'before', state: 'sent' })
    expect(await part('m-1')).toEqual({ kind: 'taken' })
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

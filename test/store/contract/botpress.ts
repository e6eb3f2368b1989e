import { expect, test } from 'vitest'
import type { NewArrival } from '../../../bot/ports/botpress.ts'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aConversation, aTicket, type HandClock, transcript } from '../fixtures.ts'

const ARRIVAL: NewArrival = {
  key: 'k',
  webhookId: 'wh',
  community: 'demo',
  locale: 'zh',
  owner: {},
  history: [
    { from: 'owner', text: '漏水' },
    { from: 'bot', text: '哪一栋？' },
  ],
  note: '漏水',
  memory: { misses: 0, angry: 0, said: {} },
  ticket: aTicket(),
  replies: [{ text: '已转给客服' }],
}

/** Conversations that another bot hands over. */
export function botpressContract(at: () => { store: Store; clock: HandClock }): void {
  test('conversation, history and ticket come together, once for each key, and only the new words are to be sent', async () => {
    const { store } = at()
    const first = await store.botpress.arrive(ARRIVAL)
    expect(first.kind).toBe('opened')
    const { conversationId, ticketId } = first
    expect(await store.botpress.arrive({ ...ARRIVAL, history: [] })).toEqual({
      kind: 'before',
      conversationId,
      ticketId,
    })
    expect(await store.botpress.arrived('k')).toEqual({ conversationId, ticketId })
    expect(await store.botpress.arrived('other')).toBeUndefined()
    expect(await transcript(store, conversationId)).toHaveLength(4)
    expect(await store.conversations.find(conversationId)).toMatchObject({
      stage: 'waiting',
      channel: 'botpress',
      lastSeq: 4,
    })
    expect(await store.outbox.ofConversation(conversationId)).toHaveLength(1)
    expect(await store.conversations.unfinished()).toEqual([])
    expect(await store.tickets.openOf(conversationId)).toMatchObject({ id: ticketId })
  })

  test('ten at once are one', async () => {
    const { store } = at()
    const all = await Promise.all(Array.from({ length: 10 }, () => store.botpress.arrive(ARRIVAL)))
    expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1)
    expect(all.filter(({ kind }) => kind === 'opened')).toHaveLength(1)
    expect((await store.tickets.list({})).total).toBe(1)
  })

  test('only such a conversation has a webhook', async () => {
    const { store } = at()
    const { conversationId } = await store.botpress.arrive(ARRIVAL)
    expect(await store.botpress.placeOf(conversationId)).toEqual({ webhookId: 'wh', handedOver: true })
    expect(await store.botpress.placeOf((await aConversation(store)).id)).toBeUndefined()
  })

  test('an owner over there follows the record without a ticket: one conversation for a key, also of many at once', async () => {
    const { store } = at()
    const following = { key: 'c', webhookId: 'wh', community: 'demo', locale: 'zh' as const, topic: 'gas', home: {} }
    const all = await Promise.all([1, 2, 3].map(() => store.botpress.follow(following)))
    expect(new Set(all.map((one) => one.conversationId)).size).toBe(1)
    const { conversationId } = await store.botpress.follow({ ...following, topic: 'lift', home: { building: '3' } })
    expect(conversationId).toBe(all[0]?.conversationId)
    expect(await store.subscriptions.ofConversation(conversationId)).toMatchObject([
      { topic: 'gas', home: {} },
      { topic: 'lift', home: { building: '3' } },
    ])
    expect(await store.botpress.placeOf(conversationId)).toEqual({ webhookId: 'wh', handedOver: false })
    expect(await store.conversations.find(conversationId)).toMatchObject({
      stage: 'bot',
      channel: 'botpress',
      lastSeq: 0,
    })
    expect((await store.tickets.list({})).total).toBe(0)
  })

  test('whether a person had it at a time', async () => {
    const { store, clock } = at()
    const before = clock.now().toISOString()
    clock.pass(1000)
    const { conversationId, ticketId } = await store.botpress.arrive(ARRIVAL)
    const had = (time: string) => store.botpress.hadTicket(conversationId, time)
    const opened = clock.now().toISOString()
    clock.pass(1000)
    const { id } = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, id, '接手了')
    await store.tickets.resolve(ticketId, id, '办好了')
    expect([await had(before), await had(opened), await had(clock.now().toISOString())]).toEqual([false, true, false])
  })
}

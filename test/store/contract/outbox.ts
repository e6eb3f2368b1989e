import { describe, expect, test } from 'vitest'
import type { Announcement } from '../../../bot/ports/board.ts'
import type { Store } from '../../../bot/ports.ts'
import type { Conversation, Home } from '../../../bot/types.ts'
import {
  aConversation,
  aHandoff,
  anEntry,
  aTicket,
  aTurn,
  find,
  type HandClock,
  type Place,
  says,
  transcript,
} from '../fixtures.ts'

const NOW = '2026-03-02T01:00:00.000Z'
const words = (text: string) => ({ zh: { text }, en: { text: `en ${text}` }, 'zh-TW': { text: `tw ${text}` } })

const aFollower = async (
  store: Store,
  home: Home = {},
  change: Parameters<typeof aConversation>[1] = {},
): Promise<Conversation> => {
  const { id } = await aConversation(store, change)
  const turn = aTurn(await find(store, id), await says(store, id, '有消息告诉我'), { replies: [] })
  await store.conversations.commitTurn({ ...turn, locale: change.locale ?? 'zh', subscribe: { topic: 'gas', home } })
  return find(store, id)
}

/** One more state of the entry `gas-3`, told to its followers; gives how many. */
const news = async (store: Store, text: string, change: Partial<Announcement> = {}): Promise<number> => {
  const before = (await store.board.find('gas-3'))?.revision ?? 0
  const announce = { replies: words(text), dueAt: NOW, concerns: () => true, ...change }
  const entry = anEntry({ state: { zh: text, en: text } })
  const result = await store.board.write({ entry, expected: before, author: '王芳', change: 'edited', announce })
  return result.kind === 'written' ? result.told : -1
}

/** Subscriptions, and messages on their way. */
export function outboxContract(at: () => { store: Store; clock: HandClock; place: Place }): void {
  const lease = (by = 'one', limit = 10, ms = 60_000) => {
    const { store, clock } = at()
    return store.outbox.lease({ by, until: new Date(clock.now().getTime() + ms).toISOString(), limit })
  }

  test('a topic is followed once, with the home that is known last, until it is not', async () => {
    const { store } = at()
    const { id } = await aFollower(store)
    const again = aTurn(await find(store, id), await says(store, id, '3栋'), { replies: [] })
    await store.conversations.commitTurn({ ...again, subscribe: { topic: 'gas', home: { building: '3' } } })
    const own = { conversationId: id, community: 'demo', topic: 'gas', home: { building: '3' }, createdAt: NOW }
    expect(await store.subscriptions.ofConversation(id)).toEqual([own])
    const stop = aTurn(await find(store, id), await says(store, id, '退订'), {
      replies: [],
      unsubscribe: { topic: 'lift' },
    })
    await store.conversations.commitTurn(stop)
    expect(await store.subscriptions.ofConversation(id)).toHaveLength(1)
    const all = aTurn(await find(store, id), await says(store, id, '都退订'), { replies: [], unsubscribe: {} })
    await store.conversations.commitTurn(all)
    expect(await store.subscriptions.ofConversation(id)).toEqual([])
    expect(await store.subscriptions.remove(id)).toBe(0)
  })

  test('a change goes to those whom it concerns, in their language, and to no other compound', async () => {
    const { store } = at()
    const three = await aFollower(store, { building: '3' }, { locale: 'en' })
    const five = await aFollower(store, { building: '5' })
    const elsewhere = await aFollower(store, { building: '3' }, { community: 'other' })
    expect(await news(store, '通了', { concerns: ({ building }) => building === '3' })).toBe(1)
    const [push] = await lease()
    expect(push).toMatchObject({
      conversationId: three.id,
      community: 'demo',
      channel: 'web',
      locale: 'en',
      attempts: 0,
    })
    expect(await store.outbox.begin(push!.position, 'one')).toMatchObject({
      kind: 'delivered',
      message: { from: 'bot', text: 'en 通了', seq: 2, delivery: 'sent' },
    })
    expect(await store.outbox.ofConversation(three.id)).toMatchObject([{ state: 'sent', attempts: 1 }])
    for (const { id } of [five, elsewhere]) expect(await store.outbox.ofConversation(id)).toEqual([])
    expect(await lease()).toEqual([])
  })

  test('a change that is refused tells nobody', async () => {
    const { store } = at()
    const { id } = await aFollower(store)
    await news(store, '一')
    const announce = { replies: words('二'), dueAt: NOW, concerns: () => true }
    const late = await store.board.write({ entry: anEntry(), expected: 7, author: '李强', change: 'edited', announce })
    expect(late.kind).toBe('stale')
    expect(await store.outbox.ofConversation(id)).toHaveLength(1)
  })

  test('in order: the second of a conversation waits for the first', async () => {
    const { store } = at()
    const { id } = await aFollower(store)
    await news(store, '一')
    await news(store, '二')
    const [first, ...others] = await lease()
    expect(others).toEqual([])
    expect(await lease('two')).toEqual([])
    await store.outbox.begin(first!.position, 'one')
    const [second] = await lease('two')
    await store.outbox.begin(second!.position, 'two')
    expect(await transcript(store, id)).toEqual(['owner: 有消息告诉我', 'bot: 一', 'bot: 二'])
  })

  test('nothing goes out before its time', async () => {
    const { store, clock } = at()
    await aFollower(store)
    await news(store, '一', { dueAt: '2026-03-02T01:10:00.000Z' })
    expect(await lease()).toEqual([])
    clock.pass(600_000)
    expect(await lease()).toHaveLength(1)
  })

  test('of several who send at once each takes others', async () => {
    const { store } = at()
    await Promise.all(Array.from({ length: 20 }, () => aFollower(store)))
    expect(await news(store, '通了')).toBe(20)
    const taken = (await Promise.all(['one', 'two', 'three'].map((by) => lease(by, 8)))).flat()
    expect(new Set(taken.map(({ position }) => position)).size).toBe(20)
    expect(await store.outbox.counts()).toEqual({ pending: 0, leased: 20, sent: 0, unknown: 0, dead: 0 })
  })

  test('a lease that ran out is taken by another, and the first one can do nothing more', async () => {
    const { store, clock } = at()
    const { id } = await aFollower(store)
    await news(store, '一')
    const [push] = await lease('crashed')
    clock.pass(60_000)
    expect(await lease('other')).toHaveLength(1)
    expect(await store.outbox.begin(push!.position, 'crashed')).toEqual({ kind: 'lost' })
    expect(await store.outbox.settle(push!.position, 'crashed', { state: 'dead' })).toBe(false)
    expect((await store.outbox.begin(push!.position, 'other')).kind).toBe('delivered')
    expect(await store.outbox.begin(push!.position, 'other')).toEqual({ kind: 'lost' })
    expect(await transcript(store, id)).toHaveLength(2)
  })

  test('to a platform: written once, sent again after a failure, and shown where it failed', async () => {
    const { store, clock } = at()
    const { id } = await aFollower(store, {}, { channel: 'wechat' })
    await news(store, '一')
    const [push] = await lease()
    const begun = await store.outbox.begin(push!.position, 'one')
    expect(begun).toMatchObject({ kind: 'send', conversation: { id }, message: { text: '一', delivery: 'pending' } })
    const dueAt = '2026-03-02T01:00:02.000Z'
    expect(await store.outbox.settle(push!.position, 'one', { state: 'pending', dueAt, counts: true })).toBe(true)
    expect(await lease()).toEqual([])
    clock.pass(2000)
    expect(await lease()).toMatchObject([{ attempts: 1 }])
    expect((await store.outbox.begin(push!.position, 'one')).kind).toBe('send')
    await store.outbox.settle(push!.position, 'one', { state: 'dead' })
    const messages = await store.conversations.messages(id, 0, 10)
    expect(messages.map(({ delivery }) => delivery)).toEqual([undefined, 'failed'])
    expect(await store.outbox.counts()).toMatchObject({ dead: 1 })
  })

  describe('what is said on a platform', () => {
    const said = async (channel: 'wechat' | 'web', texts: string[]) => {
      const { store } = at()
      const { id } = await aConversation(store, { channel })
      const turn = aTurn(await find(store, id), await says(store, id, '在吗'), {
        replies: texts.map((text) => ({ text })),
      })
      await store.conversations.commitTurn(turn)
      return id
    }
    const deliveries = async (id: string) =>
      (await at().store.conversations.messages(id, 1, 10)).map(({ delivery }) => delivery)

    test('goes out in order, one after the other, and is written once', async () => {
      const { store } = at()
      await said('web', ['一'])
      expect(await lease()).toEqual([])
      const id = await said('wechat', ['一', '二'])
      const [first, ...others] = await lease()
      expect(others).toEqual([])
      expect(first).toMatchObject({ said: true, channel: 'wechat' })
      expect(await store.outbox.begin(first!.position, 'one')).toMatchObject({ kind: 'send', message: { text: '一' } })
      expect(await lease()).toEqual([])
      await store.outbox.settle(first!.position, 'one', { state: 'sent' })
      expect(await lease()).toHaveLength(1)
      expect(await deliveries(id)).toEqual(['sent', 'pending'])
      expect(await transcript(store, id)).toHaveLength(3)
    })

    test('a lease that ended before it was handed over is no delivery', async () => {
      const { store, clock } = at()
      await said('wechat', ['一'])
      const [first] = await lease('crashed')
      clock.pass(60_000)
      expect((await lease('other'))[0]?.position).toBe(first!.position)
      await store.outbox.begin(first!.position, 'other')
      clock.pass(60_000)
      expect(await lease()).toEqual([])
      expect(await store.outbox.counts()).toMatchObject({ unknown: 1 })
    })

    test('several go together and come to the same end, or none is taken', async () => {
      const { store } = at()
      const id = await said('wechat', ['一', '二', '三', '四'])
      const [first] = await lease()
      await store.outbox.begin(first!.position, 'one')
      const waiting = await store.outbox.waiting(first!.position)
      expect(waiting.map(({ message }) => message.text)).toEqual(['二', '三', '四'])
      const [second, third] = waiting.map(({ position }) => position)
      expect(await store.outbox.takeAlong(first!.position, 'other', [second!])).toBe(false)
      expect(await store.outbox.takeAlong(first!.position, 'one', [second!, third!])).toBe(true)
      expect(await store.outbox.takeAlong(first!.position, 'one', [third!, third! + 1])).toBe(false)
      for (const position of [first!.position, second!, third!])
        await store.outbox.settle(position, 'one', { state: 'unknown' })
      expect(await deliveries(id)).toEqual(['unknown', 'unknown', 'unknown', 'pending'])
      expect(await lease()).toHaveLength(1)
    })

    test('staff are heard though a push waits for them to be done', async () => {
      const { store, clock } = at()
      const { id } = await aFollower(store, {}, { channel: 'wechat' })
      await news(store, '一')
      const wang = await store.staff.add({ name: '王芳', role: 'staff', passwordHash: '' })
      const turn = aTurn(await find(store, id), await says(store, id, '人工'), { replies: [], ticket: aTicket() })
      const result = await store.conversations.commitTurn({ ...turn, stage: 'waiting' })
      const ticketId = (result.kind === 'committed' && result.ticketId) || ''
      await store.tickets.claim(ticketId, wang.id, '小王来了')
      const taken = await lease()
      expect(taken.map((push) => push.said)).toEqual([false, true])
      const [push, hello] = taken
      expect(await store.outbox.begin(push!.position, 'one')).toEqual({ kind: 'held' })
      const dueAt = new Date(clock.now().getTime() + 60_000).toISOString()
      await store.outbox.settle(push!.position, 'one', { state: 'pending', dueAt, counts: false })
      expect(await store.outbox.begin(hello!.position, 'one')).toMatchObject({ message: { text: '小王来了' } })
      await store.outbox.settle(hello!.position, 'one', { state: 'sent' })
      await store.tickets.reply(ticketId, wang.id, { clientMessageId: 'a', text: '您说' })
      expect((await lease()).map((push) => push.said)).toEqual([true])
    })
  })

  test('where nobody else can be sending, the end of all leases lets what was taken be taken again', async () => {
    const { store, place } = at()
    await aFollower(store)
    await news(store, '一')
    await lease('crashed')
    expect(await lease('other')).toEqual([])
    await store.outbox.endLeases()
    expect(await lease('other')).toMatchObject(place.alone ? [{ attempts: 0 }] : [])
  })

  test('what may have arrived at a platform before a crash is not sent twice', async () => {
    const { store, clock } = at()
    const { id } = await aFollower(store, {}, { channel: 'wechat' })
    await news(store, '一')
    const [push] = await lease('crashed')
    await store.outbox.begin(push!.position, 'crashed')
    clock.pass(60_000)
    expect(await lease()).toEqual([])
    expect(await store.outbox.ofConversation(id)).toMatchObject([{ state: 'unknown' }])
    expect((await store.conversations.messages(id, 1, 10))[0]).toMatchObject({ delivery: 'unknown' })
  })

  test('while staff hold the conversation the bot is silent', async () => {
    const { store } = at()
    const wang = await store.staff.add({ name: '王芳', role: 'staff', passwordHash: '' })
    const { conversation, ticketId } = await aHandoff(store)
    const turn = aTurn(conversation, await says(store, conversation.id, '有消息告诉我'), {
      replies: [],
      stage: 'waiting',
    })
    await store.conversations.commitTurn({ ...turn, subscribe: { topic: 'gas', home: {} } })
    await store.tickets.claim(ticketId, wang.id, '您好')
    await news(store, '一')
    const [push] = await lease()
    expect(await store.outbox.begin(push!.position, 'one')).toEqual({ kind: 'held' })
    await store.outbox.settle(push!.position, 'one', { state: 'pending', dueAt: NOW, counts: false })
    await store.tickets.returnToBot(ticketId, wang.id, '再见')
    expect(await lease()).toMatchObject([{ attempts: 0 }])
    expect((await store.outbox.begin(push!.position, 'one')).kind).toBe('delivered')
  })

  test('for one key one ticket is opened; a later turn thinks again', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store, { once: 'gas today' })
    expect(ticketId).toBeTruthy()
    expect(conversation.stage).toBe('waiting')
    expect(await store.tickets.openedOnce('gas today')).toBe(true)
    expect(await store.tickets.openedOnce('gas tomorrow')).toBe(false)
    await expect(aHandoff(store, { once: 'gas today' })).rejects.toThrow('expected a ticket')
    expect((await store.tickets.list({})).total).toBe(1)
  })
}

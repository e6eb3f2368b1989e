import { expect, test } from 'vitest'
import type { ItemEffect, NewItem, Settled } from '../../../bot/ports/channels.ts'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, aHandoff, aTurn, find, type HandClock, transcript } from '../fixtures.ts'

const OWNER = { channel: 'wechat' as const, account: 'wx1', address: 'o1' }
const LIMITS = { said: { messages: 5, withinMs: 48 * 3_600_000 }, tapped: { messages: 3, withinMs: 60_000 } }
const NOW = '2026-03-02T01:00:00.000Z'
const BASE = { community: 'demo', locale: 'zh' as const }

const item = (key: string, more: Partial<NewItem> = {}): NewItem => ({
  ...OWNER,
  key,
  body: '{"text":"在吗"}',
  ...more,
})
const saying = (text: string, more: Partial<ItemEffect> = {}): ItemEffect => ({
  ...BASE,
  saidAt: NOW,
  incoming: { clientMessageId: text, text },
  ...more,
})

/** Who writes on which platform, what the platforms sent, and what was handed to them. */
export function channelsContract(at: () => { store: Store; clock: HandClock }): void {
  const channels = () => at().store.channels
  const due = async () => channels().due('wechat', 100)
  const keep = async (...keys: string[]) => {
    await channels().keep(keys.map((key) => item(key)))
    return (await due()).map(({ position }) => position)
  }
  const settle = async (
    effect: ItemEffect,
    key = String(effect.incoming?.clientMessageId ?? 'k'),
  ): Promise<Settled> => {
    await channels().keep([item(key)])
    const position = (await due()).find((one) => one.key === key)?.position ?? 0
    return channels().settle(position, effect)
  }
  const owner = async () => {
    const state = await channels().owner(OWNER)
    if (!state) throw new Error('no owner')
    return state
  }
  const take = async (key: string) =>
    channels().take(await owner(), { key, conversationId: (await owner()).conversationId, seq: 1 }, LIMITS)

  test('what comes again is kept once, and each owner’s in the order in which it came', async () => {
    await channels().keep([item('a'), item('b'), item('a')])
    await channels().keep([item('b'), item('c', { address: 'o2', body: '{}' })])
    expect((await due()).map(({ key }) => key)).toEqual(['a', 'c', 'b'])
    expect(await due()).toMatchObject([{ ...OWNER, body: '{"text":"在吗"}', attempts: 0, receivedAt: NOW }, {}, {}])
    expect(await channels().due('wecom', 10)).toEqual([])
  })

  test("each owner's first comes before anybody's second, however many one has sent", async () => {
    const flood = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map((key) => item(key))
    await channels().keep([
      ...flood,
      item('a1', { address: 'a' }),
      item('b1', { address: 'b' }),
      item('a2', { address: 'a' }),
    ])
    expect((await channels().due('wechat', 5)).map(({ key }) => key)).toEqual(['f1', 'a1', 'b1', 'f2', 'a2'])
    expect((await channels().due('wechat', 9, 1)).map(({ key }) => key)).toEqual(['f1', 'a1', 'b1'])
  })

  test('an item does what it causes once, whoever else tries at the same time', async () => {
    const [position = 0] = await keep('a')
    const all = await Promise.all([1, 2, 3, 4].map(() => channels().settle(position, saying('在吗'))))
    expect(all.map(({ kind }) => kind).sort()).toEqual(['done', 'gone', 'gone', 'gone'])
    const { conversationId } = await owner()
    expect(await transcript(at().store, conversationId)).toEqual(['owner: 在吗'])
    expect(await due()).toEqual([])
  })

  test("an owner's items are done in order", async () => {
    const [first = 0, second = 0] = await keep('a', 'b')
    expect((await channels().settle(second, saying('二'))).kind).toBe('gone')
    expect((await channels().settle(first, saying('一'))).kind).toBe('done')
    expect((await channels().settle(second, saying('二'))).kind).toBe('done')
    expect(await transcript(at().store, (await owner()).conversationId)).toEqual(['owner: 一', 'owner: 二'])
  })

  test('many items at once begin one conversation', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => channels().conversation(OWNER, BASE)))
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
    expect(ids[0]).toMatchObject({ channel: 'wechat', community: 'demo' })
    expect((await channels().ownerOf(ids[0]?.id ?? ''))?.address).toBe('o1')
    expect(await channels().ownerOf((await aConversation(at().store)).id)).toBeUndefined()
    expect(await at().store.conversations.findByToken(ids[0]?.id ?? '', '')).toBeUndefined()
  })

  test("another compound's code begins another conversation; the one before keeps its address", async () => {
    await settle(saying('一'))
    const before = (await owner()).conversationId
    await settle({ ...BASE, community: 'other', bind: { home: { building: '3' } } }, 'scan')
    const after = (await owner()).conversationId
    expect(after).not.toBe(before)
    expect(await find(at().store, after)).toMatchObject({
      community: 'other',
      memory: { said: { home: { building: '3' } } },
    })
    expect((await channels().ownerOf(before))?.address).toBe('o1')
    // Without a code it stays with the compound that they talk about.
    await settle(saying('二', { community: 'demo' }))
    expect((await owner()).conversationId).toBe(after)
  })

  test('so many in a window, counted before they are sent; what comes back does not count', async () => {
    expect(await channels().room({ ...OWNER, conversationId: '' }, LIMITS)).toBe(0)
    await settle(saying('一'))
    for (const n of [1, 2, 3, 4, 5]) expect((await take(`k${n}`)).kind).toBe('taken')
    expect(await take('k6')).toEqual({ kind: 'full', until: '2026-03-04T01:00:00.000Z' })
    await channels().settleSend('k5', 'back')
    expect(await channels().room(await owner(), LIMITS)).toBe(1)
    expect((await take('k6')).kind).toBe('taken')
    await channels().settleSend('k1', 'sent')
    expect(await take('k1')).toEqual({ kind: 'before', state: 'sent' })
    expect(await take('k2')).toEqual({ kind: 'before', state: 'unknown' })
    await settle(saying('二'))
    expect(await channels().room(await owner(), LIMITS)).toBe(5)
    await settle(saying('迟到的', { saidAt: '2026-03-02T00:59:00.000Z' }))
    expect((await owner()).saidAt).toBe(NOW)
    at().clock.pass(48 * 3_600_000)
    expect(await take('k7')).toEqual({ kind: 'closed' })
  })

  test('at the same time no more are taken than there is room for', async () => {
    await settle(saying('一'))
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => take(`n${n}`)))
    expect(all.filter(({ kind }) => kind === 'taken')).toHaveLength(5)
  })

  test('a tap opens a window of its own', async () => {
    await settle({ ...BASE, tappedAt: NOW }, 'tap')
    expect(await channels().room(await owner(), LIMITS)).toBe(3)
    at().clock.pass(60_000)
    expect(await channels().room(await owner(), LIMITS)).toBe(0)
    await settle({ ...BASE, leftAt: '2026-03-02T01:01:00.000Z' }, 'left')
    expect((await owner()).leftAt).toBe('2026-03-02T01:01:00.000Z')
    await settle(saying('又来了', { saidAt: '2026-03-02T01:02:00.000Z' }))
    expect((await owner()).leftAt).toBeUndefined()
  })

  test('a greeting is taken once, and in time', async () => {
    const greeting = { code: 'c', until: '2026-03-02T01:00:20.000Z' }
    await settle({ ...BASE, greeting }, 'enter')
    expect(await channels().takeGreeting(OWNER)).toBe('c')
    expect(await channels().takeGreeting(OWNER)).toBeUndefined()
    await settle({ ...BASE, greeting }, 'enter again')
    at().clock.pass(20_000)
    expect(await channels().takeGreeting(OWNER)).toBeUndefined()
  })

  test('messages and cursor are kept together, by whoever reads first', async () => {
    const account = { channel: 'wecom' as const, account: 'kf1' }
    expect(await channels().cursor('wecom', 'kf1')).toEqual({ ...account, cursor: '' })
    await channels().want({ ...account, token: 't1' })
    const from = await channels().cursor('wecom', 'kf1')
    expect(from).toEqual({ ...account, cursor: '', token: 't1' })
    const page = [item('w1', { ...account, address: 'wm1' })]
    expect(await channels().keep(page, { from, to: 'c1', more: true })).toBe(true)
    expect(await channels().keep([item('w2', account)], { from, to: 'c9', more: false })).toBe(false)
    expect((await channels().due('wecom', 10)).map(({ key }) => key)).toEqual(['w1'])
    const next = await channels().cursor('wecom', 'kf1')
    expect(next.cursor).toBe('c1')
    expect(await channels().wanted('wecom')).toEqual(['kf1'])
    // A call that comes in the midst asks for another look.
    await channels().want({ ...account, token: 't2' })
    expect(await channels().keep([], { from: next, to: 'c2', more: false })).toBe(true)
    expect(await channels().wanted('wecom')).toEqual(['kf1'])
    await channels().keep([], { from: await channels().cursor('wecom', 'kf1'), to: 'c2', more: false })
    expect(await channels().wanted('wecom')).toEqual([])
  })

  test('a file that is fetched late comes to its message, or the message stays without', async () => {
    const fetchAgainAt = '2026-03-02T01:00:30.000Z'
    const settled = await settle(saying('[图片]', { fetchAgainAt }))
    expect(await due()).toEqual([])
    at().clock.pass(30_000)
    const [waiting] = await due()
    const id = settled.kind === 'done' ? settled.conversation.id : ''
    expect(waiting).toMatchObject({ attempts: 0, message: { conversationId: id, seq: 1 } })
    await channels().postpone(waiting?.position ?? 0, '2026-03-02T01:01:00.000Z')
    at().clock.pass(30_000)
    expect((await due())[0]?.attempts).toBe(1)
    const file = { name: 'a.png', type: 'image/png', content: new Uint8Array([1]) }
    const added = await at().store.attachments.add(id, file)
    expect(await channels().attach(waiting?.position ?? 0, added.kind === 'stored' ? added.id : '')).toBe(true)
    expect(await channels().attach(waiting?.position ?? 0, undefined)).toBe(false)
    expect(await at().store.conversations.message(id, 1)).toMatchObject({ attachments: [{ name: 'a.png' }] })
    expect(await due()).toEqual([])
  })

  test('what arrived nowhere stands at the message; a person in the other client is heard here; staff get the note', async () => {
    const { store } = at()
    await settle(saying('在吗'))
    const { conversationId: id } = await owner()
    const turn = aTurn(await find(store, id), 1, { replies: [{ text: '在' }] })
    await store.conversations.commitTurn(turn)
    await channels().take(await owner(), { key: 'm-0', conversationId: id, seq: 2 }, LIMITS)
    await channels().settleSend('m-0', 'sent')
    await settle({ ...BASE, undelivered: { key: 'm-0' } }, 'fail')
    expect(await store.conversations.message(id, 2)).toMatchObject({ delivery: 'failed' })
    await settle({ ...BASE, staffSaid: { author: '小李', text: '我来' } }, 'servicer')
    expect(await store.conversations.message(id, 3)).toMatchObject({ from: 'staff', author: '小李', delivery: 'sent' })
    const { conversation, ticketId } = await aHandoff(store)
    await channels().note(conversation.id, { author: '系统', text: '没有发出去' })
    expect((await store.tickets.find(ticketId))?.notes).toMatchObject([{ text: '没有发出去' }])
    await channels().note(id, { author: '系统', text: '没有人看' })
  })

  test('a word from the owner lets go out what waited for it', async () => {
    const { store, clock } = at()
    await settle(saying('在吗'))
    const { conversationId: id } = await owner()
    await store.conversations.commitTurn(aTurn(await find(store, id), 1, { replies: [{ text: '在' }] }))
    const lease = () => store.outbox.lease({ by: 'one', until: '2026-03-09T00:00:00.000Z', limit: 10 })
    const [push] = await lease()
    const dueAt = '2026-03-04T01:00:00.000Z'
    await store.outbox.settle(push?.position ?? 0, 'one', { state: 'pending', dueAt, counts: false })
    clock.pass(1000)
    expect(await lease()).toEqual([])
    await settle(saying('还在吗'))
    expect((await lease()).map(({ position }) => position)).toEqual([push?.position])
  })
}

import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, aHandoff, aTurn, find, type HandClock, says, transcript } from '../fixtures.ts'

/** Conversations and the messages in them. */
export function conversationsContract(at: () => { store: Store; clock: HandClock }): void {
  test('a conversation begins with the bot and opens with its token alone', async () => {
    const { store } = at()
    const begun = await aConversation(store, {
      community: 'demo',
      locale: 'zh-TW',
      channel: 'wechat',
      tokenHash: 'abc',
    })
    expect(begun).toMatchObject({
      community: 'demo',
      locale: 'zh-TW',
      channel: 'wechat',
      stage: 'bot',
      verified: false,
      memory: { misses: 0, angry: 0, said: {} },
      lastSeq: 0,
      createdAt: '2026-03-02T01:00:00.000Z',
    })
    expect(await store.conversations.find(begun.id)).toEqual(begun)
    expect(await store.conversations.findByToken(begun.id, 'abc')).toEqual(begun)
    expect(await store.conversations.findByToken(begun.id, 'abd')).toBeUndefined()
    expect(await store.conversations.find('nobody')).toBeUndefined()
  })

  test('what the owner says is stored under the next seq', async () => {
    const { store, clock } = at()
    const { id, version } = await aConversation(store)
    const incoming = { clientMessageId: 'a', text: '停水了吗', choice: 'water.outage' }
    const first = await store.conversations.accept(id, incoming)
    clock.pass(1000)
    await says(store, id, '还没来水')
    expect(first).toMatchObject({ kind: 'stored', message: { seq: 1, from: 'owner', text: '停水了吗' } })
    expect(await store.conversations.message(id, 1)).toMatchObject({ choice: 'water.outage' })
    expect(await store.conversations.message(id, 2)).not.toHaveProperty('choice')
    expect(await transcript(store, id)).toEqual(['owner: 停水了吗', 'owner: 还没来水'])
    expect(await find(store, id)).toMatchObject({ lastSeq: 2, version, lastActiveAt: '2026-03-02T01:00:01.000Z' })
  })

  test('the same message again is not stored twice; with another text it is refused', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    await says(store, id, '停水了吗', 'a')
    const again = await store.conversations.accept(id, { clientMessageId: 'a', text: '停水了吗' })
    expect(again).toMatchObject({ kind: 'repeated', message: { seq: 1 }, replies: [], done: false })
    expect(await store.conversations.accept(id, { clientMessageId: 'a', text: '停电了吗' })).toEqual({
      kind: 'conflict',
    })
    expect(await transcript(store, id)).toEqual(['owner: 停水了吗'])
  })

  test('repeated after its turn, it comes with the replies of that turn and no others', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const first = await says(store, begun.id, '停水了吗', 'a')
    const second = await says(store, begun.id, '停电了吗', 'b')
    const replies = [{ text: '没有停水通知。' }, { text: '要转人工吗？' }]
    const done = await store.conversations.commitTurn(aTurn(begun, first, { replies }))
    const now = await find(store, begun.id)
    await store.conversations.commitTurn(aTurn(now, second, { replies: [{ text: '没有停电通知。' }] }))
    const again = await store.conversations.accept(begun.id, { clientMessageId: 'a', text: '停水了吗' })
    expect(done).toMatchObject({ kind: 'committed' })
    expect(again).toMatchObject({ kind: 'repeated', done: true, replies: done.kind === 'committed' && done.replies })
  })

  test('the same client id in two conversations is two messages', async () => {
    const { store } = at()
    const one = await aConversation(store)
    const other = await aConversation(store)
    expect(await says(store, one.id, '停水了吗', 'a')).toBe(1)
    expect(await says(store, other.id, '停电了吗', 'a')).toBe(1)
  })

  test('two hundred at once: no seq is missing, none is given twice', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    const seqs = await Promise.all(Array.from({ length: 200 }, (_, n) => says(store, id, `第${n}条`)))
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
    const stored = await store.conversations.messages(id, 0, 500)
    for (const [n, seq] of seqs.entries()) expect(stored[seq - 1]).toMatchObject({ seq, text: `第${n}条` })
    expect((await find(store, id)).lastSeq).toBe(200)
  })

  test('the same message twenty times at once is stored once', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    const incoming = { clientMessageId: 'a', text: '停水了吗' }
    const all = await Promise.all(Array.from({ length: 20 }, () => store.conversations.accept(id, incoming)))
    expect(all.filter((accepted) => accepted.kind === 'stored')).toHaveLength(1)
    expect(all.filter((accepted) => accepted.kind === 'repeated')).toHaveLength(19)
    expect(await transcript(store, id)).toHaveLength(1)
  })

  test('messages come from where one has read to, and not too many at once', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    await Promise.all(Array.from({ length: 510 }, (_, n) => says(store, id, `第${n}条`)))
    const seqs = async (after: number, limit: number) =>
      (await store.conversations.messages(id, after, limit)).map((message) => message.seq)
    expect(await seqs(3, 2)).toEqual([4, 5])
    expect(await seqs(510, 5)).toEqual([])
    expect(await seqs(0, 1000)).toHaveLength(500)
    expect(await seqs(0, 0)).toEqual([])
  })

  test('what was accepted and not finished is found, in order, the longest waiting first', async () => {
    const { store, clock } = at()
    const early = await aConversation(store)
    const late = await aConversation(store)
    await says(store, early.id, '一')
    clock.pass(1000)
    await says(store, late.id, '二')
    clock.pass(1000)
    await says(store, early.id, '三')
    expect(await store.conversations.unfinished()).toEqual([
      { conversationId: early.id, seq: 1 },
      { conversationId: early.id, seq: 2 },
      { conversationId: late.id, seq: 1 },
    ])
    await store.conversations.commitTurn(aTurn(early, 1))
    expect(await store.conversations.unfinished()).toEqual([
      { conversationId: late.id, seq: 1 },
      { conversationId: early.id, seq: 2 },
    ])
  })

  test('a clock that goes back does not turn a conversation round', async () => {
    const { store, clock } = at()
    const { id } = await aConversation(store)
    await says(store, id, '一')
    clock.pass(-60_000)
    await says(store, id, '二')
    expect(await store.conversations.unfinished()).toMatchObject([{ seq: 1 }, { seq: 2 }])
  })

  test('a closed conversation opens again with the next message', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    await says(store, begun.id, '谢谢', 'a')
    await store.conversations.close(begun.id)
    const closed = await find(store, begun.id)
    expect(closed).toMatchObject({ stage: 'closed', version: begun.version + 1 })
    await store.conversations.accept(begun.id, { clientMessageId: 'a', text: '谢谢' })
    expect(await find(store, begun.id)).toEqual(closed)
    expect(await says(store, begun.id, '还有件事')).toBe(2)
    expect(await find(store, begun.id)).toMatchObject({ stage: 'bot', version: closed.version + 1 })
  })

  test('with an open ticket it is not closed: a person still owes it an answer', async () => {
    const { store } = at()
    const { conversation } = await aHandoff(store)
    await store.conversations.close(conversation.id)
    expect((await find(store, conversation.id)).stage).toBe('waiting')
    await says(store, conversation.id, '人呢')
    expect((await find(store, conversation.id)).stage).toBe('waiting')
    expect((await store.tickets.list({ stage: 'waiting' })).total).toBe(1)
  })

  test('an unknown conversation or message is said to be unknown', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    const unknown = { code: 'unknown_conversation' }
    await expect(store.conversations.accept('nobody', { clientMessageId: 'a', text: '喂' })).rejects.toMatchObject(
      unknown,
    )
    await expect(store.conversations.close('nobody')).rejects.toMatchObject(unknown)
    await expect(store.conversations.rate('nobody', { score: 5 })).rejects.toMatchObject(unknown)
    await expect(store.conversations.message(id, 1)).rejects.toMatchObject({ code: 'unknown_message' })
    expect(await store.conversations.messages('nobody', 0, 10)).toEqual([])
  })

  test('a rating is taken, with words or without', async () => {
    const { store } = at()
    const { id } = await aConversation(store)
    await store.conversations.rate(id, { score: 2, comment: '等太久' })
    await store.conversations.rate(id, { score: 5 })
  })
}

import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import type { Classification, Reply } from '../../../bot/types.ts'
import {
  aContext,
  aConversation,
  aHandoff,
  aTicket,
  aTurn,
  find,
  type HandClock,
  says,
  transcript,
} from '../fixtures.ts'

const CARD: Reply = {
  text: '工单1001已提交。',
  choices: [{ title: '好的', value: 'yes' }],
  card: { kind: 'work_order', number: '1001', what: '漏水', where: '厨房', state: 'filed' },
  sources: [{ kind: 'work_order', number: '1001' }],
  intent: 'leak.ceiling',
  action: 'opened',
}

const SURE: Classification = {
  intent: 'out_of_scope',
  confidence: 0.31,
  alternatives: [
    { intent: 'fee.pay', confidence: 0.31 },
    { intent: 'parking.fee', confidence: 0.2 },
  ],
  outOfScope: true,
  certainty: 'lost',
}

/** What one turn changes, whole or not at all, once. */
export function turnsContract(at: () => { store: Store; clock: HandClock }): void {
  test('what was said before is answered before, unless it is left on purpose', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const first = await says(store, begun.id, '物业费怎么交')
    const second = await says(store, begun.id, '停电了吗')
    const third = await says(store, begun.id, '停水了吗')
    const commit = (seq: number, leaving: number[]) => store.conversations.commitTurn(aTurn(begun, seq, { leaving }))
    expect(await commit(third, [])).toEqual({ kind: 'early', earlier: [first, second] })
    expect(await commit(third, [first])).toEqual({ kind: 'early', earlier: [second] })
    expect(await store.conversations.unfinished()).toHaveLength(3)
    expect(await commit(third, [first, second])).toMatchObject({ kind: 'committed' })
    // Whoever has read an older state is refused, whatever it was told of leases.
    expect(await commit(first, [])).toEqual({ kind: 'stale' })
    const now = await find(store, begun.id)
    expect(await store.conversations.commitTurn(aTurn(now, first, { leaving: [] }))).toMatchObject({
      kind: 'committed',
    })
  })

  test('replies, state and evidence of a turn are there together', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '厨房漏水')
    const memory = { misses: 1, angry: 0, said: { home: { building: '3' } }, dialog: { at: 'confirm', nested: [1, 2] } }
    const workOrder = {
      number: await store.workOrders.reserveNumber(),
      intent: 'leak.ceiling',
      slots: { what: '漏水' },
    }
    const result = await store.conversations.commitTurn(
      aTurn(begun, seq, {
        memory,
        locale: 'en',
        replies: [CARD, { text: '还有别的吗？' }],
        classification: SURE,
        workOrder,
      }),
    )
    expect(result).toMatchObject({
      kind: 'committed',
      replies: [
        { ...CARD, seq: 2, from: 'bot', conversationId: begun.id },
        { text: '还有别的吗？', seq: 3 },
      ],
      conversation: { stage: 'bot', locale: 'en', lastSeq: 3, version: begun.version + 1 },
    })
    expect(result).not.toHaveProperty('ticketId')
    expect(result.kind === 'committed' && result.conversation).toEqual(await find(store, begun.id))
    expect(await store.conversations.messages(begun.id, 1, 10)).toEqual(result.kind === 'committed' && result.replies)
    expect((await find(store, begun.id)).memory).toEqual(memory)
    const { outOfScope: _, certainty: __, ...recorded } = SURE
    expect(await store.conversations.classifications(begun.id)).toEqual([{ seq, ...recorded }])
    expect(await store.workOrders.ofConversation(begun.id)).toMatchObject([
      { ...workOrder, state: 'filed', community: 'demo' },
    ])
  })

  test('a turn that was thought out on an older state is stale and leaves nothing', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const first = await says(store, begun.id, '一')
    const second = await says(store, begun.id, '二')
    await store.conversations.commitTurn(aTurn(begun, first))
    const before = await find(store, begun.id)
    const stale = aTurn(begun, second, { stage: 'waiting', ticket: aTicket(), classification: SURE })
    expect(await store.conversations.commitTurn(stale)).toEqual({ kind: 'stale' })
    expect(await find(store, begun.id)).toEqual(before)
    expect(await store.tickets.openOf(begun.id)).toBeUndefined()
    expect(await store.conversations.classifications(begun.id)).toEqual([])
    expect(await store.conversations.commitTurn({ ...stale, expectedVersion: before.version })).toMatchObject({
      kind: 'committed',
    })
  })

  test('a message is answered once, also when two try at the same time', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '停水了吗')
    const tries = await Promise.all(
      [1, 2, 3].map((n) => store.conversations.commitTurn(aTurn(begun, seq, { replies: [{ text: `答${n}` }] }))),
    )
    const committed = tries.filter((result) => result.kind === 'committed')
    expect(committed).toHaveLength(1)
    const replies = committed[0]?.kind === 'committed' ? committed[0].replies : []
    expect(tries.filter((result) => result.kind === 'done')).toEqual([
      { kind: 'done', replies },
      { kind: 'done', replies },
    ])
    expect(await transcript(store, begun.id)).toHaveLength(2)
  })

  test('a turn without replies is done too', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '嗯')
    expect(await store.conversations.commitTurn(aTurn(begun, seq, { replies: [] }))).toMatchObject({
      kind: 'committed',
      replies: [],
    })
    expect(await store.conversations.unfinished()).toEqual([])
  })

  test('a message that comes meanwhile does not make the turn stale; replies stand after it', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '一')
    await says(store, begun.id, '二')
    expect(await store.conversations.commitTurn(aTurn(begun, seq, { replies: [{ text: '答一' }] }))).toMatchObject({
      kind: 'committed',
    })
    expect(await transcript(store, begun.id)).toEqual(['owner: 一', 'owner: 二', 'bot: 答一'])
  })

  test('a conversation that is closed meanwhile makes the turn think again', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '一')
    await store.conversations.close(begun.id)
    expect(await store.conversations.commitTurn(aTurn(begun, seq))).toEqual({ kind: 'stale' })
  })

  test('what fails half way leaves nothing of the turn', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '厨房漏水')
    const workOrder = { number: '77', intent: 'leak.ceiling', slots: {} }
    await store.conversations.commitTurn(aTurn(begun, seq, { workOrder }))
    const again = await says(store, begun.id, '又漏了')
    const before = await find(store, begun.id)
    const turn = aTurn(before, again, { stage: 'waiting', ticket: aTicket(), classification: SURE, workOrder })
    const [failed, meanwhile] = await Promise.allSettled([
      store.conversations.commitTurn(turn),
      says(store, begun.id, '在吗'),
    ])
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: 'store_refused' } })
    expect(meanwhile).toMatchObject({ status: 'fulfilled', value: before.lastSeq + 1 })
    expect(await find(store, begun.id)).toMatchObject({ stage: 'bot', version: before.version })
    expect(await store.tickets.openOf(begun.id)).toBeUndefined()
    expect(await store.conversations.unfinished()).toHaveLength(2)
  })

  test('in a group of writes the one that throws is undone alone', async () => {
    const { store } = at()
    const one = await aConversation(store)
    const results = await Promise.allSettled([
      says(store, one.id, '一'),
      says(store, 'nobody', '二'),
      store.conversations.commitTurn(aTurn(one, 9)),
      says(store, one.id, '三'),
      store.staff.openSession({ idHash: 'h', staffId: 'nobody', csrf: 'c', expiresAt: '2027-01-01T00:00:00.000Z' }),
      says(store, one.id, '四'),
    ])
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.code))).toEqual([
      1,
      'unknown_conversation',
      'unknown_message',
      2,
      'store_refused',
      3,
    ])
    expect(await transcript(store, one.id)).toEqual(['owner: 一', 'owner: 三', 'owner: 四'])
  })

  test('a turn that hands over opens a ticket, with what the clerk needs', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    expect(conversation.stage).toBe('waiting')
    const ticket = await store.tickets.find(ticketId)
    expect(ticket).toEqual({
      id: ticketId,
      stage: 'waiting',
      priority: 'normal',
      reason: 'asked',
      team: 'service',
      createdAt: '2026-03-02T01:00:00.000Z',
      dueAt: '2026-03-02T01:30:00.000Z',
      waitingSince: '2026-03-02T01:00:00.000Z',
      conversationId: conversation.id,
      community: 'demo',
      summary: '3栋业主问通气时间',
      mood: 'worried',
      channel: 'web',
      home: '3-1-1201',
      context: aContext(),
      notes: [],
    })
    expect(await store.tickets.openOf(conversation.id)).toEqual(ticket)
  })

  test('a more urgent turn raises the open ticket instead of opening another', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store, { context: aContext({ notPromised: ['三天内通气'] }) })
    const seq = await says(store, conversation.id, '闻到煤气味了')
    const context = aContext({
      summary: '疑似燃气泄漏',
      intent: 'gas.leak',
      mood: 'calm',
      notPromised: ['马上到'],
      owner: { verified: false },
    })
    const ticket = aTicket({
      reason: 'emergency',
      priority: 'emergency',
      team: 'order',
      dueAt: '2026-03-02T01:01:00.000Z',
      context,
    })
    const result = await store.conversations.commitTurn(aTurn(conversation, seq, { stage: 'waiting', ticket }))
    expect(result).toMatchObject({ kind: 'committed', ticketId })
    expect(await store.tickets.find(ticketId)).toMatchObject({
      priority: 'emergency',
      reason: 'emergency',
      team: 'order',
      dueAt: '2026-03-02T01:01:00.000Z',
      summary: '疑似燃气泄漏',
      home: '3-1-1201',
      context: { intent: 'gas.leak', notPromised: ['三天内通气', '马上到'], owner: { home: '3-1-1201' } },
    })
    expect((await store.tickets.list({})).total).toBe(1)
  })

  test('a less urgent turn never lowers it and only adds what is not to be promised', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store, { priority: 'high', reason: 'anger' })
    const seq = await says(store, conversation.id, '减免物业费')
    const context = aContext({ summary: '要求减免', notPromised: ['减免'] })
    const ticket = aTicket({
      priority: 'normal',
      reason: 'promise',
      team: 'finance',
      dueAt: '2026-03-02T01:05:00.000Z',
      context,
    })
    await store.conversations.commitTurn(aTurn(conversation, seq, { stage: 'waiting', ticket }))
    expect(await store.tickets.find(ticketId)).toMatchObject({
      priority: 'high',
      reason: 'anger',
      team: 'service',
      dueAt: '2026-03-02T01:30:00.000Z',
      summary: '3栋业主问通气时间',
      context: { notPromised: ['减免'] },
    })
  })

  test('the conversation has the stage of its open ticket, whatever the turn says', async () => {
    const { store } = at()
    const { conversation } = await aHandoff(store)
    const seq = await says(store, conversation.id, '在吗')
    expect(await store.conversations.commitTurn(aTurn(conversation, seq, { stage: 'bot' }))).toMatchObject({
      conversation: { stage: 'waiting' },
    })
  })

  test('a conversation cannot wait for a person without a ticket', async () => {
    const { store } = at()
    const begun = await aConversation(store)
    const seq = await says(store, begun.id, '在吗')
    const waits = store.conversations.commitTurn(aTurn(begun, seq, { stage: 'waiting' }))
    await expect(waits).rejects.toMatchObject({ code: 'turn_inconsistent' })
    expect(await transcript(store, begun.id)).toEqual(['owner: 在吗'])
  })

  test('replies wait for their delivery, except where the page reads the record itself', async () => {
    const { store } = at()
    const delivery = async (channel: 'web' | 'cli' | 'wechat' | 'directline') => {
      const begun = await aConversation(store, { channel })
      const result = await store.conversations.commitTurn(aTurn(begun, await says(store, begun.id, '喂')))
      return result.kind === 'committed' ? result.replies[0]?.delivery : undefined
    }
    expect(await delivery('web')).toBe('sent')
    expect(await delivery('cli')).toBe('sent')
    expect(await delivery('wechat')).toBe('pending')
    expect(await delivery('directline')).toBe('sent')
  })
}

import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aContext, aHandoff, aTicket, aTurn, find, type HandClock, says, transcript } from '../fixtures.ts'

const MINUTE = 60_000

/** What staff do with a ticket. */
export function ticketsContract(at: () => { store: Store; clock: HandClock }): void {
  test('of twenty who claim it at once one wins, and the others hear who', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const clerks = await Promise.all(Array.from({ length: 20 }, (_, n) => aClerk(store, `客服${n}`)))
    const claims = await Promise.all(clerks.map(({ id, name }) => store.tickets.claim(ticketId, id, `${name}接待您`)))
    const winners = clerks.filter((_, n) => claims[n]?.kind === 'ok')
    expect(winners).toHaveLength(1)
    const holder = winners[0]!.name
    expect(claims.filter((claim) => claim.kind === 'lost')).toEqual(Array(19).fill({ kind: 'lost', holder }))
    expect(await store.tickets.find(ticketId)).toMatchObject({ stage: 'staff', assignee: holder })
    expect((await transcript(store, conversation.id)).slice(2)).toEqual([`system: ${holder}接待您`])
    expect((await find(store, conversation.id)).stage).toBe('staff')
  })

  test('whoever holds it may claim it again and the owner hears nothing of it', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    const first = await store.tickets.claim(ticketId, wang.id, '王芳接待您')
    expect(await store.tickets.claim(ticketId, wang.id, '王芳接待您')).toEqual(first)
    expect(await transcript(store, conversation.id)).toHaveLength(3)
  })

  test('claim, reply, release, claim by another, resolve', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    const li = await aClerk(store, '李强')
    await store.tickets.claim(ticketId, wang.id, '王芳接待您')
    const reply = await store.tickets.reply(ticketId, wang.id, { clientMessageId: 'r1', text: '我看看' })
    expect(reply).toMatchObject({ kind: 'ok', message: { from: 'staff', author: '王芳', seq: 4, delivery: 'sent' } })
    const released = await store.tickets.release(ticketId, wang.id, '请稍候')
    expect(released).toMatchObject({ kind: 'ok', ticket: { stage: 'waiting' } })
    expect(released.kind === 'ok' && released.ticket).not.toHaveProperty('assignee')
    expect((await find(store, conversation.id)).stage).toBe('waiting')
    await store.tickets.claim(ticketId, li.id, '李强接待您')
    const choices = [{ title: '满意', value: '5' }]
    const resolved = await store.tickets.resolve(ticketId, li.id, '已处理，请评价', choices)
    expect(resolved).toMatchObject({ kind: 'ok', ticket: { stage: 'resolved', assignee: '李强' } })
    expect(resolved.kind === 'ok' && resolved.ticket.resolvedAt).toBe('2026-03-02T01:00:00.000Z')
    expect((await find(store, conversation.id)).stage).toBe('bot')
    expect((await store.conversations.message(conversation.id, 7)).choices).toEqual(choices)
    expect((await transcript(store, conversation.id)).slice(2)).toEqual([
      'system: 王芳接待您',
      'staff: 我看看',
      'system: 请稍候',
      'system: 李强接待您',
      'system: 已处理，请评价',
    ])
    expect(await store.tickets.openOf(conversation.id)).toBeUndefined()
  })

  test('back with the bot, misses and anger are forgotten and the rest is kept', async () => {
    const { store } = at()
    for (const end of ['resolve', 'returnToBot'] as const) {
      const { conversation, ticketId } = await aHandoff(store)
      const clerk = await aClerk(store, `客服${end}`)
      await store.tickets.claim(ticketId, clerk.id, '您好')
      const held = await find(store, conversation.id)
      const memory = { misses: 2, angry: 3, said: { phone: '13800000000' }, waitingNoted: true, lastIntent: 'fee.pay' }
      const seq = await says(store, conversation.id, '快点')
      await store.conversations.commitTurn(aTurn(held, seq, { stage: 'staff', memory, replies: [] }))
      expect(await store.tickets[end](ticketId, clerk.id, '机器人继续')).toMatchObject({ kind: 'ok' })
      const after = await find(store, conversation.id)
      expect(after).toMatchObject({ stage: 'bot', version: held.version + 2 })
      expect(after.memory).toEqual({ misses: 0, angry: 0, said: { phone: '13800000000' }, lastIntent: 'fee.pay' })
    }
  })

  test('only whoever holds it may reply, release or end it', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    const li = await aClerk(store, '李强')
    const verbs = (staffId: string) => [
      store.tickets.reply(ticketId, staffId, { clientMessageId: 'x', text: '喂' }),
      store.tickets.release(ticketId, staffId, '喂'),
      store.tickets.resolve(ticketId, staffId, '喂'),
      store.tickets.returnToBot(ticketId, staffId, '喂'),
    ]
    expect(await Promise.all(verbs(li.id))).toEqual(Array(4).fill({ kind: 'gone' }))
    await store.tickets.claim(ticketId, wang.id, '王芳接待您')
    expect(await Promise.all(verbs(li.id))).toEqual(Array(4).fill({ kind: 'lost', holder: '王芳' }))
    await store.tickets.resolve(ticketId, wang.id, '已处理')
    expect(await Promise.all(verbs(wang.id))).toEqual(Array(4).fill({ kind: 'gone' }))
    expect(await store.tickets.claim(ticketId, li.id, '喂')).toEqual({ kind: 'gone' })
    expect(await transcript(store, conversation.id)).toHaveLength(4)
  })

  test('an unknown ticket or member of staff is said to be unknown', async () => {
    const { store } = at()
    const { ticketId } = await aHandoff(store)
    const unknown = { kind: 'unknown' }
    expect(await store.tickets.claim('none', 'x', '喂')).toEqual(unknown)
    expect(await store.tickets.release('none', 'x', '喂')).toEqual(unknown)
    expect(await store.tickets.resolve('none', 'x', '喂')).toEqual(unknown)
    expect(await store.tickets.returnToBot('none', 'x', '喂')).toEqual(unknown)
    expect(await store.tickets.reply('none', 'x', { clientMessageId: 'a', text: '喂' })).toEqual(unknown)
    expect(await store.tickets.note('none', 'x', '喂')).toBeUndefined()
    expect(await store.tickets.find('none')).toBeUndefined()
    await expect(store.tickets.claim(ticketId, 'nobody', '喂')).rejects.toMatchObject({ code: 'unknown_staff' })
    await expect(store.tickets.note(ticketId, 'nobody', '喂')).rejects.toMatchObject({ code: 'unknown_staff' })
  })

  test("a clerk's message sent again is the same message, also after the end", async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, wang.id, '王芳接待您')
    // The owner's page may have taken the same id.
    await says(store, conversation.id, '在吗', 'r1')
    const message = { clientMessageId: 'r1', text: '我看看' }
    const [first, again] = await Promise.all([
      store.tickets.reply(ticketId, wang.id, message),
      store.tickets.reply(ticketId, wang.id, message),
    ])
    await store.tickets.resolve(ticketId, wang.id, '已处理')
    expect(first).toMatchObject({ kind: 'ok' })
    expect(again).toEqual(first)
    expect(await store.tickets.reply(ticketId, wang.id, message)).toEqual(first)
    expect((await transcript(store, conversation.id)).filter((line) => line === 'staff: 我看看')).toHaveLength(1)
  })

  test('whatever staff do makes a turn that is being thought out stale', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    const seq = await says(store, conversation.id, '在吗')
    const acts = [
      () => store.tickets.claim(ticketId, wang.id, '您好'),
      () => store.tickets.reply(ticketId, wang.id, { clientMessageId: 'r', text: '在' }),
      () => store.tickets.release(ticketId, wang.id, '请稍候'),
      () => store.tickets.claim(ticketId, wang.id, '您好'),
      () => store.tickets.resolve(ticketId, wang.id, '已处理'),
    ]
    for (const act of acts) {
      const thinking = aTurn(await find(store, conversation.id), seq, { stage: 'waiting' })
      await act()
      expect(await store.conversations.commitTurn(thinking)).toEqual({ kind: 'stale' })
    }
  })

  test('after one ticket is resolved the next handoff opens another and lists the earlier one', async () => {
    const { store, clock } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, wang.id, '您好')
    clock.pass(MINUTE)
    await store.tickets.resolve(ticketId, wang.id, '已处理')
    const seq = await says(store, conversation.id, '又停水')
    const ticket = aTicket({ context: aContext({ summary: '停水' }) })
    const turn = aTurn(await find(store, conversation.id), seq, { stage: 'waiting', ticket })
    const result = await store.conversations.commitTurn(turn)
    expect(result.kind === 'committed' && result.ticketId).not.toBe(ticketId)
    expect(await store.tickets.openOf(conversation.id)).toMatchObject({ summary: '停水', stage: 'waiting' })
    expect(await store.tickets.earlierOf(conversation.id)).toEqual([
      {
        id: ticketId,
        createdAt: '2026-03-02T01:00:00.000Z',
        resolvedAt: '2026-03-02T01:01:00.000Z',
        summary: '3栋业主问通气时间',
      },
    ])
  })

  test('notes stand on the ticket with their author, unseen by the owner', async () => {
    const { store, clock } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const wang = await aClerk(store, '王芳')
    const first = await store.tickets.note(ticketId, wang.id, '已打电话给燃气公司')
    clock.pass(MINUTE)
    await store.tickets.note(ticketId, wang.id, '无人接听')
    expect(first).toMatchObject({ author: '王芳', text: '已打电话给燃气公司', createdAt: '2026-03-02T01:00:00.000Z' })
    const ticket = await store.tickets.find(ticketId)
    expect(ticket?.notes.map((note) => note.text)).toEqual(['已打电话给燃气公司', '无人接听'])
    expect(await transcript(store, conversation.id)).toHaveLength(2)
  })
}

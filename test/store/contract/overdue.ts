import { expect, test } from 'vitest'
import type { OverdueTicket, Store } from '../../../bot/ports.ts'
import { aClerk, aHandoff, aTicket, aTurn, find, type HandClock, type Place, says, transcript } from '../fixtures.ts'

const DUE_MS = 30 * 60_000
const WORDS = { says: '还没有人接', note: '升级给经理', author: '小桥', team: 'manager' }

/** Tickets that nobody answered in time. */
export function overdueContract(at: () => { store: Store; clock: HandClock; place: Place }): void {
  const seen = async (): Promise<OverdueTicket> => {
    const [first] = await at().store.tickets.overdue()
    if (!first) throw new Error('none is overdue')
    return first
  }

  test('what is due is found, and told once however many find it', async () => {
    const { store, clock } = at()
    const { conversation, ticketId } = await aHandoff(store)
    clock.pass(DUE_MS - 1)
    expect(await store.tickets.overdue()).toEqual([])
    clock.pass(1)
    const found = await store.tickets.overdue()
    expect(found).toEqual([expect.objectContaining({ id: ticketId, stage: 'waiting', locale: 'zh' })])
    const before = await find(store, conversation.id)
    const told = await Promise.all(Array.from({ length: 10 }, () => store.tickets.escalate(found[0]!, WORDS)))
    expect(told.filter(Boolean)).toHaveLength(1)
    expect((await transcript(store, conversation.id)).slice(2)).toEqual(['system: 还没有人接'])
    expect(await store.tickets.find(ticketId)).toMatchObject({
      team: 'manager',
      priority: 'high',
      notes: [{ author: '小桥', text: '升级给经理' }],
    })
    expect(await find(store, conversation.id)).toMatchObject({ stage: 'waiting', version: before.version + 1 })
    expect(await store.tickets.overdue()).toEqual([])
  })

  test('an emergency stays one, and what was high stays high', async () => {
    const { store, clock } = at()
    for (const priority of ['emergency', 'high'] as const) {
      const { ticketId } = await aHandoff(store, { priority })
      clock.pass(DUE_MS)
      await store.tickets.escalate(await seen(), WORDS)
      expect(await store.tickets.find(ticketId)).toMatchObject({ priority, team: 'manager' })
    }
  })

  test('held without a word it is overdue; after a word or when resolved it is not', async () => {
    const { store, clock } = at()
    const { ticketId } = await aHandoff(store)
    const clerk = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, clerk.id, '王芳接待您')
    clock.pass(DUE_MS)
    expect(await seen()).toMatchObject({ stage: 'staff', assignee: '王芳' })
    await store.tickets.reply(ticketId, clerk.id, { clientMessageId: 'a', text: '您好' })
    expect(await store.tickets.overdue()).toEqual([])
    await store.tickets.resolve(ticketId, clerk.id, '已处理')
    expect(await store.tickets.overdue()).toEqual([])
  })

  test('what changed since it was seen is not told what is no longer true', async () => {
    const { store, clock } = at()
    const { conversation, ticketId } = await aHandoff(store)
    clock.pass(DUE_MS)
    const waiting = await seen()
    const clerk = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, clerk.id, '王芳接待您')
    expect(await store.tickets.escalate(waiting, WORDS)).toBe(false)
    expect(await transcript(store, conversation.id)).toHaveLength(3)
    expect(await store.tickets.escalate(await seen(), WORDS)).toBe(true)
  })

  test('the word in a former ticket of the conversation counts for nothing', async () => {
    const { store, clock } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const clerk = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, clerk.id, '您好')
    await store.tickets.reply(ticketId, clerk.id, { clientMessageId: 'a', text: '您好' })
    await store.tickets.resolve(ticketId, clerk.id, '已处理')
    clock.pass(1000)
    const seq = await says(store, conversation.id, '没解决')
    const ticket = aTicket()
    await store.conversations.commitTurn(aTurn(await find(store, conversation.id), seq, { stage: 'waiting', ticket }))
    const second = await store.tickets.openOf(conversation.id)
    await store.tickets.claim(second!.id, clerk.id, '您好')
    clock.pass(DUE_MS)
    expect(await seen()).toMatchObject({ id: second!.id })
  })

  test('told, it is not told again after a restart', async () => {
    const { store, clock, place } = at()
    await aHandoff(store)
    clock.pass(DUE_MS)
    await store.tickets.escalate(await seen(), WORDS)
    await store.close()
    const again = await place.open()
    expect(await again.tickets.overdue()).toEqual([])
    await again.close()
  })
}

import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aContext, aConversation, aHandoff, aTicket, aTurn, type HandClock, says } from '../fixtures.ts'

const MINUTE = 60_000

async function ids(store: Store, filter: Parameters<Store['tickets']['list']>[0]): Promise<string[]> {
  return (await store.tickets.list(filter)).tickets.map((ticket) => ticket.id)
}

/** Another handoff that was said in these words. */
async function handoffAbout(store: Store, said: string, summary: string): Promise<string> {
  const conversation = await aConversation(store)
  const seq = await says(store, conversation.id, said)
  const ticket = aTicket({ context: aContext({ summary }) })
  const result = await store.conversations.commitTurn(aTurn(conversation, seq, { stage: 'waiting', ticket }))
  return (result.kind === 'committed' && result.ticketId) || ''
}

/** The queue as staff see it, and the owner's place in it. */
export function queueContract(at: () => { store: Store; clock: HandClock }): void {
  test('the most urgent comes first, then what is due first', async () => {
    const { store } = at()
    const due = (minute: number) => `2026-03-02T01:${minute}:00.000Z`
    const late = await aHandoff(store, { priority: 'normal', dueAt: due(50) })
    const early = await aHandoff(store, { priority: 'normal', dueAt: due(20) })
    const high = await aHandoff(store, { priority: 'high', dueAt: due(55) })
    const emergency = await aHandoff(store, { priority: 'emergency', dueAt: due(59) })
    const order = [emergency, high, early, late]
    expect(await ids(store, {})).toEqual(order.map((handoff) => handoff.ticketId))
    for (const [ahead, { conversation }] of order.entries())
      expect(await store.tickets.placeOf(conversation.id)).toEqual({ ahead })
    expect(await store.tickets.waiting('demo')).toBe(4)
  })

  test('ahead counts only what waits in the same compound', async () => {
    const { store } = at()
    const wang = await aClerk(store, '王芳')
    const claimed = await aHandoff(store, { priority: 'emergency' })
    await aHandoff(store, { priority: 'emergency' }, { community: 'other' })
    const mine = await aHandoff(store)
    expect(await store.tickets.placeOf(mine.conversation.id)).toEqual({ ahead: 1 })
    expect(await store.tickets.waiting('demo')).toBe(2)
    await store.tickets.claim(claimed.ticketId, wang.id, '您好')
    expect(await store.tickets.placeOf(mine.conversation.id)).toEqual({ ahead: 0 })
    expect(await store.tickets.placeOf(claimed.conversation.id)).toEqual({ assignee: '王芳', ahead: 0 })
    expect(await store.tickets.placeOf('none')).toBeUndefined()
    expect(await store.tickets.waiting('demo')).toBe(1)
  })

  test('the list is filtered by stage, holder, team and compound, together too', async () => {
    const { store } = at()
    const wang = await aClerk(store, '王芳')
    const waiting = await aHandoff(store, { team: 'repair' })
    const held = await aHandoff(store, { team: 'repair' })
    const elsewhere = await aHandoff(store, {}, { community: 'other' })
    const resolved = await aHandoff(store)
    await store.tickets.claim(held.ticketId, wang.id, '您好')
    await store.tickets.claim(resolved.ticketId, wang.id, '您好')
    await store.tickets.resolve(resolved.ticketId, wang.id, '已处理')
    expect(await ids(store, { stage: 'staff' })).toEqual([held.ticketId])
    expect(await ids(store, { stage: 'resolved' })).toEqual([resolved.ticketId])
    expect((await ids(store, { assignee: wang.id })).toSorted()).toEqual([held.ticketId, resolved.ticketId].toSorted())
    expect((await ids(store, { teams: ['repair'] })).toSorted()).toEqual([waiting.ticketId, held.ticketId].toSorted())
    expect(await ids(store, { community: 'other' })).toEqual([elsewhere.ticketId])
    expect(await ids(store, { teams: ['repair'], stage: 'waiting', community: 'demo' })).toEqual([waiting.ticketId])
    expect(await store.tickets.list({ stage: 'staff' })).toMatchObject({ total: 1, tickets: [{ assignee: '王芳' }] })
    expect(await store.tickets.list({ community: 'none' })).toEqual({ tickets: [], total: 0 })
  })

  test('words are looked for in what was said and in the summary, all of them; signs are no words', async () => {
    const { store } = at()
    const gas = await handoffAbout(store, '3栋什么时候 通气', '问通气')
    const fee = await handoffAbout(store, 'My fee is 100% wrong_ \\ here', '费用有异议')
    expect(await ids(store, { q: '什么时候' })).toEqual([gas])
    expect(await ids(store, { q: '费用' })).toEqual([fee])
    expect(await ids(store, { q: '  费用  FEE ' })).toEqual([fee])
    expect(await ids(store, { q: '费用 3栋' })).toEqual([])
    expect(await ids(store, { q: '100%' })).toEqual([fee])
    for (const sign of ['%', '_', '\\']) expect(await ids(store, { q: sign })).toEqual([])
    expect(await ids(store, { q: "'; drop table tickets; --" })).toEqual([])
    expect((await store.tickets.list({ q: ' ' })).total).toBe(2)
  })

  test('fifty rows a page, the total beside', async () => {
    const { store } = at()
    await Promise.all(Array.from({ length: 53 }, () => aHandoff(store)))
    const first = await store.tickets.list({})
    const second = await store.tickets.list({ page: 2 })
    expect(first).toMatchObject({ total: 53 })
    expect(first.tickets).toHaveLength(50)
    expect(second).toMatchObject({ total: 53 })
    expect(new Set([...first.tickets, ...second.tickets].map((ticket) => ticket.id)).size).toBe(53)
    expect((await store.tickets.list({ page: 3 })).tickets).toEqual([])
    expect(await store.tickets.list({ page: 0 })).toEqual(first)
  })

  test('the wait is told from the last claims, and not from fewer than three', async () => {
    const { store, clock } = at()
    const wang = await aClerk(store, '王芳')
    const claimedAfter = async (minutes: number, community: string) => {
      const { ticketId } = await aHandoff(store, {}, { community })
      clock.pass(minutes * MINUTE)
      await store.tickets.claim(ticketId, wang.id, '您好')
      return ticketId
    }
    await claimedAfter(2, 'demo')
    const again = await claimedAfter(30, 'demo')
    await claimedAfter(99, 'other')
    await aHandoff(store)
    expect(await store.tickets.medianWaitMinutes('demo')).toBeUndefined()
    await claimedAfter(6, 'demo')
    expect(await store.tickets.medianWaitMinutes('demo')).toBe(6)
    await claimedAfter(4, 'demo')
    expect(await store.tickets.medianWaitMinutes('demo')).toBe(5)
    await store.tickets.release(again, wang.id, '请稍候')
    clock.pass(500 * MINUTE)
    await store.tickets.claim(again, wang.id, '您好')
    expect(await store.tickets.medianWaitMinutes('demo')).toBe(5)
    for (let n = 0; n < 20; n += 1) await claimedAfter(1, 'demo')
    expect(await store.tickets.medianWaitMinutes('demo')).toBe(1)
  })
}

import { expect, test } from 'vitest'
import type { Store, VisitWords } from '../../../bot/ports.ts'
import type { ChannelName, VisitResult, WorkOrderState } from '../../../bot/types.ts'
import { aClerk, aContext, aConversation, aHandoff, find, type HandClock, transcript } from '../fixtures.ts'
import { A_LIFT, newOrder, SAYS, turnWith } from '../orders.ts'

const HOUR = 3_600_000
const ALL = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' }
const WORDS: VisitWords = { order: SAYS, ticket: '重新打开', note: '回访：没解决', dueAt: '2026-03-09T01:00:00.000Z' }

/** Whether what was ended held. */
export function visitsContract(at: () => { store: Store; clock: HandClock }): void {
  const move = (number: string, ...states: WorkOrderState[]) =>
    states.reduce<Promise<unknown>>(
      (before, state) => before.then(() => at().store.workOrders.move(number, { state, by: '王芳' }, SAYS)),
      Promise.resolve(),
    )
  const list = async (what: 'due' | 'coming' | 'done', hours = 48, communities = ['demo']) => {
    const endedBy = new Date(at().clock.now().getTime() - hours * HOUR).toISOString()
    const of = communities.map((community) => ({ community, endedBy }))
    return (await at().store.visits.list({ list: what, of })).visits
  }
  const asks = (id: string, result: VisitResult, by = '李娜', more = {}) =>
    at().store.visits.record(id, { by, result, ...more }, WORDS)
  const done = async (order = A_LIFT) => {
    const owner = await aConversation(at().store)
    const number = await newOrder(at().store, owner.id, order)
    await move(number, 'accepted', 'done')
    return { owner, number, id: (await list('coming')).find((visit) => visit.number === number)?.id ?? '' }
  }
  const resolved = async (intent = 'gas.connection_status', channel: ChannelName = 'web') => {
    const clerk = await aClerk(at().store, `王芳${intent}`)
    const handed = await aHandoff(at().store, {
      context: aContext({ intent, channel, slots: { contact: '13800138000' } }),
    })
    await at().store.tickets.claim(handed.ticketId, clerk.id, '接手')
    await at().store.tickets.resolve(handed.ticketId, clerk.id, '办好了')
    return { ...handed, clerk }
  }

  test('a work order that is done is asked about after its hours, by somebody else than who ended it', async () => {
    const { clock } = at()
    const { number, id } = await done()
    clock.pass(48 * HOUR - 1)
    expect(await list('due')).toEqual([])
    clock.pass(1)
    expect(await list('due')).toMatchObject([
      { id, number, matter: '电梯晃', intent: 'elevator.fault', closedBy: '王芳', state: 'open', calls: [] },
    ])
    expect(await list('coming')).toEqual([])
    expect(await list('due', 48, ['other'])).toEqual([])
    expect(await list('due', 48, [])).toEqual([])
    expect(await asks(id, 'solved', '王芳')).toEqual({ kind: 'same' })
    expect(await asks(id, 'solved', '李娜', { satisfaction: 5, note: '很满意' })).toMatchObject({
      kind: 'ok',
      visit: { state: 'solved', calls: [{ by: '李娜', satisfaction: 5, note: '很满意' }] },
      told: [],
    })
    expect(await list('due')).toEqual([])
    expect(await list('done')).toMatchObject([{ id }])
    expect(await asks(id, 'solved')).toEqual({ kind: 'over' })
    expect(await asks('none', 'solved')).toEqual({ kind: 'unknown' })
  })

  test('unsolved, the work order is open again with its history, and everybody who reported it is told', async () => {
    const { store, clock } = at()
    const { owner, number, id } = await done()
    // Longer ago than an owner may open it again.
    clock.pass(10 * 24 * HOUR)
    expect(await asks(id, 'not_solved', '李娜', { note: '还在晃' })).toMatchObject({ kind: 'ok', told: [owner.id] })
    const order = await store.workOrders.byNumber(number)
    expect(order).toMatchObject({ state: 'filed' })
    expect(order?.lines.map(({ kind }) => kind)).toEqual(['filed', 'moved', 'moved', 'reopened'])
    expect(order?.lines.at(-1)).toMatchObject({ by: '李娜', note: '还在晃' })
    expect((await transcript(store, owner.id)).at(-1)).toBe(`bot: ${number} filed 电梯晃`)
    expect(await store.visits.find(id)).toMatchObject({ state: 'not_solved' })
    await move(number, 'accepted', 'done')
    expect(await list('coming')).toMatchObject([{ number }])
  })

  test('whoever opens it again before anybody asked, nobody asks any more', async () => {
    const { owner, number } = await done()
    await turnWith(at().store, owner.id, { orderAct: { kind: 'reopen', number, note: '又坏了' } })
    expect(await list('coming')).toEqual([])
    const other = await done({ ...A_LIFT, place: { kind: 'common', key: '6-1--:电梯' } })
    await move(other.number, 'filed')
    expect(await list('coming')).toEqual([])
  })

  test('nobody reached leaves it on the list, three times at most; of ten at once one counts', async () => {
    const { id } = await done()
    await asks(id, 'not_reached')
    await asks(id, 'not_reached')
    expect(await list('due', 0)).toMatchObject([{ id, calls: [{}, {}] }])
    await asks(id, 'not_reached')
    expect(await list('done')).toMatchObject([{ id, state: 'not_reached' }])
    const other = await done({ ...A_LIFT, intent: 'light.public' })
    const all = await Promise.all(Array.from({ length: 10 }, () => asks(other.id, 'solved')))
    expect(all.map(({ kind }) => kind).sort()).toEqual([...Array.from({ length: 9 }, () => 'over'), 'ok'].sort())
  })

  test('a ticket that a person resolved is asked about; unsolved, it is back in the queue with its notes', async () => {
    const { store } = at()
    const { ticketId, conversation, clerk } = await resolved()
    const [visit] = await list('due', 0)
    expect(visit).toMatchObject({ ticketId, closedBy: clerk.name, home: '3-1-1201', contact: '13800138000' })
    expect(await asks(visit?.id ?? '', 'not_solved', clerk.name)).toEqual({ kind: 'same' })
    expect(await asks(visit?.id ?? '', 'not_solved')).toMatchObject({ kind: 'ok', told: [conversation.id] })
    const ticket = await store.tickets.find(ticketId)
    expect(ticket).toMatchObject({ stage: 'waiting', priority: 'high', dueAt: WORDS.dueAt })
    expect(ticket).not.toHaveProperty('resolvedAt')
    expect(ticket).not.toHaveProperty('assignee')
    expect(ticket?.notes).toMatchObject([{ author: '李娜', text: '回访：没解决' }])
    expect((await find(store, conversation.id)).stage).toBe('waiting')
    expect((await transcript(store, conversation.id)).at(-1)).toBe('system: 重新打开')
  })

  test('where the owner has a newer ticket open, that one learns of it; of two endings the last is asked about', async () => {
    const { store } = at()
    const { ticketId, conversation } = await resolved()
    const { ticketId: newer = '' } = await turnWith(store, conversation.id, {
      stage: 'waiting',
      ticket: { reason: 'asked', priority: 'normal', team: 'service', dueAt: WORDS.dueAt, context: aContext() },
    })
    const [visit] = await list('due', 0)
    await asks(visit?.id ?? '', 'not_solved')
    expect((await store.tickets.find(newer))?.notes).toMatchObject([{ text: '回访：没解决' }])
    expect((await store.tickets.find(ticketId))?.stage).toBe('resolved')
    const again = await aClerk(store, '赵强')
    for (const id of [newer]) {
      await store.tickets.claim(id, again.id, '接手')
      await store.tickets.resolve(id, again.id, '办好了')
    }
    expect((await list('due', 0)).map((one) => one.ticketId)).toEqual([newer])
  })

  test('who spoke of ending their life, or with another bot, is on no list; given back to the bot, nothing was ended', async () => {
    const { store } = at()
    await resolved('emergency.selfharm')
    await resolved('fee.pay', 'botpress')
    const clerk = await aClerk(store, '赵强')
    const { ticketId } = await aHandoff(store)
    await store.tickets.claim(ticketId, clerk.id, '接手')
    await store.tickets.returnToBot(ticketId, clerk.id, '交回')
    expect(await list('due', 0)).toEqual([])
  })

  test('figures: of who was reached how many were content, by the last word of each visit', async () => {
    const { store } = at()
    expect(await store.visits.figures(ALL)).toEqual({
      ...{ n: 0, solved: 0, notSolved: 0, notReached: 0 },
      satisfaction: { n: 0 },
    })
    const [one, two, three] = [
      await done(),
      await done({ ...A_LIFT, intent: 'light.public' }),
      await done({ ...A_LIFT, intent: 'drain.blocked' }),
    ]
    await asks(one.id, 'not_reached')
    at().clock.pass(1000)
    await asks(one.id, 'solved', '李娜', { satisfaction: 4 })
    await asks(two.id, 'not_solved', '李娜', { satisfaction: 1 })
    await asks(three.id, 'not_reached')
    const want = { n: 2, solved: 1, notSolved: 1, notReached: 0, satisfaction: { n: 2, average: 2.5 } }
    expect(await store.visits.figures(ALL)).toEqual(want)
    expect(await store.visits.figures({ ...ALL, community: 'demo', communities: ['demo'] })).toEqual(want)
    expect(await store.visits.figures({ ...ALL, communities: ['other'] })).toMatchObject({ n: 0 })
    expect((await store.visits.ended(ALL, 10)).map(({ number }) => number)).toEqual([
      one.number,
      two.number,
      three.number,
    ])
  })

  test('an erased owner leaves no visit behind', async () => {
    const { store } = at()
    const { owner, id } = await done()
    await asks(id, 'solved', '李娜', { note: '在家' })
    await store.privacy.erase({ conversations: [owner.id], homes: [] })
    expect(await store.visits.find(id)).toBeUndefined()
  })

  test('nor one that was asked about after a talk', async () => {
    const { store } = at()
    const { conversation } = await resolved()
    const [{ id = '' } = {}] = await list('coming')
    await asks(id, 'solved', '李娜', { note: '在家' })
    await store.privacy.erase({ conversations: [conversation.id], homes: [] })
    expect(await store.visits.find(id)).toBeUndefined()
  })
}

import { expect, test } from 'vitest'
import type { NewIntake } from '../../../bot/ports/intake.ts'
import type { Store } from '../../../bot/ports.ts'
import type { IntakeDone } from '../../../bot/types.ts'
import { aTicket, type HandClock, transcript } from '../fixtures.ts'
import { A_LIFT } from '../orders.ts'

const CALL: NewIntake = {
  community: 'demo',
  channel: 'phone',
  text: '电梯晃',
  note: '电话里说的',
  memory: { misses: 0, angry: 0, said: {} },
  classification: {
    intent: 'elevator.fault',
    confidence: 0.9,
    alternatives: [],
    outOfScope: false,
    certainty: 'sure',
  },
}

async function taken(store: Store, intake: NewIntake): Promise<IntakeDone> {
  const done = await store.intake.takeDown(intake)
  if (!done) throw new Error('its key was used for other words')
  return done
}

/** What clerks take down. */
export function intakeContract(at: () => { store: Store; clock: HandClock }): void {
  test('what was said, its ticket and its work order come together, and nothing is left to answer or to send', async () => {
    const { store } = at()
    const workOrder = { ...A_LIFT, number: await store.workOrders.reserveNumber() }
    const done = await taken(store, { ...CALL, ticket: aTicket(), workOrder })
    expect(done.workOrder).toEqual({ number: workOrder.number, joined: false })
    expect(await transcript(store, done.conversationId)).toHaveLength(2)
    expect(await store.conversations.find(done.conversationId)).toMatchObject({ stage: 'waiting', lastSeq: 2 })
    expect(await store.conversations.classifications(done.conversationId)).toMatchObject([{ seq: 2 }])
    expect(await store.tickets.openOf(done.conversationId)).toMatchObject({ id: done.ticketId })
    expect(await store.conversations.unfinished()).toEqual([])
    expect(await store.outbox.ofConversation(done.conversationId)).toEqual([])
  })

  test('ten calls at once about one lift are one work order', async () => {
    const { store } = at()
    const call = async () => {
      const workOrder = { ...A_LIFT, number: await store.workOrders.reserveNumber() }
      return taken(store, { ...CALL, workOrder })
    }
    const all = await Promise.all(Array.from({ length: 10 }, call))
    expect(new Set(all.map(({ workOrder }) => workOrder?.number)).size).toBe(1)
    expect(all.filter(({ workOrder }) => workOrder?.joined === false)).toHaveLength(1)
  })

  test('the same household asks again: joined and counted each time, for as long as it is open', async () => {
    const { store, clock } = at()
    const home = { kind: 'home' as const, key: '3-2-501' }
    const leak = { ...A_LIFT, intent: 'drain.blocked', place: home, slots: { what: '下水堵了', home: '3栋2单元501' } }
    const call = async (by: string, order: Partial<typeof leak> = {}) => {
      const workOrder = { ...leak, ...order, by, number: await store.workOrders.reserveNumber() }
      return (await taken(store, { ...CALL, workOrder })).workOrder
    }
    const first = await call('王芳')
    expect(first).toMatchObject({ joined: false })
    expect(await call('王芳')).toEqual({ number: first?.number, joined: true, urge: { count: 1 } })
    const last = { at: clock.now().toISOString(), by: '王芳' }
    clock.pass(3 * 24 * 3_600_000)
    expect(await call('李娜')).toEqual({ number: first?.number, joined: true, urge: { count: 2, last } })
    expect((await store.workOrders.byNumber(first?.number ?? ''))?.lines.at(-1)).toMatchObject({
      kind: 'urged',
      by: '李娜',
      note: '下水堵了',
    })
    clock.pass(31 * 24 * 3_600_000)
    expect(await call('李娜')).toMatchObject({ joined: false })
  })

  test('another home with the same fault of a common part joins and is no urging; the same one is', async () => {
    const { store } = at()
    const call = async (home: string) => {
      const slots = { what: '电梯晃', home }
      const workOrder = { ...A_LIFT, slots, by: '王芳', number: await store.workOrders.reserveNumber() }
      return (await taken(store, { ...CALL, workOrder })).workOrder
    }
    await call('5栋1单元301')
    expect((await call('5栋1单元401'))?.urge).toBeUndefined()
    expect((await call('5栋1单元301'))?.urge).toEqual({ count: 1 })
    expect((await call('5栋1单元401'))?.urge).toMatchObject({ count: 2, last: { by: '王芳' } })
  })

  test('under one key it is filed once, however often it comes at once, and other words are told apart', async () => {
    const { store } = at()
    const once = { key: 'k', said: 'a' }
    const call = async () => {
      const workOrder = { ...A_LIFT, by: '王芳', number: await store.workOrders.reserveNumber() }
      return store.intake.takeDown({ ...CALL, once, ticket: aTicket(), workOrder })
    }
    const all = await Promise.all(Array.from({ length: 5 }, call))
    expect(new Set(all.map((done) => JSON.stringify(done))).size).toBe(1)
    expect((await store.tickets.list({})).total).toBe(1)
    expect((await store.workOrders.list({})).workOrders[0]?.lines).toHaveLength(1)
    expect(await store.intake.takeDown({ ...CALL, once: { key: 'k', said: 'b' } })).toBeUndefined()
    expect(await store.intake.takeDown({ ...CALL, once: { key: 'l', said: 'b' } })).toBeDefined()
    await store.privacy.erase({ conversations: [all[0]?.conversationId ?? ''], homes: [] })
    expect(await store.intake.takeDown({ ...CALL, once: { key: 'k', said: 'b' } })).toBeDefined()
  })
}

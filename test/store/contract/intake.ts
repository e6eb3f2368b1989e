import { expect, test } from 'vitest'
import type { NewIntake } from '../../../bot/ports/intake.ts'
import type { Store } from '../../../bot/ports.ts'
import { aTicket, transcript } from '../fixtures.ts'
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

/** What clerks take down. */
export function intakeContract(at: () => { store: Store }): void {
  test('what was said, its ticket and its work order come together, and nothing is left to answer or to send', async () => {
    const { store } = at()
    const workOrder = { ...A_LIFT, number: await store.workOrders.reserveNumber() }
    const done = await store.intake.takeDown({ ...CALL, ticket: aTicket(), workOrder })
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
      return store.intake.takeDown({ ...CALL, workOrder })
    }
    const all = await Promise.all(Array.from({ length: 10 }, call))
    expect(new Set(all.map(({ workOrder }) => workOrder?.number)).size).toBe(1)
    expect(all.filter(({ workOrder }) => workOrder?.joined === false)).toHaveLength(1)
  })
}

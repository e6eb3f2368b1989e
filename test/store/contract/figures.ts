import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, aHandoff, aTurn, find, type HandClock, says } from '../fixtures.ts'

const HOUR = 3_600_000

/** What whoever operates it reads off the record. */
export function figuresContract(at: () => { store: Store; clock: HandClock }): void {
  test('an empty record has nothing open', async () => {
    expect(await at().store.figures.now()).toEqual({ tickets: [], overdue: 0, outbox: [], openTurns: 0 })
  })

  test('what waits, what is late and what is not answered yet is counted; what is resolved is not', async () => {
    const { store, clock } = at()
    const began = clock.now().toISOString()
    const later = new Date(clock.now().getTime() + 9 * HOUR).toISOString()
    const soon = new Date(clock.now().getTime() + HOUR).toISOString()
    await aHandoff(store, { priority: 'emergency', dueAt: soon })
    await aHandoff(store, { dueAt: later })
    clock.pass(2 * HOUR)
    const { id } = await aConversation(store)
    await says(store, id, '在吗')
    const figures = await store.figures.now()
    expect(figures).toMatchObject({ overdue: 1, waitingSince: began, openTurns: 1, outbox: [] })
    expect(figures.tickets).toHaveLength(2)
    expect(figures.tickets).toContainEqual({ stage: 'waiting', priority: 'emergency', count: 1 })
    expect(figures.tickets).toContainEqual({ stage: 'waiting', priority: 'normal', count: 1 })
  })

  test('what is on its way to a platform is counted until it arrives', async () => {
    const { store, clock } = at()
    const began = clock.now().toISOString()
    const { id } = await aConversation(store, { channel: 'wechat' })
    await store.conversations.commitTurn(aTurn(await find(store, id), await says(store, id, '在吗')))
    expect(await store.figures.now()).toMatchObject({ outbox: [{ state: 'pending', count: 1 }], dueSince: began })
    const until = new Date(clock.now().getTime() + HOUR).toISOString()
    const [push] = await store.outbox.lease({ by: 'one', until, limit: 1 })
    expect(await store.figures.now()).toMatchObject({ outbox: [{ state: 'leased', count: 1 }] })
    await store.outbox.begin(push!.position, 'one')
    await store.outbox.settle(push!.position, 'one', { state: 'sent' })
    expect((await store.figures.now()).outbox).toEqual([])
  })
}

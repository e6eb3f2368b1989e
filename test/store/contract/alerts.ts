import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aConversation, aTicket, type HandClock } from '../fixtures.ts'
import { A_LIFT, newOrder, turnWith } from '../orders.ts'

const MANY = { community: 'demo', kind: 'homes', matter: 'fee.pay', day: '2026-01-01', homes: 3 } as const
const LONG_AGO = '2000-01-01T00:00:00.000Z'
const LATER = '2100-01-01T00:00:00.000Z'

/** What the manager has to know of. */
export function alertsContract(at: () => { store: Store; clock: HandClock }): void {
  test('of ten at once one is raised, and it learns of further homes', async () => {
    const { store } = at()
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => store.alerts.raise({ ...MANY, homes: 3 + n })))
    expect(all.filter((alert) => alert !== undefined)).toHaveLength(1)
    expect(await store.alerts.list({})).toMatchObject([{ matter: 'fee.pay', homes: 12 }])
    expect(await store.alerts.raise({ ...MANY, day: '2026-01-02' })).toMatchObject({ homes: 3 })
    expect(await store.alerts.list({ communities: ['other'] })).toEqual([])
  })

  test('the first manager who takes note stays named', async () => {
    const { store } = at()
    const id = (await store.alerts.raise(MANY))?.id ?? ''
    expect(await store.alerts.seen(id, '陈')).toMatchObject({ seenBy: '陈' })
    expect(await store.alerts.seen(id, '周')).toMatchObject({ seenBy: '陈' })
    expect(await store.alerts.list({ open: true })).toEqual([])
    expect(await store.alerts.seen('none', '周')).toBeUndefined()
  })

  test('homes of work orders are reported, and what is said where staff have a ticket', async () => {
    const { store } = at()
    const one = (await aConversation(store)).id
    await newOrder(store, one, { ...A_LIFT, slots: { home: '3栋501' } })
    expect(await store.alerts.reported(LONG_AGO)).toEqual([
      { community: 'demo', intent: 'elevator.fault', home: '3栋501' },
    ])
    expect(await store.alerts.reported(LATER)).toEqual([])
    expect(await store.alerts.wordsToStaff(LONG_AGO)).toEqual([])
    await turnWith(store, one, { stage: 'waiting', ticket: aTicket() })
    expect(await store.alerts.wordsToStaff(LONG_AGO)).toHaveLength(2)
    expect(await store.alerts.wordsToStaff(LATER)).toEqual([])
  })
}

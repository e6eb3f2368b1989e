import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aContext, aConversation, aHandoff, type HandClock } from '../fixtures.ts'
import { A_LIFT, newOrder, SAYS } from '../orders.ts'

const FILE = { name: 'homes.csv', hash: 'one', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
const HOME = { building: '3', unit: '1', room: '1201A', owner: '李雷', phones: ['13700137000'], bills: [] }

/** Everything of one home. */
export function householdContract(at: () => { store: Store; clock: HandClock }): void {
  const home = async () => {
    await at().store.homes.import('demo', [HOME], FILE)
    return (await at().store.homes.list({})).homes[0]?.id ?? ''
  }
  const bind = async (homeId: string, conversationId: string) => {
    await at().store.homes.addCode({ homeId, codeHash: 'code', madeBy: '', expiresAt: '2099-01-01T00:00:00.000Z' })
    await at().store.homes.redeem(conversationId, 'code')
  }

  test('claims: in which tickets and work orders of the compound these signs stand, since then', async () => {
    const { store, clock } = at()
    const { ticketId, conversation } = await aHandoff(store, {
      context: aContext({ owner: { home: '3-1-1201a', verified: false } }),
    })
    const other = await aConversation(store, { community: 'other' })
    const slots = { what: '漏水', home: '3栋1201A' }
    await newOrder(store, other.id, { intent: 'leak.wall', slots })
    const own = await aConversation(store)
    clock.pass(1000)
    const later = clock.now().toISOString()
    const number = await newOrder(store, own.id, { intent: 'leak.wall', slots })
    const place = { community: 'demo', room: '1201A' }
    expect(await store.household.claims(place)).toEqual([
      { conversationId: conversation.id, ticketId, home: '3-1-1201a' },
      { conversationId: own.id, number, home: '3栋1201A' },
    ])
    expect(await store.household.claims({ ...place, since: later })).toMatchObject([{ number }])
    expect(await store.household.claims({ ...place, room: '12%1A' })).toEqual([])
  })

  test('read: everything of who is bound, of others what they said of it alone', async () => {
    const { store } = at()
    const homeId = await home()
    expect(await store.household.since(homeId)).toBeUndefined()
    const empty = await store.household.read(homeId, [])
    expect(empty).toEqual({ people: [], tickets: [], workOrders: [], visits: [], subscriptions: [], notes: [] })
    const { conversation, ticketId } = await aHandoff(store)
    await bind(homeId, conversation.id)
    const clerk = await aClerk(store, '王芳')
    await store.tickets.note(ticketId, clerk.id, '打过电话')
    const [claimer, stranger] = [await aConversation(store), await aConversation(store)]
    const number = await newOrder(store, claimer.id)
    const hidden = await newOrder(store, claimer.id, { ...A_LIFT, intent: 'light.public' })
    await newOrder(store, stranger.id, { ...A_LIFT, intent: 'drain.blocked' })
    for (const state of ['accepted', 'done'] as const) await store.workOrders.move(number, { state, by: '王芳' }, SAYS)
    const record = await store.household.read(homeId, [{ conversationId: claimer.id, number, home: '3-1-1201A' }])
    expect(record.people.map(({ conversationId, boundAt }) => [conversationId, boundAt !== undefined]).sort()).toEqual(
      [
        [conversation.id, true],
        [claimer.id, false],
      ].sort(),
    )
    expect(record.tickets.map(({ id }) => id)).toEqual([ticketId])
    expect(record.workOrders.map((order) => [order.number, order.reportedBy])).toEqual([[number, [claimer.id]]])
    expect(JSON.stringify(record)).not.toContain(`"${hidden}"`)
    expect(record.visits).toMatchObject([{ number }])
    expect(record.notes).toMatchObject([{ ticketId, text: '打过电话' }])
  })
}

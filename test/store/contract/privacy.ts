import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { Retention } from '../../../records/retention.ts'
import { aConversation, aHandoff, find, type Place, says } from '../fixtures.ts'
import { newOrder } from '../orders.ts'

const DAY_MS = 24 * 3_600_000
const NOBODY = { publish: () => undefined, subscribe: () => () => undefined }

export function privacyContract(at: () => { store: Store; place: Place }): void {
  test('everything of a conversation goes, and nothing of another', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const { id } = conversation
    const number = await newOrder(store, id)
    const other = await aConversation(store)
    await says(store, other.id, '别人的话')
    await store.audit.note({
      who: { name: 'owner' },
      from: '',
      action: 'a',
      owner: `conversation:${id}`,
      after: { x: 1 },
    })
    expect(Object.keys(await store.privacy.export({ conversations: [id], homes: [] }))).toEqual(
      expect.arrayContaining(['conversations', 'messages', 'tickets', 'work_orders', 'work_order_followers']),
    )
    expect(await store.privacy.erase({ conversations: [id], homes: [] })).toEqual({ conversations: 1, homes: 0 })
    expect(await store.conversations.find(id)).toBeUndefined()
    expect(await store.tickets.find(ticketId)).toBeUndefined()
    expect(await store.conversations.messages(id, 0, 10)).toEqual([])
    expect(await store.workOrders.byNumber(number)).toMatchObject({ slots: {}, followers: 0 })
    expect((await store.audit.list({ action: 'a' })).entries).toMatchObject([{ erased: true }])
    expect(await store.audit.verify()).toMatchObject({ kind: 'whole' })
    expect(await store.conversations.messages(other.id, 0, 10)).toHaveLength(1)
    // What was on its way when it was erased finds nobody.
    await expect(says(store, id, '还在吗')).rejects.toMatchObject({ code: 'unknown_conversation' })
    expect(await store.privacy.find(id)).toEqual({ conversations: [], homes: [] })
  })

  test('a phone is found in what was said, and at its home', async () => {
    const { store } = at()
    const file = { name: 'a.csv', hash: 'a', asOf: '2026-03-01T00:00:00.000Z', dryRun: false }
    await store.homes.import('demo', [{ building: '3', room: '501', phones: ['13800138000'], bills: [] }], file)
    const spoken = await aConversation(store)
    await says(store, spoken.id, '打 138 0013 8000 找我')
    const found = await store.privacy.find('13800138000')
    expect(found).toEqual({ conversations: [spoken.id], homes: [expect.any(String)] })
    expect((await store.privacy.find('demo/3-501')).homes).toEqual(found.homes)
    await store.privacy.erase(found)
    expect((await store.homes.list({})).homes).toMatchObject([{ home: { building: '3', room: '501' }, phones: [] }])
    expect(await store.privacy.find('13800138000')).toEqual({ conversations: [], homes: [] })
  })

  test('kept as long as the setting says; what still waits for somebody stays', async () => {
    const { store, place } = at()
    const done = await aConversation(store)
    await says(store, done.id, '你好')
    const waiting = await aHandoff(store)
    const repaired = await aConversation(store)
    await newOrder(store, repaired.id)
    const file = { name: 'a.png', type: 'image/png', content: Buffer.from('png') }
    const added = await store.attachments.add(done.id, file)
    const retention = (days: number, fileDays: number) =>
      new Retention({
        store,
        live: NOBODY,
        clock: place.clock,
        days,
        fileDays,
        report: (error) => {
          throw error
        },
      }).run()
    place.clock.pass(29 * DAY_MS)
    await retention(30, 30)
    expect(await find(store, done.id)).toMatchObject({ id: done.id })
    await retention(30, 7)
    expect(await store.attachments.ofConversation(done.id, added.kind === 'stored' ? added.id : '')).toBeUndefined()
    place.clock.pass(2 * DAY_MS)
    const recent = await aConversation(store)
    await retention(30, 7)
    expect(await store.conversations.find(done.id)).toBeUndefined()
    for (const { id } of [waiting.conversation, repaired, recent]) expect(await find(store, id)).toMatchObject({ id })
    const { entries } = await store.audit.list({ action: 'erase' })
    expect(entries.map(({ after }) => after)).toEqual([{ conversations: 1 }, { files: 1 }])
  })
}

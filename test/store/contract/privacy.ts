import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { Retention } from '../../../records/retention.ts'
import { aClerk, aConversation, aHandoff, find, type Place, says } from '../fixtures.ts'
import { newOrder } from '../orders.ts'

const DAY_MS = 24 * 3_600_000
const raise = (error: unknown) => {
  throw error
}
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
        report: raise,
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

  test('a home that has no account is found in what the hotline and the other system told of it', async () => {
    const { store } = at()
    const times = { receivedAt: '2026-03-02T00:30:00.000Z', deadline: '2026-03-04T15:59:00.000Z' }
    const take = (number: string, home: string) =>
      store.hotline.take('demo', { number, ...times, wanted: '反映漏水', home }, '王芳')
    await take('1', '9-1-101A')
    const other = await take('2', '9-1-1011')
    const owner = await store.privacy.find('demo/9-1-101a')
    expect(owner).toMatchObject({ conversations: [], homes: [], place: { building: '9', unit: '1', room: '101a' } })
    expect((await store.privacy.export(owner)).hotline_orders).toMatchObject([{ number: '1', wanted: '反映漏水' }])
    await store.privacy.erase(owner)
    expect((await store.privacy.find('demo/9-1-101a')).place).toBeUndefined()
    expect((await store.hotline.list({ home: '9-1-1011' })).orders).toEqual([other.kind === 'ok' && other.hotline])
  })

  test('a shift’s note goes with the ticket, the home or the phone that it speaks of, and no other note', async () => {
    const { store } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const file = { name: 'a.csv', hash: 'a', asOf: '2026-03-01T00:00:00.000Z', dryRun: false }
    const home = { building: '3', unit: '1', room: '501', phones: ['13800138000'], bills: [] }
    await store.homes.import('demo', [home], file)
    const summary = { held: [], emergencies: [], callbacks: [], stale: [] }
    const ticket = { ticketId, matter: '', priority: 'normal' as const, dueAt: '2026-03-02T01:30:00.000Z' }
    const leave = async (note: string, more = {}, community = 'demo') =>
      (await store.handovers.add({ community, authorId: '1', by: '王芳', note, summary: { ...summary, ...more } })).id
    const gone = [await leave('她急', { held: [ticket] }), await leave('打 138 0013 8000'), await leave('去 3-1-501')]
    const kept = [await leave('一切正常'), await leave('去 3-1-501', {}, 'other')]
    const { homes } = await store.privacy.find('demo/3-1-501')
    await store.privacy.erase({ conversations: [conversation.id], homes })
    for (const id of gone) expect(await store.handovers.find(id)).toMatchObject({ note: '', by: '王芳' })
    for (const id of kept) expect(await store.handovers.find(id)).not.toMatchObject({ note: '' })
  })

  test('what the hotline wanted and a shift told the next is emptied when it is old; the open order stays', async () => {
    const { store, place } = at()
    const times = { receivedAt: '2026-03-02T00:30:00.000Z', deadline: '2026-03-04T15:59:00.000Z' }
    const take = async (number: string) => {
      const taken = await store.hotline.take('demo', { number, ...times, wanted: '漏水', home: '9-1-101' }, '王芳')
      return taken.kind === 'ok' ? taken.hotline.id : ''
    }
    const [done, open] = [await take('1'), await take('2')]
    await store.hotline.answer(done, { text: '已修。', by: '李娜' })
    const summary = { held: [], emergencies: [], callbacks: [], stale: [] }
    const told = await store.handovers.add({ community: 'demo', authorId: '1', by: '王芳', note: '留意', summary })
    const keep = () => new Retention({ store, live: NOBODY, clock: place.clock, days: 30, report: raise }).run()
    place.clock.pass(29 * DAY_MS)
    await keep()
    expect(await store.hotline.find(done)).toMatchObject({ wanted: '漏水' })
    place.clock.pass(2 * DAY_MS)
    await keep()
    await keep()
    expect(await store.hotline.find(done)).toMatchObject({ number: '1', wanted: '', answer: { text: '', by: '李娜' } })
    expect(await store.hotline.find(done)).not.toHaveProperty('home')
    expect(await store.hotline.find(open)).toMatchObject({ wanted: '漏水', home: '9-1-101' })
    expect(await store.handovers.find(told.id)).toMatchObject({ note: '', summary })
    expect((await store.audit.list({ action: 'erase' })).entries.map(({ after }) => after)).toEqual([{ notes: 2 }])
  })

  test('a talk that belongs to an open order of the hotline is kept until that is answered', async () => {
    const { store, place } = at()
    const { conversation, ticketId } = await aHandoff(store)
    const clerk = await aClerk(store, '王芳')
    await store.tickets.claim(ticketId, clerk.id, '接手')
    await store.tickets.resolve(ticketId, clerk.id, '办好了')
    const times = { receivedAt: '2026-03-02T00:30:00.000Z', deadline: '2026-03-04T15:59:00.000Z' }
    const taken = await store.hotline.take('demo', { number: '1', ...times, wanted: '漏水', ticketId }, '王芳')
    place.clock.pass(31 * DAY_MS)
    const quiet = () => store.privacy.quietSince(place.clock.now().toISOString(), 10)
    expect(await quiet()).toEqual([])
    await store.hotline.answer(taken.kind === 'ok' ? taken.hotline.id : '', { text: '已修。', by: '李娜' })
    expect(await quiet()).toEqual([conversation.id])
  })
}

import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import type { HotlineFields } from '../../../bot/types.ts'
import { aHandoff, type HandClock } from '../fixtures.ts'

const FIELDS: HotlineFields = {
  number: '20260302-17',
  receivedAt: '2026-03-02T00:30:00.000Z',
  deadline: '2026-03-04T15:59:00.000Z',
  wanted: '问通气',
}
const DAY = 24 * 3_600_000

/** Matters that the city's hotline passes on. */
export function hotlineContract(at: () => { store: Store; clock: HandClock }): void {
  const take = async (more: Partial<HotlineFields> = {}, community = 'demo') => {
    const taken = await at().store.hotline.take(community, { ...FIELDS, ...more }, '王芳')
    if (taken.kind !== 'ok') throw new Error(taken.kind)
    return taken.hotline
  }

  test('a number is taken down once in a compound, also by ten at once', async () => {
    const { store } = at()
    const all = await Promise.all(Array.from({ length: 10 }, () => store.hotline.take('demo', FIELDS, '王芳')))
    expect(all.map(({ kind }) => kind).sort()).toEqual(['ok', ...Array.from({ length: 9 }, () => 'taken')])
    expect(await take({}, 'other')).toMatchObject({ ...FIELDS, community: 'other', state: 'open', takenBy: '王芳' })
    expect((await store.hotline.list({ community: 'demo' })).total).toBe(1)
    expect((await store.hotline.list({ communities: ['other'] })).orders).toMatchObject([{ community: 'other' }])
  })

  test('open ones stand by deadline, before what is answered; past it they are overdue', async () => {
    const { store, clock } = at()
    const late = await take({ number: '2', deadline: '2026-03-05T15:59:00.000Z' })
    const soon = await take({ number: '1' })
    const done = await take({ number: '0', deadline: '2026-03-02T15:59:00.000Z' })
    await store.hotline.answer(done.id, { text: '已核实。', by: '李娜' })
    const numbers = async () => (await store.hotline.list({})).orders.map(({ number }) => number)
    expect(await numbers()).toEqual(['1', '2', '0'])
    expect(await store.hotline.overdue()).toEqual([])
    clock.pass(3 * DAY)
    expect((await store.hotline.overdue()).map(({ id }) => id)).toEqual([soon.id])
    clock.pass(DAY)
    expect((await store.hotline.overdue()).map(({ id }) => id)).toEqual([soon.id, late.id])
    const all = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' }
    expect(await store.hotline.received(all, 10)).toHaveLength(3)
    expect(await store.hotline.received({ ...all, to: FIELDS.receivedAt }, 10)).toEqual([])
  })

  test('mended as long as it is open; another’s number is refused', async () => {
    const { store } = at()
    const [one] = [await take(), await take({ number: '2', home: '3-1-1201' })]
    expect(await store.hotline.mend(one.id, { number: '2' })).toEqual({ kind: 'taken' })
    expect(
      await store.hotline.mend(one.id, { wanted: '问停水', intent: 'water.outage', workingDays: 3 }),
    ).toMatchObject({
      kind: 'ok',
      hotline: { wanted: '问停水', intent: 'water.outage', workingDays: 3, number: FIELDS.number },
    })
    const { kind, ...back } = await store.hotline.mend(one.id, { intent: null, workingDays: null })
    expect(kind).toBe('ok')
    expect(back).not.toHaveProperty('hotline.intent')
    expect(back).not.toHaveProperty('hotline.workingDays')
    expect(await store.hotline.mend('none', {})).toEqual({ kind: 'unknown' })
    expect(await store.hotline.answer(one.id, { text: '已核实。', by: '李娜' })).toMatchObject({
      kind: 'ok',
      hotline: { state: 'answered', answer: { text: '已核实。', by: '李娜' } },
    })
    expect(await store.hotline.mend(one.id, { wanted: '别的' })).toEqual({ kind: 'answered' })
    expect(await store.hotline.answer(one.id, { text: '再答', by: '王芳' })).toEqual({ kind: 'answered' })
  })

  test('found by its home; when its owner is erased, number and dates stay and the rest goes', async () => {
    const { store } = at()
    const file = { name: 'homes.csv', hash: '', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
    const home = { building: '3', unit: '2', room: '501a', owner: '李雷', phones: ['13700137000'], bills: [] }
    await store.homes.import('demo', [home], file)
    const [open, done, other] = [
      await take({ home: '3-2-501A' }),
      await take({ number: '2', home: '3-2-501A' }),
      await take({ number: '3', home: '3-2-502' }),
    ]
    await store.hotline.answer(done.id, { text: '李雷家已核实。', by: '李娜' })
    expect((await store.hotline.list({ home: '3-2-501A' })).orders.map(({ id }) => id)).toEqual([open.id, done.id])
    const [account] = (await store.homes.list({})).homes
    await store.privacy.erase({ conversations: [], homes: [account?.id ?? ''] })
    expect(await store.hotline.find(open.id)).toMatchObject({ number: FIELDS.number, wanted: '', state: 'open' })
    expect(await store.hotline.find(done.id)).toMatchObject({ wanted: '', answer: { text: '', by: '李娜' } })
    expect(await store.hotline.find(open.id)).not.toHaveProperty('home')
    expect(await store.hotline.find(other.id)).toMatchObject({ wanted: '问通气', home: '3-2-502' })
  })

  test('answered, its alert is over; with its ticket it goes when the owner is erased', async () => {
    const { store } = at()
    const { ticketId, conversation } = await aHandoff(store)
    const order = await take({ ticketId })
    const other = await take({ number: '2' })
    for (const matter of [order.number, other.number])
      await store.alerts.raise({ community: 'demo', kind: 'hotline', matter, day: '2026-03-04', homes: 0 })
    await store.hotline.answer(order.id, { text: '已核实。', by: '李娜' })
    expect(await store.alerts.list({ open: true })).toMatchObject([{ matter: other.number }])
    expect((await store.hotline.list({ ticketId })).orders).toMatchObject([{ id: order.id }])
    await store.privacy.erase({ conversations: [conversation.id], homes: [] })
    expect(await store.hotline.find(order.id)).toBeUndefined()
    expect(await store.hotline.find(other.id)).toBeDefined()
  })
}

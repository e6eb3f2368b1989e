import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aConversation, anEntry, aTurn, find, type HandClock, says } from '../fixtures.ts'

/** Status board, work orders, members of staff. */
export function recordsContract(at: () => { store: Store; clock: HandClock }): void {
  test('the board is seeded once for each compound and read by topic', async () => {
    const { store } = at()
    const gas = anEntry({
      blockedBy: { zh: '燃气公司', en: 'gas company' },
      nextActor: { zh: '燃气公司', en: 'gas company' },
      announced: { text: { zh: '三月', en: 'March' }, source: { zh: '公告', en: 'notice' } },
    })
    const lift = anEntry({ id: 'lift-1', topic: 'lift', scope: {}, staleAfterHours: 1.5 })
    expect(await store.board.entries('demo')).toEqual([])
    await store.board.seed('demo', [lift, gas])
    await store.board.seed('demo', [anEntry({ id: 'later', topic: 'heating' })])
    await store.board.seed('other', [anEntry({ community: 'other' })])
    await store.board.seed('none', [])
    expect(await store.board.entries('demo')).toEqual([lift, gas])
    expect(await store.board.entries('demo', 'gas')).toEqual([gas])
    expect(await store.board.entries('demo', 'water')).toEqual([])
    expect(await store.board.entries('other')).toEqual([anEntry({ community: 'other' })])
  })

  test('nobody gets a work order number that another has', async () => {
    const { store } = at()
    const numbers = await Promise.all(Array.from({ length: 30 }, () => store.workOrders.reserveNumber()))
    expect(new Set(numbers).size).toBe(30)
    for (const number of numbers) expect(number).toMatch(/^\d{4}$/u)
  })

  test('work orders are found by their number in their own compound, the newest first', async () => {
    const { store, clock } = at()
    const begun = await aConversation(store)
    for (const number of ['1001', '1002']) {
      const seq = await says(store, begun.id, `报修${number}`)
      const workOrder = { number, intent: 'repair.report', slots: { what: '灯', place: '楼道' } }
      await store.conversations.commitTurn(aTurn(await find(store, begun.id), seq, { workOrder }))
      clock.pass(1000)
    }
    const orders = await store.workOrders.ofConversation(begun.id)
    expect(orders.map((order) => order.number)).toEqual(['1002', '1001'])
    expect(await store.workOrders.find('demo', '1002')).toEqual(orders[0])
    expect(orders[0]).toMatchObject({ slots: { what: '灯', place: '楼道' }, createdAt: '2026-03-02T01:00:01.000Z' })
    expect(await store.workOrders.find('other', '1002')).toBeUndefined()
    expect(await store.workOrders.find('demo', '9')).toBeUndefined()
  })

  test('two members of staff cannot have one name', async () => {
    const { store } = at()
    const tries = await Promise.allSettled([aClerk(store, '王芳'), aClerk(store, '王芳')])
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(tries.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'name_taken' } })
    expect(await store.staff.list()).toMatchObject([{ name: '王芳', role: 'staff', disabled: false }])
    expect(await store.staff.findByName('王芳')).toMatchObject({ name: '王芳', passwordHash: 'scrypt' })
    expect(await store.staff.findByName('李强')).toBeUndefined()
    expect((await store.staff.list())[0]).not.toHaveProperty('passwordHash')
  })

  test('a session holds until it expires, is closed, or its member is disabled', async () => {
    const { store } = at()
    const wang = await aClerk(store, '王芳')
    const open = (idHash: string) =>
      store.staff.openSession({
        idHash,
        staffId: wang.id,
        csrf: `csrf-${idHash}`,
        expiresAt: '2026-03-02T01:10:00.000Z',
      })
    await open('a')
    await open('b')
    expect(await store.staff.session('a')).toEqual({ strong: false, staff: wang, csrf: 'csrf-a' })
    expect(await store.staff.session('none')).toBeUndefined()
    await store.staff.closeSession('a')
    expect(await store.staff.session('a')).toBeUndefined()
    expect(await store.staff.session('b')).toBeDefined()
    expect(await store.staff.disable('王芳')).toBe(true)
    expect(await store.staff.session('b')).toBeUndefined()
    expect(await store.staff.disable('李强')).toBe(false)
    expect(await store.staff.findByName('王芳')).toMatchObject({ disabled: true })
    await open('c')
    expect(await store.staff.session('c')).toBeUndefined()
  })

  test('an expired session opens nothing', async () => {
    const { store, clock } = at()
    const wang = await aClerk(store, '王芳')
    const expiresAt = '2026-03-02T01:10:00.000Z'
    await store.staff.openSession({ idHash: 'a', staffId: wang.id, csrf: 'c', expiresAt })
    clock.pass(600_000 - 1)
    expect(await store.staff.session('a')).toBeDefined()
    clock.pass(1)
    expect(await store.staff.session('a')).toBeUndefined()
  })
}

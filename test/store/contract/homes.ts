import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import type { HomeFields } from '../../../bot/types.ts'
import { aConversation, aTurn, find, type HandClock, says } from '../fixtures.ts'

const DAY_MS = 24 * 3_600_000
const FILE = { name: 'a.csv', hash: 'a', asOf: '2026-03-01T00:00:00.000Z', dryRun: false }
const NOTHING = { added: 0, changed: 0, unchanged: 0 }
const aHome = (change: Partial<HomeFields> = {}): HomeFields => ({
  building: '3',
  unit: '2',
  room: '501',
  owner: '李雷',
  phones: ['13800138000', '13900139000'],
  handedOverOn: '2024-06-30',
  bills: [{ item: '物业费', period: '2026-01', amountFen: 23_450, paidFen: 0, dueOn: '2026-01-31' }],
  ...change,
})

/** Homes, bills, and the codes that bind a conversation. */
export function homesContract(at: () => { store: Store; clock: HandClock }): void {
  const one = async (q = '3-2-501') => {
    const [home] = (await at().store.homes.list({ q })).homes
    if (!home) throw new Error(`no home ${q}`)
    return home
  }
  const code = async (codeHash: string, q?: string) => {
    const { store, clock } = at()
    const expiresAt = new Date(clock.now().getTime() + 7 * DAY_MS).toISOString()
    await store.homes.addCode({ homeId: (await one(q)).id, codeHash, madeBy: 'clerk', expiresAt })
  }

  test('an import is kept as it came, a dry run not at all', async () => {
    const { store } = at()
    const counts = { homes: { ...NOTHING, added: 1 }, bills: { ...NOTHING, added: 1 }, unbound: 0 }
    expect(await store.homes.import('demo', [aHome()], { ...FILE, dryRun: true })).toEqual(counts)
    expect(await store.homes.list({})).toEqual({ homes: [], total: 0 })
    expect(await store.homes.import('demo', [aHome()], FILE)).toEqual(counts)
    const { bills, ...rest } = aHome()
    const home = await one()
    expect(home).toMatchObject({
      community: 'demo',
      home: { building: rest.building, unit: rest.unit, room: rest.room },
      owner: rest.owner,
      phones: rest.phones,
      handedOverOn: rest.handedOverOn,
      bills: [{ ...bills[0], source: 'a.csv', asOf: FILE.asOf }],
    })
    expect(await store.homes.find(home.id)).toEqual(home)
    expect(await store.homes.find('none')).toBeUndefined()
  })

  test('the same file again changes nothing; another that says the same is newer news', async () => {
    const { store, clock } = at()
    await store.homes.import('demo', [aHome()], FILE)
    const before = await one()
    clock.pass(DAY_MS)
    const again = { ...FILE, asOf: '2026-03-02T00:00:00.000Z' }
    const unchanged = { homes: { ...NOTHING, unchanged: 1 }, bills: { ...NOTHING, unchanged: 1 }, unbound: 0 }
    expect(await store.homes.import('demo', [aHome()], again)).toEqual(unchanged)
    expect(await one()).toEqual(before)
    expect(await store.homes.import('demo', [aHome()], { ...again, hash: 'b' })).toEqual(unchanged)
    expect((await one()).bills[0]?.asOf).toBe(again.asOf)
  })

  test('what a file leaves out stays; what it says anew is changed', async () => {
    const { store } = at()
    await store.homes.import('demo', [aHome()], FILE)
    const { owner: _owner, handedOverOn: _day, ...bare } = aHome()
    const bills = [{ item: '物业费', period: '2026-01', amountFen: 23_450, paidFen: 23_450 }]
    const counts = await store.homes.import('demo', [{ ...bare, phones: [], bills }], { ...FILE, hash: 'b' })
    expect(counts).toEqual({ homes: { ...NOTHING, unchanged: 1 }, bills: { ...NOTHING, changed: 1 }, unbound: 0 })
    expect(await one()).toMatchObject({
      owner: '李雷',
      phones: ['13800138000', '13900139000'],
      handedOverOn: '2024-06-30',
      bills: [{ paidFen: 23_450, dueOn: '2026-01-31' }],
    })
  })

  test('homes are found in their own compound, in the order of buildings', async () => {
    const { store } = at()
    const { unit: _unit, ...noUnit } = aHome({ building: '10', owner: '韩梅梅', phones: ['13700137000'] })
    await store.homes.import('demo', [noUnit, aHome(), aHome({ room: '1201' })], FILE)
    await store.homes.import('other', [aHome({ owner: '别人' })], FILE)
    const found = async (filter: Parameters<Store['homes']['list']>[0]) =>
      (await store.homes.list({ community: 'demo', ...filter })).homes.map(
        ({ home }) => `${home.building}-${home.room}`,
      )
    expect(await found({})).toEqual(['3-501', '3-1201', '10-501'])
    expect(await found({ q: '10-501' })).toEqual(['10-501'])
    expect(await found({ q: '1201' })).toEqual(['3-1201'])
    expect(await found({ q: '梅梅' })).toEqual(['10-501'])
    expect(await found({ q: '137001' })).toEqual(['10-501'])
    expect(await found({ q: '别人' })).toEqual([])
    expect(await found({ page: 2 })).toEqual([])
    expect((await store.homes.list({})).total).toBe(4)
  })

  test('a code binds a conversation once, in its own compound, and wakes a turn that is under way', async () => {
    const { store } = at()
    await store.homes.import('demo', [aHome()], FILE)
    const owner = await aConversation(store)
    const seq = await says(store, owner.id, '查账单')
    await code('hash')
    expect(await store.homes.ofConversation(owner.id)).toBeUndefined()
    const home = { building: '3', unit: '2', room: '501' }
    expect(await store.homes.redeem(owner.id, 'hash')).toEqual({ kind: 'bound', home })
    expect(await store.homes.ofConversation(owner.id)).toMatchObject({ owner: '李雷', home })
    expect(await find(store, owner.id)).toMatchObject({ verified: true, memory: { said: { home } } })
    expect(await store.conversations.commitTurn(aTurn(owner, seq, {}))).toEqual({ kind: 'stale' })
    const second = await aConversation(store)
    expect(await store.homes.redeem(second.id, 'hash')).toEqual({ kind: 'wrong', left: 4 })
    expect((await find(store, second.id)).verified).toBe(false)
  })

  test('a code is worth nothing after seven days, nor in another compound', async () => {
    const { store, clock } = at()
    await store.homes.import('other', [aHome()], FILE)
    await code('hash')
    const owner = await aConversation(store)
    expect(await store.homes.redeem(owner.id, 'hash')).toMatchObject({ kind: 'wrong' })
    await store.homes.import('demo', [aHome({ room: '502' })], FILE)
    await code('late', '3-2-502')
    clock.pass(7 * DAY_MS)
    expect(await store.homes.redeem(owner.id, 'late')).toMatchObject({ kind: 'wrong', left: 3 })
    await expect(
      store.homes.addCode({ homeId: 'none', codeHash: 'x', madeBy: 'clerk', expiresAt: '2027-01-01T00:00:00.000Z' }),
    ).rejects.toMatchObject({ code: 'store_refused' })
  })

  test('five wrong codes pause for an hour, also when they come at once', async () => {
    const { store, clock } = at()
    await store.homes.import('demo', [aHome()], FILE)
    await code('hash')
    const owner = await aConversation(store)
    const tries = await Promise.all(
      Array.from({ length: 7 }, (_, number) => store.homes.redeem(owner.id, `no-${number}`)),
    )
    expect(tries.filter(({ kind }) => kind === 'wrong')).toHaveLength(5)
    expect(await store.homes.redeem(owner.id, 'hash')).toEqual({ kind: 'paused', until: '2026-03-02T02:00:00.000Z' })
    clock.pass(3_600_000)
    expect(await store.homes.redeem(owner.id, 'hash')).toMatchObject({ kind: 'bound' })
  })

  test('a home that changes hands is unbound, and its codes are worth nothing', async () => {
    const { store } = at()
    await store.homes.import('demo', [aHome(), aHome({ room: '502' })], FILE)
    const [seller, neighbour] = [await aConversation(store), await aConversation(store)]
    await code('seller')
    await code('neighbour', '3-2-502')
    await code('unused')
    await store.homes.redeem(seller.id, 'seller')
    await store.homes.redeem(neighbour.id, 'neighbour')
    const same = aHome({ phones: ['13900139000', '13600136000'] })
    expect(await store.homes.import('demo', [same], FILE)).toMatchObject({ unbound: 0 })
    const sold = aHome({ owner: '买家', phones: ['13500135000'] })
    expect(await store.homes.import('demo', [sold], { ...FILE, dryRun: true })).toMatchObject({ unbound: 1 })
    expect((await find(store, seller.id)).verified).toBe(true)
    expect(await store.homes.import('demo', [sold], FILE)).toMatchObject({ unbound: 1 })
    expect((await find(store, seller.id)).verified).toBe(false)
    expect(await store.homes.ofConversation(seller.id)).toBeUndefined()
    expect(await store.homes.redeem(seller.id, 'unused')).toMatchObject({ kind: 'wrong' })
    expect(await store.homes.ofConversation(neighbour.id)).toBeDefined()
  })

  test('a large file is written whole', async () => {
    const { store } = at()
    const homes = Array.from({ length: 1200 }, (_, number) => aHome({ room: String(number + 1) }))
    expect(await store.homes.import('demo', homes, FILE)).toMatchObject({
      homes: { added: 1200 },
      bills: { added: 1200 },
    })
    expect(await store.homes.import('demo', homes, FILE)).toMatchObject({ homes: { unchanged: 1200 } })
    expect((await store.homes.list({})).total).toBe(1200)
  })

  test('a second conversation of a home: whoever has it is told, and the audit keeps both under keys of their own', async () => {
    const { store } = at()
    await store.homes.import('demo', [{ building: '3', unit: '2', room: '501', phones: [], bills: [] }], FILE)
    const [home] = (await store.homes.list({})).homes
    const [first, second] = [await aConversation(store), await aConversation(store)]
    const told = ({ locale }: { locale: string }) => ({ text: `${locale} 又绑定了一个对话` })
    for (const { id } of [first, second]) {
      const code = { homeId: home?.id ?? '', codeHash: id, madeBy: '', expiresAt: '2026-03-03T01:00:00.000Z' }
      await store.homes.addCode(code)
      expect(await store.homes.redeem(id, id, told, '10.0.0.7')).toMatchObject({ kind: 'bound' })
    }
    expect(await store.outbox.ofConversation(first.id)).toMatchObject([{ state: 'pending' }])
    expect(await store.outbox.ofConversation(second.id)).toEqual([])
    const { entries } = await store.audit.list({ action: 'home_bound' })
    expect(entries).toMatchObject([
      { subject: second.id, from: '10.0.0.7', after: { home: '3-2-501' }, owner: `conversation:${second.id}` },
      { subject: first.id },
    ])
  })
}

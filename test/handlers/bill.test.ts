import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BillFields, HomeFields } from '../../bot/types.ts'
import { hashToken } from '../../wire/ids.ts'
import { scripted } from '../support/classifier.ts'
import { knowledge, type Owner, openQiao, type TestQiao } from '../support/qiao.ts'

const AT = '2026-03-10T02:00:00.000Z'
const AS_OF = '2026-03-09T10:00:00.000Z'
const file = (dryRun = false) => ({ name: '3月账单.xlsx', hash: 'a', asOf: AS_OF, dryRun })
const bill = (period: string, amountFen: number, paidFen = 0): BillFields => ({
  item: '物业费',
  period,
  amountFen,
  paidFen,
})
const home = (room: string, bills: BillFields[]): HomeFields => ({
  building: '3',
  unit: '2',
  room,
  owner: `业主${room}`,
  phones: [`138001380${room.slice(-2)}`],
  bills,
})

let qiao: TestQiao
/** What an owner asks, in words that only this test understands. */
const about = (intent: string): string => `各位好，我想问的是这一件事情：${intent}`
const OTHER = '帮我查3栋2单元502欠了多少'
const asked = scripted({
  ...Object.fromEntries(
    [...knowledge.entries.keys()].flatMap((intent) => [intent, about(intent)].map((text) => [text, { intent }])),
  ),
  [OTHER]: { intent: 'fee.bill' },
})
let codes = 0
let sold = 0

beforeEach(async () => {
  qiao = await openQiao({ classifier: asked, at: AT })
})
afterEach(() => qiao.store.close())

async function bind(owner: Owner, room: string): Promise<void> {
  const [found] = (await qiao.store.homes.list({ q: `3-2-${room}` })).homes
  if (!found) throw new Error(`no home ${room}`)
  const codeHash = hashToken(String(codes++))
  await qiao.store.homes.addCode({ homeId: found.id, codeHash, madeBy: '', expiresAt: '2026-03-17T00:00:00.000Z' })
  expect(await qiao.store.homes.redeem(owner.id, codeHash)).toMatchObject({ kind: 'bound' })
}

describe('a bill', () => {
  beforeEach(async () => {
    const open = [bill('2026-01', 23_450, 10_000), bill('2026-02', 23_450), bill('2025-12', 23_450, 23_450)]
    await qiao.store.homes.import('demo', [home('501', open), home('502', [bill('2026-01', 99_999)])], file())
  })

  it('is told to nobody who is not bound to a home', async () => {
    const owner = await qiao.owner()
    await owner.says('3栋2单元501')
    await owner.says(about('fee.bill'))
    expect(owner.lastReply).not.toMatch(/\d+\.\d\d/)
    expect(owner.lastReply).toMatch(/身份/)
  })

  it('is told to its owner with source and as-of, kindly', async () => {
    const owner = await qiao.owner()
    await bind(owner, '501')
    await owner.says(about('fee.bill'))
    expect(owner.lastReply).toMatch(/3栋2单元501的账单（昨天 18:00更新，来源：3月账单\.xlsx）/)
    expect(owner.lastReply).toMatch(/2026年1月：234\.50 元，交了 100\.00 元，还差 134\.50 元/)
    expect(owner.lastReply).toMatch(/合计还差 369\.00 元，您方便的时候交就行/)
    expect(owner.lastReply).not.toMatch(/停[水电气暖]|断|起诉|滞纳|律师|尽快|逾期|必须|否则/)
    expect(owner.last.replies[0]?.sources).toMatchObject([{ kind: 'bill', asOf: AS_OF }])
    expect(owner.last.outcome?.action).toBe('status')
    expect(qiao.errors).toEqual([])
  })

  it('is said in English, and to be old when it is', async () => {
    const owner = await qiao.owner('en')
    await bind(owner, '501')
    qiao.clock.forward(40 * 24 * 60)
    await owner.says('fee.bill')
    expect(owner.lastReply).toMatch(/2026-02: 234\.50 yuan, not paid yet/)
    expect(owner.lastReply).toMatch(/some time old/)
  })

  it('of another home is refused, and whose it is said', async () => {
    const owner = await qiao.owner()
    await bind(owner, '501')
    await owner.says(OTHER)
    expect(owner.lastReply).toMatch(/您绑定的是3栋2单元501，我只能看这一户的账/)
    expect(owner.lastReply).not.toContain('999.99')
    await owner.says(about('fee.bill'))
    expect(owner.lastReply).toContain('369.00')
  })

  it('goes with the home when it changes hands', async () => {
    const owner = await qiao.owner()
    await bind(owner, '501')
    const buyer = { ...home('501', []), owner: '买家', phones: ['13900139000'] }
    expect(await qiao.store.homes.import('demo', [buyer], file())).toMatchObject({ unbound: 1 })
    await owner.says(about('fee.bill'))
    expect(owner.lastReply).not.toMatch(/\d+\.\d\d/)
    expect((await owner.conversation()).verified).toBe(false)
  })

  it('is mentioned in no other intent', async () => {
    const others = [...knowledge.entries.values()].filter(({ id }) => id !== 'fee.bill')
    for (const { id } of others) {
      const fresh = await qiao.owner()
      await bind(fresh, '501')
      await fresh.says(about(id))
      const seen = JSON.stringify((await fresh.sees()).filter(({ from }) => from !== 'owner'))
      expect({ id, seen: /234\.50|134\.50|369\.00|还差|账单（/.exec(seen)?.[0] }).toEqual({ id, seen: undefined })
    }
  })
})

it('whoever is bound to whatever and asks in whatever order, nobody sees the numbers of another home', async () => {
  const rooms = ['101', '102', '103', '104']
  // Each home's sums are its own: 101.xx for room 101.
  const own = rooms.map((room) =>
    home(room, [bill('2026-01', Number(room) * 100 + 7), bill('2026-02', Number(room) * 100 + 9)]),
  )
  await qiao.store.homes.import('demo', own, file())
  const step = fc.oneof(
    fc.record({ do: fc.constant('bind' as const), who: fc.nat(2), room: fc.constantFrom(...rooms) }),
    fc.record({ do: fc.constant('ask' as const), who: fc.nat(2), room: fc.constantFrom('', ...rooms) }),
    fc.record({ do: fc.constant('sell' as const), who: fc.nat(2), room: fc.constantFrom(...rooms) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      const owners = [await qiao.owner(), await qiao.owner(), await qiao.owner()]
      const bound: (string | undefined)[] = [undefined, undefined, undefined]
      for (const { do: what, who, room } of steps) {
        const owner = owners[who] as Owner
        if (what === 'bind') {
          await bind(owner, room)
          bound[who] = room
        } else if (what === 'sell') {
          sold++
          const buyer = { ...home(room, []), owner: `买家${sold}`, phones: [`139${String(sold).padStart(8, '0')}`] }
          await qiao.store.homes.import('demo', [buyer], file())
          bound.forEach((held, at) => {
            if (held === room) bound[at] = undefined
          })
        } else {
          if (room) await owner.says(`我家3栋2单元${room}`)
          await owner.says(about('fee.bill'))
          const sums = owner.lastReply.match(/\d+\.\d\d/g) ?? []
          const mine = bound[who]
          const allowed = mine ? [`${mine}.07`, `${mine}.09`, (Number(mine) * 2 + 0.16).toFixed(2)] : []
          expect(sums.filter((sum) => !allowed.includes(sum))).toEqual([])
          expect(sums.length > 0).toBe(mine !== undefined)
        }
      }
    }),
    { numRuns: 25 },
  )
})

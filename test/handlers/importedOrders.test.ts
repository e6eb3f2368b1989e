import { expect, test } from 'vitest'
import type { ImportedOrderFields } from '../../bot/types.ts'
import { bindHome } from '../support/homes.ts'
import { openQiao, type TestQiao } from '../support/qiao.ts'
import { sureOf } from './heard.ts'

const ASKS = '我家之前报的修怎么样了'
const NAMED = 'WX20241103-07到哪一步了'
const WHO = '怎么还没人来'
const KNOWS = { [ASKS]: 'repair.progress', [NAMED]: 'repair.progress', [WHO]: 'repair.who_comes_when' }
const ORDER: ImportedOrderFields = {
  number: 'WX20241103-07',
  home: { building: '3', unit: '2', room: '1502' },
  what: '厨房下水慢',
  state: 'accepted',
  stateWords: '处理中',
  openedOn: '2026-11-03',
  done: '11月5日疏通一次，还是慢，明天再看',
}
const file = (hash: string, dryRun = false) => ({
  name: '工单导出.xlsx',
  hash,
  asOf: '2026-11-24T08:00:00.000Z',
  dryRun,
})

async function opened(): Promise<TestQiao> {
  const qiao = await openQiao({ classifier: sureOf(KNOWS) })
  const other = {
    ...ORDER,
    number: 'WX20241104-01',
    what: '隔壁家的门',
    home: { building: '3', unit: '2', room: '1503' },
  }
  const over = { ...ORDER, number: 'WX20240901-02', what: '换灯', state: 'done' as const, stateWords: '已办结' }
  await qiao.store.importedOrders.import('demo', [ORDER, other, over], file('a'))
  return qiao
}

test.each([ASKS, NAMED, WHO])(
  'the verified owner asks “%s” and gets the record with its source, as it stands',
  async (words) => {
    const qiao = await opened()
    const owner = await qiao.owner()
    await bindHome(qiao, owner, ['3', '2', '1502'])
    await owner.says(words)
    expect(owner.lastReply).toContain(
      [
        '原来系统里您家的工单（工单导出.xlsx，昨天 16:00的情况）：',
        '工单 WX20241103-07：厨房下水慢，处理中（11月3日登记）',
        '· 做过的：11月5日疏通一次，还是慢，明天再看',
      ].join('\n'),
    )
    expect(qiao.errors).toEqual([])
  },
)

test('one that is over is told when it is named', async () => {
  const qiao = await openQiao({ classifier: sureOf({ 'WX20240901-02呢': 'repair.progress' }) })
  await qiao.store.importedOrders.import(
    'demo',
    [{ ...ORDER, number: 'WX20240901-02', stateWords: '已办结' }],
    file('a'),
  )
  const owner = await qiao.owner()
  await bindHome(qiao, owner, ['3', '2', '1502'])
  await owner.says('WX20240901-02呢')
  expect(owner.lastReply).toMatch(/WX20240901-02：.*已办结/)
})

test.each([ASKS, NAMED])(
  'nobody else reads it: “%s” of a stranger, of another home, of who only says the home',
  async (words) => {
    const qiao = await opened()
    const [stranger, neighbour, sayer] = [await qiao.owner(), await qiao.owner(), await qiao.owner()]
    await bindHome(qiao, neighbour, ['3', '2', '1504'])
    await sayer.says('我是3栋2单元1502的')
    for (const owner of [stranger, neighbour, sayer]) {
      await owner.says(words)
      expect(owner.lastReply).not.toMatch(/厨房下水|处理中|疏通|隔壁/)
    }
  },
)

test('whoever buys the home does not read what was the seller’s', async () => {
  const qiao = await opened()
  const [home] = [{ building: '3', unit: '2', room: '1502', bills: [] }]
  const sold = (owner: string, phone: string) =>
    qiao.store.homes.import('demo', [{ ...home!, owner, phones: [phone] }], { ...file(owner), name: '业主.xlsx' })
  await sold('张三', '13800000001')
  await sold('李四', '13800000002')
  const buyer = await qiao.owner()
  await bindHome(qiao, buyer, ['3', '2', '1502'])
  await buyer.says(ASKS)
  expect(buyer.lastReply).not.toMatch(/厨房下水|WX2024/)
})

test('the same file again changes nothing, a newer one what differs, a dry run nothing', async () => {
  const qiao = await opened()
  const { importedOrders } = qiao.store
  const counts = async (order: object, hash: string, dryRun = false) =>
    (await importedOrders.import('demo', [{ ...ORDER, ...order }], file(hash, dryRun))).orders
  expect(await counts({}, 'a')).toEqual({ added: 0, changed: 0, unchanged: 1 })
  expect(await counts({ stateWords: '已完成', state: 'done' }, 'b', true)).toEqual({
    added: 0,
    changed: 1,
    unchanged: 0,
  })
  expect(await counts({ stateWords: '已完成', state: 'done' }, 'b')).toEqual({ added: 0, changed: 1, unchanged: 0 })
  expect(await counts({ stateWords: '已完成', state: 'done' }, 'b')).toEqual({ added: 0, changed: 0, unchanged: 1 })
  expect((await importedOrders.import('other', [ORDER], file('a'))).orders).toMatchObject({ added: 1 })
})

import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOwner } from '../http/client.ts'
import { newOrder } from '../store/orders.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
})

afterAll(() => desk.stop())

async function ledger(query = '', by = wang) {
  const response = await fetch(`${desk.url}/api/desk/ledger.xlsx${query}`, { headers: { cookie: by.cookie } })
  const file = Buffer.from(await response.arrayBuffer())
  const none = { orders: [], tickets: [], visits: [], hotline: [] }
  if (response.status !== 200) return { status: response.status, ...none, file }
  const sheets = await readXlsxFile(file)
  const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(1) ?? []
  const sheetsRead = { orders: rows('工单'), tickets: rows('来单'), visits: rows('回访'), hotline: rows('12345') }
  return { status: response.status, ...sheetsRead, file }
}

test("the month's work orders and tickets as an Excel file: no formula, nobody's phone or door", async () => {
  const owner = await newOwner(desk.url)
  const number = await newOrder(desk.store, owner.id, {
    intent: 'light.public',
    slots: { what: '=HYPERLINK("http://x")请打13800138000', home: '3栋2单元501', contact: '13800138000' },
  })
  const note = { community: 'demo', channel: 'phone', text: '问物业费，13900139000', home: '5-1-302', kind: 'ticket' }
  await wang.post('/intake', note)
  const { orders, tickets } = await ledger('?month=2026-11')
  expect(orders.map((row) => row.slice(0, 6))).toMatchObject([
    [number, 'demo', '公共照明', expect.any(String), expect.any(String), '3栋***'],
  ])
  expect(orders[0]?.[4]).toMatch(/^'=HYPERLINK.*138\*{4}8000$/)
  expect(tickets.map((row) => row.slice(0, 6))).toMatchObject([
    ['demo', 'phone', '等待', '普通', expect.stringContaining('问物业费'), '5栋***'],
  ])
  expect(JSON.stringify([orders, tickets])).not.toMatch(/13800138000|13900139000|501|302/)
})

test('return visits and orders of the city hotline are in it, as safe as the rest', async () => {
  const owner = await newOwner(desk.url)
  const number = await newOrder(desk.store, owner.id, {
    intent: 'drain.blocked',
    slots: { what: '地漏堵了', home: '3栋2单元501', contact: '13800138000' },
  })
  for (const state of ['accepted', 'done'] as const)
    await desk.store.workOrders.move(number, { state, by: '李娜' }, () => ({ text: state }))
  const of = [{ community: 'demo', endedBy: '2099-01-01T00:00:00.000Z' }]
  const [visit] = (await desk.store.visits.list({ list: 'due', of })).visits
  const note = '+1-2 打13800138000说好了'
  await wang.post(`/visits/${visit?.id}/result`, { result: 'solved', satisfaction: 4, note })
  const paper = { community: 'demo', receivedAt: '2026-11-24T02:00:00Z', home: '5-1-302' }
  await wang.post('/hotline', { ...paper, number: '=1+1', deadline: '2026-11-24', wanted: '@SUM(1)回13900139000' })
  const { visits, hotline } = await ledger('?month=2026-11')
  const said = expect.stringMatching(/^'\+1-2 打138\*{4}8000说好了$/)
  expect(visits).toMatchObject([
    [
      ...['demo', number, '地漏堵了', '3栋***', '李娜', expect.any(String), '已解决', '王芳', expect.any(String)],
      ...['1', '4', said],
    ],
  ])
  expect(hotline.map((row) => row.slice(0, 8))).toMatchObject([
    [
      ...['demo', "'=1+1", expect.stringMatching(/^'@SUM\(1\)回139\*{4}9000$/), expect.stringContaining('***')],
      ...['2026-11-24 10:00', '2026-11-24 23:59', null, '未答复'],
    ],
  ])
  expect(hotline[0]?.at(-1)).toBe('是')
  expect(JSON.stringify([visits, hotline])).not.toMatch(/13800138000|13900139000|501|302/)
  expect(await ledger('?month=2026-10')).toMatchObject({ visits: [], hotline: [] })
})

test('another month is empty; a wrong one, another compound and no session are refused', async () => {
  expect(await ledger('?month=2026-10')).toMatchObject({ status: 200, orders: [], tickets: [] })
  expect((await ledger('?month=2026-13')).status).toBe(422)
  expect((await ledger('?community=no-such')).status).toBe(404)
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await ledger('?community=demo', away)).status).toBe(404)
  expect(await ledger('', away)).toMatchObject({ status: 200, orders: [], tickets: [], visits: [], hotline: [] })
  expect((await fetch(`${desk.url}/api/desk/ledger.xlsx`)).status).toBe(401)
})

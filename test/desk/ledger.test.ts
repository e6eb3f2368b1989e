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
  if (response.status !== 200) return { status: response.status, orders: [], tickets: [], file }
  const sheets = await readXlsxFile(file)
  const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(1) ?? []
  return { status: response.status, orders: rows('工单'), tickets: rows('来单'), file }
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

test('another month is empty; a wrong one, another compound and no session are refused', async () => {
  expect(await ledger('?month=2026-10')).toMatchObject({ status: 200, orders: [], tickets: [] })
  expect((await ledger('?month=2026-13')).status).toBe(422)
  expect((await ledger('?community=no-such')).status).toBe(404)
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await ledger('?community=demo', away)).status).toBe(404)
  expect(await ledger('', away)).toMatchObject({ status: 200, orders: [], tickets: [] })
  expect((await fetch(`${desk.url}/api/desk/ledger.xlsx`)).status).toBe(401)
})

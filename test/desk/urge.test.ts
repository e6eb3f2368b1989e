import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IntakeDone, WorkOrder } from '../../bot/types.ts'
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

test('the third call about one leak is no third work order: it is the second time that it is urged, and by whom', async () => {
  const leak = { community: 'demo', channel: 'phone', kind: 'work_order', text: '厨房水管漏水', home: '6-1-302' }
  const call = async (by = wang) => (await by.post<IntakeDone>('/intake', leak)).body.workOrder
  const first = await call()
  expect(await call(await desk.clerk('李娜'))).toEqual({ number: first?.number, joined: true, urge: { count: 1 } })
  desk.clock.forward(30)
  const again = await desk.clerk('周敏')
  expect(await call(again)).toMatchObject({ number: first?.number, urge: { count: 2, last: { by: '李娜' } } })
  expect((await desk.store.workOrders.list({ q: first?.number ?? '' })).total).toBe(1)
})

test('a clerk notes at the work order that its owner rang up again; the desk hears of it, the audit has it', async () => {
  const sun = await desk.clerk('孙静')
  const owner = await newOwner(desk.url)
  const number = await newOrder(desk.store, owner.id, { intent: 'light.public', slots: { what: '楼道灯不亮' } })
  const hears = await sun.hears()
  const urged = await sun.post<WorkOrder>(`/work-orders/${number}/urge`, { note: '晚上看不见' })
  expect(urged.body.lines.at(-1)).toMatchObject({ kind: 'urged', by: '孙静', note: '晚上看不见' })
  await hears.until(({ events }) => events.some(({ event, data }) => event === 'work_orders' && data.number === number))
  hears.close()
  await owner.says('我的工单到哪一步了')
  const said = (await owner.sees()).at(-1)?.text
  expect(said).toMatch(/一共催过 1 次，最近一次是今天 \d+:\d\d（孙静替业主记的）/)
  expect(said).not.toContain('晚上看不见')
  const { entries } = (await (await desk.clerk('管理员', 'admin')).get<{ entries: object[] }>('/audit')).body
  expect(entries[0]).toMatchObject({ action: 'POST /work-orders/:id/urge', subject: number, who: { name: '孙静' } })
  await sun.post(`/work-orders/${number}/move`, { state: 'cancelled' })
  expect(await sun.post(`/work-orders/${number}/urge`, {})).toMatchObject({ status: 409, body: { title: /已经结束/ } })
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await away.post(`/work-orders/${number}/urge`, {})).status).toBe(404)
})

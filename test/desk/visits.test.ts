import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IntakeDone, Ticket, WorkOrder } from '../../bot/types.ts'
import { newOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

interface Shown {
  id: string
  number?: string
  ticketId?: string
  own: boolean
  matter: string
  state: string
}

let desk: TestDesk
let wang: TestClerk
let li: TestClerk

beforeEach(async () => {
  desk = await openDesk()
  // Clerks are signed in for twelve hours; what is asked about is two days old.
  wang = await desk.clerk('王芳')
})

afterEach(() => desk.stop())

const HOURS = 60
const list = async (by: TestClerk, query = '') =>
  (await by.get<{ visits: Shown[]; total: number }>(`/visits${query}`)).body.visits
const result = (by: TestClerk, id: string, body: object) =>
  by.post<Shown & { code: string }>(`/visits/${id}/result`, body)

async function orderDone(): Promise<string> {
  const call = { community: 'demo', channel: 'phone', home: '3-1-1201', contact: '13800138000', kind: 'work_order' }
  const { body } = await wang.post<IntakeDone>('/intake', { ...call, text: '厨房水管漏水，你们这帮傻逼' })
  const number = body.workOrder?.number ?? ''
  for (const state of ['accepted', 'done']) await wang.post(`/work-orders/${number}/move`, { state })
  return number
}

/** Two days on: everybody signs in anew. */
async function twoDaysOn(): Promise<void> {
  desk.clock.forward(48 * HOURS)
  li = await desk.clerk('李娜')
}

test('two days after it was done it is due; who ended it is refused, a colleague asks', async () => {
  const number = await orderDone()
  expect(await list(wang)).toEqual([])
  expect(await list(wang, '?list=coming')).toMatchObject([{ number, own: true, state: 'open' }])
  await twoDaysOn()
  const [visit] = await list(li)
  expect(visit).toMatchObject({
    ...{ number, own: false, home: '3栋1单元1201', closedBy: '王芳', contactMasked: ['138****8000'], calls: [] },
    dueAt: expect.stringContaining('T'),
  })
  expect(JSON.stringify(visit)).not.toMatch(/13800138000|傻逼/)
  expect((await li.post<{ contact: string[] }>(`/visits/${visit?.id}/reveal`, { field: 'contact' })).body).toEqual({
    contact: ['13800138000'],
  })
  expect(await result(li, visit?.id ?? '', { result: 'not_reached', satisfaction: 3 })).toMatchObject({ status: 422 })
  const done = await result(li, visit?.id ?? '', { result: 'solved', satisfaction: 5, note: '修得好' })
  expect(done).toMatchObject({ status: 200, body: { state: 'solved' } })
  expect(await result(li, visit?.id ?? '', { result: 'solved' })).toMatchObject({
    status: 409,
    body: { code: 'conflict' },
  })
  const figures = await li.get('/visits/figures?community=demo')
  expect(figures.body).toEqual({
    ...{ n: 1, solved: 1, notSolved: 0, notReached: 0 },
    satisfaction: { n: 1, average: 5 },
  })
  const { entries } = await desk.store.audit.list({})
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['reveal', 'POST /visits/:id/result']))
})

test('the same person is refused with a reason that can be read', async () => {
  await orderDone()
  desk.clock.forward(11 * HOURS)
  const [visit] = await list(wang, '?list=coming')
  expect(await result(wang, visit?.id ?? '', { result: 'solved' })).toMatchObject({
    status: 409,
    body: { code: 'same_person', title: '这件事是您办结的，回访请换一位同事来问。' },
  })
})

test('unsolved: the work order goes on with its history, and its owner reads so in calm words', async () => {
  const owner = await newOwner(desk.url)
  await owner.says('三栋一单元电梯坏了')
  await owner.says('3栋1单元')
  await owner.says('13800138000')
  await owner.says('是')
  const [order] = (await wang.get<{ workOrders: WorkOrder[] }>('/work-orders')).body.workOrders
  const number = order?.number ?? ''
  for (const state of ['accepted', 'done']) await wang.post(`/work-orders/${number}/move`, { state })
  await twoDaysOn()
  const [visit] = await list(li)
  await result(li, visit?.id ?? '', { result: 'not_solved', note: '还是晃' })
  expect((await li.get<WorkOrder>(`/work-orders/${number}`)).body).toMatchObject({ state: 'filed' })
  const said = await desk.store.conversations.messages(owner.id, 0, 100)
  expect(said.at(-1)?.text).toMatch(new RegExp(`工单 ${number}（.+）还没弄好，已经重新打开`))
  expect(said.at(-1)?.text).not.toMatch(/明天|小时内|保证/)
})

test('a ticket that a person resolved comes back to the queue, urgent, with who asked', async () => {
  const { ticket, owner } = await desk.handedOver()
  await wang.post(`/tickets/${ticket.id}/claim`)
  await wang.post(`/tickets/${ticket.id}/resolve`, {})
  await twoDaysOn()
  const [visit] = await list(li)
  expect(visit).toMatchObject({ ticketId: ticket.id })
  const hears = await li.hears()
  await result(li, visit?.id ?? '', { result: 'not_solved', note: '没人来' })
  await hears.until(({ events }) =>
    events.some(({ event, data }) => event === 'tickets' && data.ticketId === ticket.id),
  )
  hears.close()
  const again = (await li.get<Ticket>(`/tickets/${ticket.id}`)).body
  expect(again).toMatchObject({
    stage: 'waiting',
    priority: 'high',
    notes: [{ text: '李娜回访：业主说没解决。没人来' }],
  })
  const last = (await desk.store.conversations.messages(owner.id, 0, 100)).at(-1)
  expect(last?.text).toMatch(/还没解决，已经重新转给客服/)
  let managers = 0
  const closed = async () => {
    const manager = await desk.clerk(`经理${++managers}`, 'manager')
    return (await manager.get<{ closed: object }>('/reports?from=2026-11-01')).body.closed
  }
  expect(await closed()).toMatchObject({ n: 1, inTime: 0, reopened: 1 })
  expect((await li.post(`/tickets/${ticket.id}/claim`)).status).toBe(200)
  await li.post(`/tickets/${ticket.id}/resolve`, {})
  expect(await closed()).toMatchObject({ n: 1, inTime: 0, reopened: 1 })
})

test('a compound may ask sooner; members limited to another see nothing of it', async () => {
  await orderDone()
  const manager = await desk.clerk('陈经理', 'manager')
  const changed = await fetch(`${desk.url}/api/desk/communities/demo/settings`, {
    method: 'PATCH',
    headers: { cookie: manager.cookie, 'x-csrf-token': manager.csrf, 'content-type': 'application/json' },
    body: JSON.stringify({ returnVisitHours: 2 }),
  })
  expect(await changed.json()).toMatchObject({ returnVisitHours: 2 })
  desk.clock.forward(2 * HOURS)
  const [visit] = await list(manager)
  expect(visit).toMatchObject({ own: false })
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect(await list(away)).toEqual([])
  expect((await away.get('/visits?community=demo')).status).toBe(404)
  expect((await away.get('/visits/figures')).body).toMatchObject({ n: 0 })
  expect((await result(away, visit?.id ?? '', { result: 'solved' })).status).toBe(404)
  expect((await away.post(`/visits/${visit?.id}/reveal`, { field: 'contact' })).status).toBe(404)
})

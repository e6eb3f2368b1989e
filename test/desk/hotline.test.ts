import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Alert, HotlineOrder, IntakeDone } from '../../bot/types.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

interface Shown extends HotlineOrder {
  overdue: boolean
  sure: boolean
  draft?: { zh: string; en: string }
  code?: string
  title?: string
}

let desk: TestDesk
let wang: TestClerk
let manager: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  manager = await desk.clerk('陈经理', 'manager')
})

afterAll(() => desk.stop())

let count = 0
const take = (more: object = {}, by = wang) =>
  by.post<Shown>('/hotline', {
    community: 'demo',
    number: `12345-${++count}`,
    receivedAt: '2026-11-25T09:00:00+08:00',
    workingDays: 5,
    wanted: '3栋天然气一直没通，要求明天通气',
    home: '3-1-1201',
    ...more,
  })
const open = async (id: string) => (await wang.get<Shown>(`/hotline/${id}`)).body
const answer = (id: string, body: object) =>
  wang.post<Shown & { phrases: string[]; confirmToken: string }>(`/hotline/${id}/answer`, body)

test('taken down from the paper: working days by the compound’s calendar, or the date that it gives', async () => {
  const { status, body } = await take()
  expect(status).toBe(201)
  // Wednesday + 5 working days, to the last minute of it in Shanghai.
  expect(body).toMatchObject({ deadline: '2026-12-02T15:59:00.000Z', workingDays: 5, sure: true, overdue: false })
  expect(body).toMatchObject({ intent: 'gas.connection_status', state: 'open', takenBy: '王芳' })
  const dated = await take({ workingDays: undefined, deadline: '2026-11-30' })
  expect(dated.body).toMatchObject({ deadline: '2026-11-30T15:59:00.000Z' })
  expect((await take({ workingDays: undefined, deadline: '2026-11-30T17:00:00+08:00' })).body).toMatchObject({
    deadline: '2026-11-30T09:00:00.000Z',
  })
  expect((await take({ workingDays: 40 })).body).toMatchObject({ sure: false })
  // Whose it is can be told from the home alone.
  const told = await take({ wanted: '李女士13800138000，没通气', home: '3栋2单元501室' })
  expect(told.body).toMatchObject({ wanted: '李女士138****8000，没通气', home: '3-2-501' })
  // None, both, or one before it came is not what a paper says.
  expect((await take({ workingDays: undefined })).status).toBe(422)
  expect(await take({ receivedAt: '2026-11-26T09:00:00+08:00' })).toMatchObject({
    status: 422,
    body: { field: 'receivedAt' },
  })
  expect((await take({ deadline: '2026-11-30' })).status).toBe(422)
  expect((await take({ workingDays: undefined, deadline: '2026-11-20' })).status).toBe(422)
  expect(await take({ number: '12345-1' })).toMatchObject({
    status: 409,
    body: { code: 'conflict', title: '这个 12345 单号已经记过了。' },
  })
})

test('the draft says what is wanted, what was done by whom as of when, who is responsible, by which law, and no date', async () => {
  const { draft, ...order } = await open((await take()).body.id)
  expect(order.intent).toBe('gas.connection_status')
  const text = draft?.zh ?? ''
  expect(text).toContain('诉求：“3栋天然气一直没通，要求明天通气”')
  expect(text).toMatch(/已经做的（按记录）：\n· .+（.+）/)
  expect(text).toMatch(/现在的情况：\n· .+更新，来源：.+/)
  expect(text).toMatch(/负责的一方：.*燃气公司/)
  expect(text).toMatch(/依据：.*燃气管理条例.*起施行/)
  expect(text).toContain('没有日期登记在册，这里不作承诺。')
  expect(text).toContain('（以上按 2026-11-25 10:00 的记录）')
  expect(draft?.en).toMatch(/Responsible: .*\n/)
  // It may go out as it is.
  expect(await answer(order.id, { text })).toMatchObject({
    status: 200,
    body: { state: 'answered', answer: { text, by: '王芳' } },
  })
  expect(await answer(order.id, { text })).toMatchObject({ status: 409 })
  expect(await open(order.id)).not.toHaveProperty('draft')
})

test('of a ticket and a work order the history stands in the draft; where nothing is on record, it says so', async () => {
  const call = { community: 'demo', channel: 'phone', home: '5-1-302' }
  const { body: done } = await wang.post<IntakeDone>('/intake', { ...call, text: '厨房水管漏水', kind: 'work_order' })
  const { body: handed } = await wang.post<IntakeDone>('/intake', { ...call, text: '催漏水的事', kind: 'ticket' })
  const workOrder = done.workOrder?.number
  await wang.post(`/work-orders/${workOrder}/move`, { state: 'accepted', worker: '刘师傅' })
  const visit = { state: 'scheduled', scheduledFor: '2026-11-26T01:30:00Z', worker: '刘师傅' }
  await wang.post(`/work-orders/${workOrder}/move`, visit)
  const taken = await take({ workOrder, ticketId: handed.ticketId, wanted: '漏水没人管' })
  const { draft, id } = await open(taken.body.id)
  expect(draft?.zh).toMatch(
    /已接单（王芳）\n· 2026-11-25 10:00 已排期，排在 2026-11-26 9:30（王芳）\n· 2026-11-25 10:00 客服受理/,
  )
  expect(draft?.zh).toContain(`· 工单 ${workOrder}：已排期`)
  // The visit is on record, so that it may be named.
  expect((await answer(id, { text: draft?.zh ?? '' })).status).toBe(200)
  const nothing = await open((await take({ wanted: '楼上太吵', intent: 'noise.neighbor' })).body.id)
  expect(nothing.draft?.zh).toContain('没有登记在册的处理记录')
  expect((await take({ ticketId: 'none' })).status).toBe(422)
  expect((await take({ workOrder: '9999' })).status).toBe(422)
  expect((await take({ intent: 'no.such' })).status).toBe(422)
})

test('what promises what no record holds waits until it is changed or confirmed', async () => {
  const { body } = await take()
  const text = '我们保证下周一通气。'
  const held = await answer(body.id, { text })
  expect(held).toMatchObject({ status: 409, body: { code: 'promise' } })
  expect((await answer(body.id, { text, confirm: held.body.confirmToken })).status).toBe(200)
  const { entries } = await desk.store.audit.list({ subject: body.id })
  expect(entries[0]).toMatchObject({ action: 'POST /hotline/:id/answer', after: { promiseConfirmed: true } })
})

test('a slip is mended as long as nobody has answered', async () => {
  const { body } = await take()
  const patch = (fields: object) =>
    fetch(`${desk.url}/api/desk/hotline/${body.id}`, {
      method: 'PATCH',
      headers: { cookie: wang.cookie, 'x-csrf-token': wang.csrf, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    }).then((response) => response.json() as Promise<Shown>)
  expect(await patch({ receivedAt: '2026-11-24T01:00:00Z' })).toMatchObject({ deadline: '2026-12-01T15:59:00.000Z' })
  const dated = await patch({ deadline: '2026-11-27', home: null })
  expect(dated).toMatchObject({ deadline: '2026-11-27T15:59:00.000Z' })
  expect(dated).not.toHaveProperty('workingDays')
  expect(dated).not.toHaveProperty('home')
  expect(await patch({ wanted: '问停水' })).toMatchObject({ deadline: '2026-11-27T15:59:00.000Z', wanted: '问停水' })
})

test('members of another compound find nothing', async () => {
  const { body } = await take()
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await away.get(`/hotline/${body.id}`)).status).toBe(404)
  expect((await away.post(`/hotline/${body.id}/answer`, { text: '好' })).status).toBe(404)
  expect((await away.get<{ total: number }>('/hotline')).body.total).toBe(0)
  expect((await take({}, away)).status).toBe(404)
})

test('past its deadline it stands before the managers, once, until it is answered', async () => {
  const { body } = await take({ workingDays: undefined, deadline: '2026-11-25T11:00:00+08:00' })
  desk.clock.forward(90)
  expect(await open(body.id)).toMatchObject({ overdue: true })
  // Whatever is taken down makes the managers' alerts be looked for.
  await wang.post('/intake', { community: 'demo', channel: 'phone', text: '问物业费', kind: 'ticket' })
  const alerts = async () =>
    (await manager.get<{ alerts: Alert[] }>('/alerts?open=1')).body.alerts.filter(({ kind }) => kind === 'hotline')
  await vi.waitFor(async () => expect(await alerts()).toMatchObject([{ matter: body.number, day: '2026-11-25' }]))
  await answer(body.id, { text: '已核实，正在办。' })
  expect(await alerts()).toEqual([])
})

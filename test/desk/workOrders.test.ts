import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { WorkOrder } from '../../bot/types.ts'
import { cellOf } from '../../desk/workOrdersCsv.ts'
import { newOwner, type TestOwner } from '../http/client.ts'
import { listen } from '../http/listener.ts'
import { newOrder } from '../store/orders.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let owner: TestOwner
let number: string

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
})

const LAMP = { intent: 'light.public', slots: { what: '楼道灯不亮', place: '3栋2单元 楼道', contact: '13800001111' } }

beforeEach(async () => {
  owner = await newOwner(desk.url)
  number = await newOrder(desk.store, owner.id, LAMP)
})

afterAll(() => desk.stop())

type Answer = WorkOrder & { moves: string[]; code: string; from: string; to: string[]; detail: string }
const move = (body: object) => wang.post<Answer>(`/work-orders/${number}/move`, body)
const VISIT = { state: 'scheduled', scheduledFor: '2026-11-26T14:00:00+08:00', worker: '刘师傅' }

test('moved along, with who and when; the owner reads it in the conversation and on its stream', async () => {
  const stream = await listen(`${owner.url}/events`, { authorization: `Bearer ${owner.token}` })
  const hears = await wang.hears()
  expect((await move({ state: 'accepted' })).body).toMatchObject({
    state: 'accepted',
    moves: ['scheduled', 'done', 'cancelled'],
  })
  const { body } = await move(VISIT)
  expect(body).toMatchObject({ scheduledFor: '2026-11-26T06:00:00.000Z', worker: '刘师傅' })
  expect(body.lines.map(({ state, by }) => [state, by])).toEqual([
    ['filed', undefined],
    ['accepted', '王芳'],
    ['scheduled', '王芳'],
  ])
  await stream.until(({ events }) => events.some(({ data }) => String(data.text).includes('明天 14:00，刘师傅来')))
  await hears.until(({ events }) => events.some(({ event, data }) => event === 'work_orders' && data.number === number))
  stream.close()
  hears.close()
})

test('a move that the graph has not: 409, and where it can go instead', async () => {
  expect(await move(VISIT)).toMatchObject({
    status: 409,
    body: {
      code: 'conflict',
      from: 'filed',
      to: ['accepted', 'cancelled'],
      detail: 'from filed it can go to accepted, cancelled',
    },
  })
  await move({ state: 'cancelled' })
  expect((await move({ state: 'filed' })).body).toMatchObject({
    code: 'conflict',
    to: [],
    detail: 'cancelled is its end',
  })
})

test.each([
  { state: 'gone' },
  { state: 'scheduled' },
  { state: 'accepted', scheduledFor: VISIT.scheduledFor },
  { state: 'scheduled', scheduledFor: 'tomorrow' },
  { state: 'accepted', worker: '' },
  { state: 'accepted', by: '别人' },
])('%j is refused', async (body) => {
  expect(await move(body)).toMatchObject({ status: 422, body: { code: 'bad_request' } })
})

test('an unknown number: 404; without a session: 401', async () => {
  expect((await wang.get('/work-orders/9999')).status).toBe(404)
  expect((await wang.post('/work-orders/9999/move', { state: 'accepted' })).status).toBe(404)
  expect((await fetch(`${desk.url}/api/desk/work-orders/export.csv`)).status).toBe(401)
})

test('the list names no phone, the work order itself does', async () => {
  const list = await wang.get<{ workOrders: WorkOrder[]; total: number }>(
    `/work-orders?state=filed&community=demo&q=${number}`,
  )
  expect(list.body).toMatchObject({ total: 1, workOrders: [{ number, slots: { what: '楼道灯不亮' } }] })
  expect(list.text).not.toMatch(/13800001111/)
  const opened = await wang.get(`/work-orders/${number}`)
  expect(opened.text).not.toMatch(/13800001111/)
  expect(opened.text).toMatch(/138\*\*\*\*1111/)
})

test('an owner reads their own by the API, without the notes of staff; nobody else does', async () => {
  await move({ state: 'accepted', note: '业主脾气急，先打电话' })
  const headers = { authorization: `Bearer ${owner.token}` }
  const own = (await (await fetch(`${owner.url}/work-orders`, { headers })).json()) as { workOrders: WorkOrder[] }
  expect(own.workOrders).toMatchObject([{ number, state: 'accepted', lines: [{ kind: 'filed' }, { by: '王芳' }] }])
  expect(JSON.stringify(own)).not.toMatch(/脾气/)
  const other = await newOwner(desk.url)
  expect((await fetch(`${other.url}/work-orders`, { headers })).status).toBe(404)
  const none = await fetch(`${other.url}/work-orders`, { headers: { authorization: `Bearer ${other.token}` } })
  expect(await none.json()).toEqual({ workOrders: [] })
})

test('the file for spreadsheets: byte order mark, lines, no formulas', async () => {
  const evil = await newOrder(desk.store, owner.id, {
    intent: 'light.public',
    slots: { what: '=HYPERLINK("http://x","y")', place: '@SUM(1)\n第二行' },
  })
  await move({ state: 'accepted' })
  await move(VISIT)
  const response = await fetch(`${desk.url}/api/desk/work-orders/export.csv`, { headers: { cookie: wang.cookie } })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="?work-orders.csv"?/)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const text = bytes.toString('utf8')
  expect(text).toContain(
    `\r\n${number},demo,公共照明,已排期,楼道灯不亮,,3栋2单元 楼道,,138****1111,2026-11-25 10:00,2026-11-26 14:00,刘师傅,1,0,,`,
  )
  expect(text).toContain(
    `\r\n${evil},demo,公共照明,"已登记，等维修班接单","'=HYPERLINK(""http://x"",""y"")",,"'@SUM(1)\n第二行"`.replace(
      '"已登记，等维修班接单"',
      '已登记，等维修班接单',
    ),
  )
})

test('the file names what was sent, with links that ask for a session', async () => {
  const attachments = [{ id: 'f1', name: '漏水.jpg', type: 'image/jpeg', size: 3 }]
  const filed = await newOrder(desk.store, owner.id, { intent: 'drain.blocked', slots: {}, attachments })
  const response = await fetch(`${desk.url}/api/desk/work-orders/export.csv`, { headers: { cookie: wang.cookie } })
  const line = (await response.text()).split('\r\n').find((each) => each.startsWith(`${filed},`))
  expect(line).toMatch(/,漏水\.jpg \/api\/desk\/attachments\/f1$/)
  expect((await fetch(`${desk.url}/api/desk/attachments/f1`)).status).toBe(401)
})

test('ratings are read at the work order and at the conversation', async () => {
  const filed = await newOrder(desk.store, owner.id, { intent: 'gas.repair', slots: {} })
  await owner.says('不满意', { choice: `order:rate:${filed}:2` })
  const { body } = await wang.get(`/work-orders/${filed}`)
  expect(body).toMatchObject({ ratings: [{ conversationId: owner.id, score: 2 }] })
  await desk.store.conversations.rate(owner.id, { score: 4, comment: '谢谢' })
  expect(await desk.store.conversations.ratings(owner.id)).toMatchObject([{ score: 4, comment: '谢谢' }])
})

test.each([
  ['=1+1', '"\'=1+1"'],
  ['+86 138', '"\'+86 138"'],
  ['-1', '"\'-1"'],
  ['@x', '"\'@x"'],
  ['\t=1', '"\'\t=1"'],
  [' =1', '"\' =1"'],
  ['3-2-1502', '3-2-1502'],
  ['他说“坏了”', '他说“坏了”'],
  ['a "b", c', '"a ""b"", c"'],
])('the cell of %j', (value, cell) => expect(cellOf(value)).toBe(cell))

test("the company's own system hears of a move without anybody waiting for it", async () => {
  let hear: (body: string) => void = () => undefined
  const heard = new Promise<string>((resolve) => {
    hear = resolve
  })
  const system = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    response.end()
    hear(Buffer.concat(chunks).toString())
  })
  await new Promise<void>((done) => system.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(system.address() as AddressInfo).port}/`
  const other = await openDesk({ WORK_ORDER_WEBHOOK: address, WORK_ORDER_WEBHOOK_SECRET: 'a secret of both sides' })
  const clerk = await other.clerk('王芳')
  const filed = await newOrder(other.store, (await newOwner(other.url)).id, LAMP)
  await clerk.post(`/work-orders/${filed}/move`, { state: 'accepted' })
  expect(JSON.parse(await heard)).toMatchObject({ event: 'moved', workOrder: { number: filed, state: 'accepted' } })
  await other.stop()
  system.closeAllConnections()
  await new Promise((done) => system.close(done))
})

test('many owners, one incident: staff answer them all by one call and close it', async () => {
  const owners = await Promise.all(Array.from({ length: 4 }, () => newOwner(desk.url)))
  const hears = await wang.hears()
  for (const each of owners) await each.says('6栋电梯坏了')
  await hears.until(({ events }) => events.some(({ event }) => event === 'incidents'))
  hears.close()
  const { body } = await wang.get<{ incidents: { id: string; building: string; askers: number }[] }>(
    '/incidents?open=1',
  )
  const incident = body.incidents.find(({ building }) => building === '6')
  expect(incident?.askers).toBe(4)
  const at = `/incidents/${incident?.id}`
  const promise = await wang.post(`${at}/answer`, { text: '明天上午十点修好。' })
  expect(promise).toMatchObject({ status: 409, body: { code: 'promise', confirmToken: expect.any(String) } })
  expect(await wang.post(`${at}/answer`, { text: '维保单位在检查。' })).toMatchObject({
    status: 200,
    body: { told: 4 },
  })
  for (const each of owners)
    expect((await each.sees()).filter(({ text }) => text.includes('维保单位在检查'))).toHaveLength(1)
  expect(await wang.post(`${at}/close`)).toMatchObject({ status: 200, body: { state: 'closed' } })
  expect((await wang.post(`${at}/answer`, { text: '好了。' })).status).toBe(409)
  expect((await wang.post('/incidents/none/answer', { text: '好了。' })).status).toBe(404)
  expect((await wang.post(`${at}/answer`, { text: ' ' })).status).toBe(422)
})

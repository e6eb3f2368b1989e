import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IntakeDone, IntakeSuggestion, Ticket, WorkOrder } from '../../bot/types.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
})

afterAll(() => desk.stop())

const CALL = { community: 'demo', channel: 'phone' }
const take = (note: object) => wang.post<IntakeDone & { code: string }>('/intake', { ...CALL, ...note })
const suggest = (text: string) => wang.post<IntakeSuggestion>('/intake/suggest', { community: 'demo', text })
const ticketOf = async ({ ticketId }: IntakeDone) => (await wang.get<Ticket>(`/tickets/${ticketId}`)).body
const orderOf = async ({ workOrder }: IntakeDone) =>
  (await wang.get<WorkOrder>(`/work-orders/${workOrder?.number}`)).body

test('while the clerk types, the words say what it is about, whose home, which phone', async () => {
  const { body } = await suggest('3栋2单元501厨房水管漏水，电话13800138000')
  expect(body).toMatchObject({ home: '3栋2单元501', contact: '13800138000', kind: 'work_order', priority: 'normal' })
  expect(body.alternatives.length).toBeLessThanOrEqual(3)
  expect((await suggest('天然气什么时候能通')).body).toMatchObject({ intent: 'gas.connection_status', kind: 'ticket' })
  expect((await suggest('有人困在电梯里了')).body).toMatchObject({ priority: 'emergency' })
  expect((await desk.store.tickets.list({})).total).toBe(0)
})

test('a call becomes a ticket in the queue: what was said, who took it down, phone hidden', async () => {
  const { status, body } = await take({
    text: '问天然气什么时候能通，等了三个月了',
    home: '3-2-501',
    contact: '13800138000',
    kind: 'ticket',
  })
  expect(status).toBe(201)
  const ticket = await ticketOf(body)
  expect(ticket).toMatchObject({
    stage: 'waiting',
    priority: 'normal',
    context: { intent: 'gas.connection_status', channel: 'phone', owner: { home: '3栋2单元501' } },
  })
  expect(ticket.context.summary).toMatch(/【通气进度】问天然气/)
  expect(ticket.context.transcript.map(({ from, text }) => [from, text])).toEqual([
    ['system', '电话里说的，王芳记下。业主看不到这里的回复，有结果请打电话告诉。'],
    ['owner', '问天然气什么时候能通，等了三个月了'],
  ])
  expect(ticket.context.classifications).toHaveLength(1)
  expect(JSON.stringify(ticket)).not.toContain('13800138000')
})

test('what staff write there is on its way to nobody, and no bot answers', async () => {
  const { body } = await take({ text: '物业费怎么交', kind: 'ticket', channel: 'counter' })
  await wang.post(`/tickets/${body.ticketId}/claim`)
  await wang.post(`/tickets/${body.ticketId}/messages`, { clientMessageId: 'a', text: '已电话告诉业主。' })
  const { transcript } = (await ticketOf(body)).context
  expect(transcript.map(({ delivery }) => delivery)).toEqual(transcript.map(() => undefined))
  expect(transcript.some(({ from }) => from === 'bot')).toBe(false)
  expect(await desk.store.conversations.unfinished()).toEqual([])
  expect((await desk.store.deliveries.list({})).total).toBe(0)
})

test('a work order is filed, and the same fault in the same home joins it', async () => {
  const leak = { text: '厨房水管漏水', home: '5栋1单元302', contact: '13900139000', kind: 'work_order' }
  const first = (await take(leak)).body
  expect(first).toMatchObject({ workOrder: { joined: false } })
  expect(first.ticketId).toBeUndefined()
  expect(await orderOf(first)).toMatchObject({
    state: 'filed',
    slots: { what: '厨房水管漏水', home: '5栋1单元302', contact: '139****9000' },
  })
  const again = (await take({ ...leak, home: '5-1-302' })).body
  expect(again.workOrder).toEqual({ number: first.workOrder?.number, joined: true, urge: { count: 1 } })
  const other = (await take({ ...leak, home: '5-1-402' })).body
  expect(other.workOrder).toMatchObject({ joined: false })
  const moved = await wang.post(`/work-orders/${first.workOrder?.number}/move`, { state: 'accepted' })
  expect(moved.status).toBe(200)
})

test("the clerk's choice of the matter stands above the classifier's", async () => {
  const { body } = await take({ text: '那个东西又坏了', intent: 'light.public', kind: 'work_order', channel: 'group' })
  expect(await orderOf(body)).toMatchObject({ intent: 'light.public' })
  const wrong = await take({ text: '坏了', intent: 'no.such', kind: 'ticket' })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'bad_request' } })
})

test('an emergency gets its ticket too, a threat goes to the manager', async () => {
  const gas = (await take({ text: '家里有煤气味，头晕', kind: 'work_order', home: '1-1-101' })).body
  expect(gas.workOrder).toBeDefined()
  expect(await ticketOf(gas)).toMatchObject({ priority: 'emergency', reason: 'emergency' })
  const gate = (await take({ text: '再不通气我们明天就去堵大门', kind: 'ticket' })).body
  expect(await ticketOf(gate)).toMatchObject({ priority: 'high', team: 'manager', reason: 'anger' })
})

test('a member limited to another compound takes nothing down here', async () => {
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  const note = { ...CALL, text: '问物业费', kind: 'ticket' }
  expect((await away.post('/intake', note)).status).toBe(404)
  expect((await away.post('/intake/suggest', { community: 'demo', text: '问物业费' })).status).toBe(404)
  expect((await take({ text: '问物业费', kind: 'ticket', community: 'no-such' })).status).toBe(404)
})

test('words that the bot would not answer at once on choose nothing: the best three are offered', async () => {
  const { body } = await suggest('那个东西又那样了')
  expect(body.intent).toBeNull()
  expect(body.alternatives).toHaveLength(3)
  const taken = (await take({ text: '那个东西又那样了', kind: 'ticket' })).body
  expect((await ticketOf(taken)).context.intent).toBeNull()
  const chosen = body.alternatives[1]?.intent
  const own = (await take({ text: '那个东西又那样了', kind: 'ticket', intent: chosen })).body
  expect((await ticketOf(own)).context.intent).toBe(chosen)
})

test('a doubled click files once; the same key with other words is refused', async () => {
  const note = { text: '物业费怎么交', kind: 'ticket', key: 'a-key-of-the-page-1' }
  const before = (await desk.store.tickets.list({})).total
  const [one, two] = await Promise.all([take(note), take(note)])
  expect([one.status, two.status]).toEqual([201, 201])
  expect(two.body).toEqual(one.body)
  expect((await desk.store.tickets.list({})).total).toBe(before + 1)
  expect(await take({ ...note, text: '停车费怎么交' })).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect(await take({ ...note, key: 'short' })).toMatchObject({ status: 422 })
})

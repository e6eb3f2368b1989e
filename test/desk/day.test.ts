import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Alert, Callback, Handover, HandoverSummary, OwedCallback } from '../../bot/types.ts'
import { newOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let ticketId: string

beforeEach(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  ticketId = (await desk.handedOver()).ticket.id
})

afterEach(() => desk.stop())

const inMinutes = (minutes: number) => new Date(desk.clock.now().getTime() + minutes * 60_000).toISOString()
const promise = (minutes: number, by = wang, matter = '窗户的事') =>
  by.post<Callback & { code: string }>(`/tickets/${ticketId}/callbacks`, { dueAt: inMinutes(minutes), matter })
const owed = async (by = wang, query = '') =>
  (await by.get<{ callbacks: OwedCallback[] }>(`/callbacks${query}`)).body.callbacks

test('a call promised with a ticket is owed today until somebody says what came of it', async () => {
  const hears = await wang.hears()
  expect(await promise(60)).toMatchObject({ status: 201, body: { by: '王芳', ticketId } })
  await promise(30, await desk.clerk('李娜'), '电梯的事')
  await promise(3 * 24 * 60)
  expect((await owed()).map(({ by, matter }) => [by, matter])).toEqual([
    ['李娜', '电梯的事'],
    ['王芳', '窗户的事'],
  ])
  expect(await owed(wang, '?when=all')).toHaveLength(3)
  const [first] = await owed()
  expect(await wang.post(`/callbacks/${first?.id}/done`, { word: '打通了，明白了' })).toMatchObject({
    body: { doneBy: '王芳', doneWord: '打通了，明白了' },
  })
  expect(await owed()).toHaveLength(1)
  await hears.until(({ events }) => events.filter(({ event }) => event === 'callbacks').length >= 4)
  hears.close()
  const of = await wang.get<{ callbacks: Callback[] }>(`/tickets/${ticketId}/callbacks`)
  expect(of.body.callbacks).toHaveLength(3)
  expect(await promise(-1)).toMatchObject({ status: 422, body: { code: 'bad_request' } })
})

test('a call that nobody made in time alerts the manager, once a compound and day', async () => {
  await promise(10)
  await promise(20)
  desk.clock.forward(30)
  const manager = await desk.clerk('陈经理', 'manager')
  // What is taken down makes it look at once.
  await wang.post('/intake', { community: 'demo', channel: 'phone', text: '问物业费', kind: 'ticket' })
  const alerts = async () => (await manager.get<{ alerts: Alert[] }>('/alerts?open=1')).body.alerts
  await vi.waitFor(async () => expect(await alerts()).toMatchObject([{ kind: 'callbacks', homes: 2, matter: '' }]))
})

test('a time that the clerk promised is a record: a message that repeats it may go out on it', async () => {
  await wang.post(`/tickets/${ticketId}/claim`)
  const { id } = (await promise(24 * 60)).body
  const message = { clientMessageId: 'm1', text: '明天上午十点前一定给您回电。' }
  const say = (more: object) => wang.post(`/tickets/${ticketId}/messages`, { ...message, ...more })
  expect(await say({})).toMatchObject({ status: 409, body: { code: 'promise' } })
  expect(await say({ record: 'no-such' })).toMatchObject({ status: 422 })
  expect(await say({ record: id })).toMatchObject({ status: 200 })
})

test('promise and keeping stand in the audit; who is limited to another compound sees neither', async () => {
  const { id } = (await promise(60)).body
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect(await owed(away)).toEqual([])
  expect((await away.post(`/callbacks/${id}/done`, {})).status).toBe(404)
  expect((await promise(60, away)).status).toBe(404)
  expect((await away.get(`/tickets/${ticketId}/callbacks`)).status).toBe(404)
  await wang.post(`/callbacks/${id}/done`, {})
  const admin = await desk.clerk('管理员', 'admin')
  const { entries } = (await admin.get<{ entries: { action: string; subject: string }[] }>('/audit')).body
  expect(entries.slice(0, 2).map(({ action, subject }) => [action, subject])).toEqual([
    ['POST /callbacks/:id/done', id],
    ['POST /tickets/:id/callbacks', ticketId],
  ])
})

test('a shift is handed over as it stands: held, emergencies, calls owed, what is out of date; signed by who comes', async () => {
  await wang.post(`/tickets/${ticketId}/claim`)
  await promise(60)
  await (await newOwner(desk.url)).says('家里有煤气味，头晕')
  desk.clock.forward(60 * 24 * 10)
  const [li, zhou] = [await desk.clerk('李娜'), await desk.clerk('周敏')]
  const draft = (await li.get<HandoverSummary>('/handovers/draft?community=demo')).body
  expect(draft.held).toMatchObject([{ ticketId, assignee: '王芳' }])
  expect(draft.emergencies).toMatchObject([{ priority: 'emergency' }])
  expect(draft.callbacks).toMatchObject([{ ticketId, by: '王芳' }])
  expect(draft.stale.length).toBeGreaterThan(0)
  const written = await li.post<Handover>('/handovers', { community: 'demo', note: '煤气那户等回电' })
  expect(written).toMatchObject({ status: 201, body: { by: '李娜', summary: draft } })
  const { id } = written.body
  expect(await li.post(`/handovers/${id}/sign`)).toMatchObject({ status: 409, body: { title: /接班的人签/ } })
  expect((await zhou.post(`/handovers/${id}/sign`)).body).toMatchObject({ signedBy: '周敏', note: '煤气那户等回电' })
  const third = await desk.clerk('赵强')
  expect(await third.post(`/handovers/${id}/sign`)).toMatchObject({ status: 409, body: { holder: '周敏' } })
  const list = await zhou.get<{ handovers: Handover[]; total: number }>('/handovers?community=demo')
  expect(list.body).toMatchObject({ total: 1, handovers: [{ id, signedBy: '周敏' }] })
  // Whose words they are stay where they are kept.
  expect(JSON.stringify(list.body)).not.toContain('头晕')
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await away.get<{ total: number }>('/handovers')).body.total).toBe(0)
  expect((await away.post(`/handovers/${id}/sign`)).status).toBe(404)
  expect((await away.get('/handovers/draft?community=demo')).status).toBe(404)
  expect((await away.post('/handovers', { community: 'demo' })).status).toBe(404)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IntakeDone } from '../../bot/types.ts'
import { hashToken } from '../../wire/ids.ts'
import { call, newOwner } from '../http/client.ts'
import { newOrder } from '../store/orders.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

interface Part {
  proven: boolean
  matter?: string
  number?: string
  conversationId?: string
}

interface Household
  extends Record<
    'people' | 'workOrders' | 'tickets' | 'visits' | 'urgings' | 'callbacks' | 'notes' | 'hotline',
    Part[]
  > {
  since?: string
  subscriptions: (Part & { topic: string })[]
}

let desk: TestDesk
let wang: TestClerk
let homeId: string

const FILE = { name: 'homes.csv', hash: 'one', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
const HOME = { building: '3', unit: '1', room: '1201', owner: '李雷', phones: ['13700137000'], bills: [] }

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  await desk.store.homes.import('demo', [HOME, { ...HOME, room: '201', phones: [] }], FILE)
  const { homes } = await desk.store.homes.list({ q: '3-1-1201' })
  homeId = homes[0]?.id ?? ''
})

afterAll(() => desk.stop())

const file = async (by = wang, id = homeId) => by.get<Household & { code: string }>(`/homes/${id}/household`)
const found = async () => (await file()).body

/** An owner who has proved the home by a code. */
async function bound() {
  const owner = await newOwner(desk.url)
  const code = { codeHash: hashToken(`CODE${owner.id}`), madeBy: '', expiresAt: '2099-01-01T00:00:00.000Z' }
  await desk.store.homes.addCode({ homeId, ...code })
  await desk.store.homes.redeem(owner.id, hashToken(`CODE${owner.id}`))
  return owner
}

test('a home is found as it is typed, and has a file of its own', async () => {
  const typed = await wang.get<{ homes: { id: string }[] }>(`/homes?q=${encodeURIComponent('3栋1单元1201室')}`)
  expect(typed.body.homes.map(({ id }) => id)).toEqual([homeId])
  expect((await file()).body).toMatchObject({
    ownerMasked: '李*',
    phonesMasked: ['137****7000'],
    people: [],
    tickets: [],
  })
  expect((await file(wang, 'none')).status).toBe(404)
})

test('what is proven and what somebody only says stand apart', async () => {
  const owner = await bound()
  const number = await newOrder(desk.store, owner.id, {
    intent: 'light.public',
    slots: { what: '楼道灯不亮，傻逼', contact: '13800138000' },
  })
  const call = { community: 'demo', channel: 'phone', contact: '13900139000' }
  const claim = await wang.post<IntakeDone>('/intake', {
    ...call,
    text: '厨房漏水',
    home: '3-1-1201',
    kind: 'work_order',
  })
  await wang.post('/intake', { ...call, text: '问问物业费', home: '3栋1201', kind: 'ticket' })
  await wang.post('/intake', { ...call, text: '灯坏了', home: '3-2-1201', kind: 'ticket' })
  await wang.post('/intake', { ...call, text: '灯坏了', home: '5-1-1201', kind: 'ticket' })
  const { people, workOrders, tickets } = await found()
  expect(people.find(({ conversationId }) => conversationId === owner.id)).toMatchObject({ proven: true })
  expect(people.filter(({ proven }) => !proven)).toHaveLength(2)
  expect(workOrders.map(({ number: of, proven }) => [of, proven]).sort()).toEqual(
    [
      [number, true],
      [claim.body.workOrder?.number, false],
    ].sort(),
  )
  expect(tickets).toMatchObject([{ proven: false, matter: expect.stringContaining('物业费') }])
  expect(JSON.stringify(await found())).not.toMatch(/13800138000|13900139000|13700137000|李雷|傻逼/)
})

test('urgings, return visits, subscriptions and notes are in it', async () => {
  const owner = await bound()
  await owner.says('通气有消息告诉我，3栋1单元1201')
  await owner.says('转人工')
  const ticket = await desk.store.tickets.openOf(owner.id)
  await wang.post(`/tickets/${ticket?.id}/claim`)
  await wang.post(`/tickets/${ticket?.id}/notes`, { text: '打13800138000没人接' })
  await wang.post(`/tickets/${ticket?.id}/resolve`, {})
  const number = await newOrder(desk.store, owner.id, { intent: 'drain.blocked', slots: { what: '地漏堵了' } })
  await owner.says(`催一下工单${number}`)
  const paper = { number: '12345-1', receivedAt: '2026-11-25T01:00:00Z', workingDays: 5, wanted: '没通气' }
  await wang.post('/hotline', { community: 'demo', ...paper, home: '3栋1单元1201' })
  const { visits, notes, urgings, subscriptions, hotline } = await found()
  expect(hotline).toMatchObject([{ number: '12345-1', state: 'open', matter: '没通气' }])
  expect(visits).toMatchObject([{ proven: true, ticketId: ticket?.id, state: 'open', closedBy: '王芳' }])
  expect(notes).toMatchObject([{ proven: true, author: '王芳', text: '打138****8000没人接' }])
  expect(urgings).toMatchObject([{ proven: true, number }])
  expect(subscriptions.map(({ topic, proven }) => [topic, proven])).toContainEqual(['gas', true])
})

test('who they are is shown to who asks, and kept', async () => {
  const owner = await bound()
  await owner.says('水管漏水，电话13811138111')
  const reveal = (body: object, by = wang) =>
    by.post<{ owner?: string; phones: string[] }>(`/homes/${homeId}/reveal`, body)
  expect((await reveal({ field: 'owner' })).body).toEqual({ owner: '李雷', phones: ['13700137000'] })
  expect((await reveal({ field: 'contact', conversationId: owner.id })).body).toEqual({ phones: ['13811138111'] })
  const stranger = await newOwner(desk.url)
  await stranger.says('水管漏水，电话13822238222')
  expect((await reveal({ field: 'contact', conversationId: stranger.id })).status).toBe(404)
  expect((await reveal({ field: 'contact' })).status).toBe(422)
  const { entries } = await desk.store.audit.list({ subject: homeId })
  expect(entries.filter(({ action }) => action === 'reveal')).toHaveLength(2)
})

test('members of another compound find nothing; without a session nobody does', async () => {
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  expect((await file(away)).status).toBe(404)
  expect((await away.post(`/homes/${homeId}/reveal`, { field: 'owner' })).status).toBe(404)
  expect((await call(`${desk.url}/api/desk/homes/${homeId}/household`)).status).toBe(401)
})

test('what was before the home changed hands is not in it', async () => {
  expect((await found()).tickets.length).toBeGreaterThan(0)
  desk.clock.forward(1)
  await desk.store.homes.import('demo', [{ ...HOME, owner: '韩梅梅', phones: ['13600136000'] }], {
    ...FILE,
    hash: 'two',
  })
  expect(await found()).toMatchObject({ people: [], tickets: [], workOrders: [], notes: [], since: expect.any(String) })
})

test('calls that were promised at its tickets stand in the file, with whose promise and what came of it', async () => {
  const owner = await bound()
  await owner.says('转人工')
  const ticketId = (await desk.store.tickets.openOf(owner.id))?.id ?? ''
  const dueAt = new Date(desk.clock.now().getTime() + 3_600_000).toISOString()
  const promised = await wang.post<{ id: string }>(`/tickets/${ticketId}/callbacks`, { dueAt, matter: '打13800138000' })
  const callbacks = async () =>
    (await found()).callbacks.filter((one) => 'ticketId' in one && one.ticketId === ticketId)
  expect(await callbacks()).toMatchObject([{ by: '王芳', dueAt, proven: true }])
  expect(JSON.stringify(await callbacks())).not.toMatch(/13800138000|doneAt/)
  await wang.post(`/callbacks/${promised.body.id}/done`, {})
  expect(await callbacks()).toMatchObject([{ doneBy: '王芳' }])
})

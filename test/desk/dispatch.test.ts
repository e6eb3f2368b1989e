import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DispatchLink, JobView, WorkOrder } from '../../bot/types.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { newOrder } from '../store/orders.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let desk: TestDesk
let wang: TestClerk
let owner: TestOwner
let number: string

beforeEach(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  owner = await newOwner(desk.url)
  const slots = { what: '厨房漏水，打13800138000', home: '3栋2单元501', contact: '13800138000' }
  number = await newOrder(desk.store, owner.id, { intent: 'repair.report', slots })
})

afterEach(() => desk.stop())

type Sent = DispatchLink & { path: string; code: string }
const send = (body: object = { repairer: '刘师傅' }) => wang.post<Sent>(`/work-orders/${number}/dispatch`, body)
const secretOf = ({ path }: Sent) => path.replace('/r/#', '')

/** A phone on which the link was opened. */
function phone(secret: string) {
  const headers = { authorization: `Bearer ${secret}` }
  return {
    look: () => call<JobView & { code: string; title: string }>(`${desk.url}/api/repair`, { headers }),
    taps: (step: string, note?: string) =>
      call<JobView & { code: string }>(`${desk.url}/api/repair/step`, {
        method: 'POST',
        headers,
        body: { step, ...(note && { note }) },
      }),
    photographs: (content: Buffer) => {
      const body = new FormData()
      body.set('file', new Blob([new Uint8Array(content)]), '现场.jpg')
      return fetch(`${desk.url}/api/repair/photos`, { method: 'POST', headers, body })
    },
  }
}

const lastWords = async () =>
  (await desk.store.conversations.messages(owner.id, 0, 50)).slice(-4).map(({ text }) => text)

test('a clerk sends it, the repairer accepts, arrives, photographs and is done; owner and desk see each step', async () => {
  const hears = await wang.hears()
  const sent = await send()
  expect(sent).toMatchObject({ status: 201, body: { repairer: '刘师傅', by: '王芳', expiresAt: expect.any(String) } })
  const liu = phone(secretOf(sent.body))
  const offered = (await liu.look()).body
  expect(offered).toMatchObject({ number, where: '3栋2单元501', title: { zh: expect.any(String) }, state: 'filed' })
  // The owner's phone is for who has taken the job on, wherever it stands.
  expect(JSON.stringify(offered)).not.toContain('13800138000')
  expect((await liu.taps('accept')).body).toMatchObject({ state: 'accepted', contact: '13800138000' })
  expect((await liu.taps('arrived')).body.arrivedAt).toBeDefined()
  expect((await liu.photographs(PNG)).status).toBe(201)
  expect((await liu.taps('done', '换了角阀')).body).toMatchObject({ state: 'done', photos: 1 })
  const done = (await liu.look()).body
  expect(JSON.stringify(done)).not.toMatch(/13800138000|501/)
  await hears.until(({ events }) => events.filter(({ event }) => event === 'work_orders').length >= 5)
  hears.close()
  expect((await lastWords()).join('\n')).toMatch(/已接单，刘师傅跟进.*刘师傅说已经到现场（今天.*登记为已完成/s)
  const order = (await wang.get<WorkOrder>(`/work-orders/${number}`)).body
  expect(order.lines.at(-1)).toMatchObject({ by: '刘师傅', note: '换了角阀' })
  const photo = order.lines.find(({ kind }) => kind === 'photo')?.file
  expect(photo?.name).toBe('现场.png')
  expect((await wang.get(`/attachments/${photo?.id}`)).headers.get('content-type')).toBe('image/png')
  const own = await call(`${owner.url}/work-orders`, { headers: { authorization: `Bearer ${owner.token}` } })
  expect(JSON.stringify(own.body)).not.toMatch(/换了角阀|现场\.png/)
})

test('the record keeps no secret, the audit says who did what, and nothing is promised', async () => {
  const secret = secretOf((await send()).body)
  await phone(secret).taps('accept')
  expect(JSON.stringify(await desk.store.dispatch.ofOrder(number))).not.toContain(secret)
  const admin = await desk.clerk('管理员', 'admin')
  const { entries } = (await admin.get<{ entries: { action: string; who: { name: string } }[] }>('/audit')).body
  expect(entries.map(({ action, who }) => [action, who.name])).toEqual([
    ['POST /repair/step', '刘师傅'],
    ['POST /work-orders/:id/dispatch', '王芳'],
  ])
  expect(JSON.stringify(entries)).not.toContain(secret)
})

test('a link that is wrong, expired, called back or closed says so in plain words', async () => {
  expect(await phone('x'.repeat(43)).look()).toMatchObject({ status: 401, body: { title: /链接不对/ } })
  const first = (await send({ repairer: '刘师傅', hours: 1 })).body
  desk.clock.forward(60)
  expect(await phone(secretOf(first)).look()).toMatchObject({ status: 410, body: { code: 'link_over' } })
  expect((await phone(secretOf(first)).look()).body.title).toMatch(/过期/)
  const li = await desk.clerk('李娜')
  const again = await li.post<Sent>(`/work-orders/${number}/dispatch`, { repairer: '刘师傅' })
  await li.post(`/work-orders/${number}/dispatch/recall`, { link: again.body.id })
  expect((await phone(secretOf(again.body)).taps('accept')).body).toMatchObject({ code: 'link_over', title: /收回/ })
  const third = await li.post<Sent>(`/work-orders/${number}/dispatch`, { repairer: '周师傅' })
  await li.post(`/work-orders/${number}/move`, { state: 'cancelled', note: '业主自己修好了' })
  expect((await phone(secretOf(third.body)).look()).body.title).toMatch(/已经结束/)
  expect(await li.post(`/work-orders/${number}/dispatch`, { repairer: '周师傅' })).toMatchObject({ status: 409 })
})

test('nothing but a picture is taken, and nothing before the job is accepted', async () => {
  const liu = phone(secretOf((await send()).body))
  expect((await liu.photographs(PNG)).status).toBe(409)
  expect(await liu.taps('done')).toMatchObject({ status: 409, body: { title: /接单/ } })
  await liu.taps('accept')
  expect((await liu.photographs(Buffer.from('<svg onload=alert(1)>'))).status).toBe(422)
  expect((await phone('none').photographs(PNG)).status).toBe(401)
})

test('who is limited to another compound neither sends nor sees it', async () => {
  const away = await desk.clerk('外区的人', 'staff', ['elsewhere'])
  const link = (await send()).body
  expect((await away.post(`/work-orders/${number}/dispatch`, { repairer: '刘师傅' })).status).toBe(404)
  expect((await away.get(`/work-orders/${number}/dispatch`)).status).toBe(404)
  expect((await away.post(`/work-orders/${number}/dispatch/recall`, { link: link.id })).status).toBe(404)
  expect((await wang.get<{ links: Sent[] }>(`/work-orders/${number}/dispatch`)).body.links[0]?.path).toBeUndefined()
})

test('more than 120 calls a minute from one address are refused', async () => {
  const liu = phone('guess')
  for (let n = 0; n < 120; n++) await liu.look()
  expect(await liu.look()).toMatchObject({ status: 429, body: { code: 'too_many' } })
})

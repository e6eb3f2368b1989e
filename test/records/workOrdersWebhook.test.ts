import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { signatureOf, WorkOrderWebhook, waitBefore } from '../../records/workOrdersWebhook.ts'
import { openStore } from '../../store/open.ts'
import { aConversation, countingIds, type HandClock, handClock } from '../store/fixtures.ts'
import { newOrder, SAYS } from '../store/orders.ts'

const SECRET = 'a secret of both sides'

interface Received {
  time: string
  signature: string
  body: string
}

let server: Server
let received: Received[]
let status: number
let store: Store
let clock: HandClock
let webhook: WorkOrderWebhook
let errors: unknown[]

beforeEach(async () => {
  received = []
  status = 204
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { 'x-qiao-time': time, 'x-qiao-signature': signature } = request.headers
    received.push({ time: String(time), signature: String(signature), body: Buffer.concat(chunks).toString() })
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  clock = handClock()
  store = await openStore({ file: ':memory:', clock, newId: countingIds(), pushesWorkOrders: true })
  errors = []
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  const report = (error: unknown) => errors.push(error)
  webhook = new WorkOrderWebhook({ store, clock, url, secret: SECRET, fetch, random: () => 0, report })
})

afterEach(async () => {
  await store.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const file = async () =>
  newOrder(store, (await aConversation(store)).id, { intent: 'light.public', slots: { what: '灯' } })
const move = (number: string, state: 'accepted' | 'done') => store.workOrders.move(number, { state, by: '王芳' }, SAYS)
const events = () =>
  received.map(({ body }) => JSON.parse(body)).map(({ event, workOrder }) => [event, workOrder.state])

test('each change once, in order, signed over time and body', async () => {
  const number = await file()
  await move(number, 'accepted')
  await move(number, 'done')
  await webhook.drain()
  expect(events()).toEqual([
    ['filed', 'filed'],
    ['moved', 'accepted'],
    ['moved', 'done'],
  ])
  for (const { time, signature, body } of received) {
    expect(signature).toBe(`sha256=${createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex')}`)
    expect(signature).toBe(signatureOf(SECRET, time, body))
  }
  expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({
    line: { by: '王芳' },
    workOrder: { number, slots: { what: '灯' } },
  })
})

test.each([500, 404, 302])('answered %i, it is sent again later and the next of the same order waits', async (code) => {
  const number = await file()
  await move(number, 'accepted')
  status = code
  await webhook.drain()
  await webhook.drain()
  expect(received).toHaveLength(1)
  expect(errors).toHaveLength(1)
  const other = await file()
  status = 200
  await webhook.drain()
  expect(JSON.parse(received[1]?.body ?? '').workOrder.number).toBe(other)
  clock.pass(500)
  await webhook.drain()
  expect(events().slice(2)).toEqual([
    ['filed', 'filed'],
    ['moved', 'accepted'],
  ])
  expect(received[2]?.body).toBe(received[0]?.body)
})

test('given up after its last try, and the next one goes', async () => {
  const number = await file()
  status = 500
  for (let n = 0; n < 30; n++) {
    await webhook.drain()
    clock.pass(60 * 60_000)
  }
  expect(received).toHaveLength(24)
  status = 200
  await move(number, 'accepted')
  await webhook.drain()
  expect(events().at(-1)).toEqual(['moved', 'accepted'])
})

test('the wait doubles up to an hour, with chance in it', () => {
  expect([0, 1, 2, 20].map((attempts) => waitBefore(attempts, () => 1))).toEqual([1000, 2000, 4000, 3_600_000])
  expect([0, 1, 2, 20].map((attempts) => waitBefore(attempts, () => 0))).toEqual([500, 1000, 2000, 1_800_000])
})

test('drained twice at once it sends nothing twice; the record away, it throws nothing', async () => {
  await file()
  await Promise.all([webhook.drain(), webhook.drain()])
  expect(received).toHaveLength(1)
  await store.close()
  await webhook.drain()
  expect(errors).toHaveLength(1)
  store = await openStore({ file: ':memory:', clock, newId: countingIds() })
})

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type TestClock, testClock } from '../support/clock.ts'
import { call, newOwner, type TestOwner } from './client.ts'
import { type Listener, listen } from './listener.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
let clock: TestClock
let owner: TestOwner
let open: Listener[] = []

beforeAll(async () => {
  clock = testClock()
  server = await startServer({ clock })
})

beforeEach(async () => {
  owner = await newOwner(server.url)
})

afterEach(() => {
  for (const listener of open) listener.close()
  open = []
  vi.useRealTimers()
})

afterAll(() => server.stop())

async function hear(path: string, headers: Record<string, string> = {}): Promise<Listener> {
  const listener = await listen(`${owner.url}/events${path}`, headers)
  open.push(listener)
  return listener
}

const bearer = (token = owner.token) => ({ authorization: `Bearer ${token}` })
const seqs = ({ events }: Listener) => events.filter(({ event }) => event === 'message').map(({ data }) => data.seq)
const states = ({ events }: Listener) => events.filter(({ event }) => event === 'state').map(({ data }) => data.stage)

async function newTicket(from = owner): Promise<string> {
  const { body } = await call<{ ticket: string }>(`${from.url}/ticket`, { method: 'POST', token: from.token })
  return body.ticket
}

test('everything said so far, then everything as it is said, with its seq as id', async () => {
  await owner.says('你好')
  const before = (await owner.sees()).length
  const stream = await hear('', bearer())
  expect(stream.contentType).toMatch('text/event-stream')
  await stream.until((heard) => seqs(heard).length === before)
  await owner.says('物业费怎么交')
  const all = await owner.sees()
  await stream.until((heard) => seqs(heard).length >= all.length)
  const heard = stream.events.filter(({ event }) => event === 'message')
  expect(heard.map(({ data }) => data)).toEqual(all)
  expect(heard.map(({ id }) => id)).toEqual(all.map(({ seq }) => String(seq)))
})

test('resumed after Last-Event-ID, nothing is lost and nothing comes twice', async () => {
  await owner.says('你好')
  await owner.says('物业费怎么交')
  const all = (await owner.sees()).map(({ seq }) => seq)
  for (const last of [1, 2, all.length]) {
    const stream = await hear('', { ...bearer(), 'last-event-id': String(last) })
    await stream.until((heard) => states(heard).length > 0)
    expect(seqs(stream)).toEqual(all.slice(last))
  }
})

test('cut off again and again while messages come, the pieces make up the whole', async () => {
  const got: unknown[] = []
  for (const text of ['你好', '物业费怎么交', '谢谢', '快递放哪里', '再见']) {
    const stream = await hear('', { ...bearer(), 'last-event-id': String(got.at(-1) ?? 0) })
    const saying = owner.says(text)
    await stream.until((heard) => seqs(heard).length > 0)
    stream.close()
    await stream.ended
    got.push(...seqs(stream))
    await saying
  }
  const rest = await hear('', { ...bearer(), 'last-event-id': String(got.at(-1)) })
  await rest.until((heard) => states(heard).length > 0)
  expect([...got, ...seqs(rest)]).toEqual((await owner.sees()).map(({ seq }) => seq))
})

test.each(['x', '-5', '1e400', '', 'NaN', '9'.repeat(40)])('a Last-Event-ID of %j does no harm', async (last) => {
  await owner.says('你好')
  const stream = await hear('', { ...bearer(), 'last-event-id': last })
  expect(stream.status).toBe(200)
  await stream.until((heard) => states(heard).length > 0)
})

test('the state comes at once and when it changes', async () => {
  const stream = await hear('', bearer())
  await stream.until((heard) => states(heard).includes('bot'))
  await owner.says('转人工')
  await stream.until((heard) => states(heard).includes('waiting'))
  const waiting = stream.events.findLast(({ event }) => event === 'state')
  expect(waiting?.data).toMatchObject({ stage: 'waiting', queuePosition: 1, open: true })
})

test('five windows of one owner all hear the same', async () => {
  const streams = await Promise.all(Array.from({ length: 5 }, () => hear('', bearer())))
  await owner.says('你好')
  const all = (await owner.sees()).map(({ seq }) => seq)
  for (const stream of streams) {
    await stream.until((heard) => seqs(heard).length >= all.length)
    expect(seqs(stream)).toEqual(all)
  }
})

test('of another conversation nothing is heard', async () => {
  const stream = await hear('', bearer())
  const other = await newOwner(server.url)
  await other.says('转人工')
  await owner.says('你好')
  await stream.until((heard) => seqs(heard).length >= 2)
  expect(stream.events.filter(({ data }) => data.conversationId === other.id)).toEqual([])
})

test('a ticket opens the stream once', async () => {
  const ticket = await newTicket()
  const first = await hear(`?ticket=${ticket}`)
  expect(first.status).toBe(200)
  const second = await hear(`?ticket=${ticket}`)
  expect(second.status).toBe(401)
  expect(second.problem).toMatchObject({ code: 'unauthorized' })
})

test('a ticket is good for one minute', async () => {
  const [early, late] = [await newTicket(), await newTicket()]
  clock.forward(59 / 60)
  expect((await hear(`?ticket=${early}`)).status).toBe(200)
  clock.forward(2 / 60)
  expect((await hear(`?ticket=${late}`)).status).toBe(401)
})

test("another conversation's ticket opens nothing, and is used up", async () => {
  const other = await newOwner(server.url)
  const ticket = await newTicket(other)
  expect((await hear(`?ticket=${ticket}`)).status).toBe(401)
  expect((await listen(`${other.url}/events?ticket=${ticket}`)).status).toBe(401)
})

test.each(['?ticket=', '?ticket=no-such', '?ticket=a&ticket=b', '?ticket[x]=1'])('%s opens nothing', async (query) => {
  expect((await hear(query)).status).toBe(401)
})

test("another's stream is refused", async () => {
  const other = await newOwner(server.url)
  expect((await hear('', bearer(other.token))).status).toBe(404)
  expect((await hear('', bearer('bad'))).status).toBe(401)
})

test('a heartbeat every 15 seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const stream = await hear('', bearer())
  await stream.until(({ comments }) => comments.length === 1)
  vi.advanceTimersByTime(14_999)
  vi.advanceTimersByTime(1)
  await stream.until(({ comments }) => comments.length === 2)
  vi.advanceTimersByTime(15_000)
  await stream.until(({ comments }) => comments.length === 3)
  expect(stream.comments.map((comment) => comment.trim())).toEqual(['open', 'still here', 'still here'])
})

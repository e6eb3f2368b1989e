import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { hashToken, newId, newToken, systemClock } from '../../wire/ids.ts'
import { clerkOf } from '../desk/desk.ts'
import { call, newOwner, type Said } from '../http/client.ts'
import { startServer, type TestServer } from '../http/server.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'
import { TestRedis } from '../support/services/redis.ts'
import { openEvents } from './sse.ts'

type Clerk = ReturnType<typeof clerkOf>

const WAIT = { timeout: 10_000, interval: 20 }

/** Two instances of the product on one PostgreSQL and one Redis. */
describe.skipIf(isSkipped('redis') || isSkipped('postgres'))('two instances', () => {
  let postgres: TestPostgres
  let redis: TestRedis
  let one: TestServer
  let other: TestServer
  let record: Store

  beforeAll(async () => {
    ;[postgres, redis] = await Promise.all([TestPostgres.start({ durable: true }), TestRedis.start()])
    const url = await postgres.database()
    const settings = { DATABASE_URL: url, REDIS_URL: redis.url, LIMIT_MESSAGES: '6' }
    one = await startServer({ settings })
    other = await startServer({ settings })
    record = await openStore({ url, clock: systemClock, newId })
  })

  afterAll(async () => {
    await record?.close()
    await Promise.all([one?.stop(), other?.stop()])
    await Promise.all([postgres?.stop(), redis?.stop()])
  })

  const at = (server: TestServer, path: string) => `${server.url}${path}`

  test('the owner writes at one and hears the answer at the other, by a ticket that the first one gave', async () => {
    const owner = await newOwner(one.url)
    const { body } = await call(`${owner.url}/ticket`, { method: 'POST', token: owner.token })
    const path = at(other, `/api/conversations/${owner.id}/events?ticket=${String(body.ticket)}`)
    const events = await openEvents(path)
    await events.until('state')
    await owner.says('物业费怎么交')
    await events.until('message', 2)
    expect(events.seqs).toEqual([1, 2])
    events.close()
    // Good once, wherever it is shown.
    expect((await call(at(one, new URL(path).pathname + new URL(path).search))).status).toBe(401)
  })

  test('a limit holds over both', async () => {
    const owner = await newOwner(one.url)
    const path = new URL(owner.url).pathname
    const says = (server: TestServer, clientMessageId: string) =>
      call(at(server, `${path}/messages`), {
        method: 'POST',
        token: owner.token,
        body: { text: '你好', clientMessageId },
      })
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) statuses.push((await says(n % 2 ? one : other, String(n))).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
  })

  test('sent to both at the same time, messages are answered one after the other, in order, once', async () => {
    const owner = await newOwner(one.url)
    const path = new URL(owner.url).pathname
    const says = (n: number) =>
      call<Said>(at(n % 2 ? one : other, `${path}/messages`), {
        method: 'POST',
        token: owner.token,
        body: { text: '物业费怎么交', clientMessageId: String(n) },
      })
    const said = (await Promise.all([0, 1, 2, 3, 4, 5].map(says))).map(({ body }) => body)
    const answers = said
      .sort((a, b) => a.message.seq - b.message.seq)
      .flatMap(({ replies }) => replies.map(({ seq }) => seq))
    expect(answers).toEqual([...new Set(answers)].sort((a, b) => a - b))
    const messages = await record.conversations.messages(owner.id, 0, 100)
    expect(messages.flatMap(({ from, seq }) => (from === 'bot' ? [seq] : []))).toEqual(answers)
    expect(said.every(({ replies }) => replies.length > 0)).toBe(true)
  })

  test('what an instance accepted before it died is answered by another within seconds', async () => {
    const conversation = await record.conversations.create({
      community: 'demo',
      locale: 'zh',
      channel: 'web',
      tokenHash: hashToken('t'),
    })
    await record.conversations.accept(conversation.id, { clientMessageId: '1', text: '物业费怎么交' })
    const began = performance.now()
    await vi.waitFor(async () => {
      const messages = await record.conversations.messages(conversation.id, 0, 10)
      expect(messages.map(({ from }) => from)).toEqual(['owner', 'bot'])
    }, WAIT)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('the first administrator comes in by one link at either, and once', async () => {
    expect(new URL(one.setupUrl ?? '').search).toBe(new URL(other.setupUrl ?? '').search)
    const token = new URL(one.setupUrl ?? '').searchParams.get('token')
    const body = (name: string) => ({ token, name, password: 'three walls and a gate' })
    const tries = await Promise.all([
      call(at(other, '/api/desk/setup'), { body: body('张经理') }),
      call(at(one, '/api/desk/setup'), { body: body('李经理') }),
    ])
    expect(tries.filter(({ status }) => status < 300)).toHaveLength(1)
    expect((await record.staff.list()).map(({ role }) => role)).toEqual(['admin'])
  })

  test('a clerk who beats at one is seen at the other, and confirms there what the first one held', async () => {
    const member = await record.staff.add({ name: '王芳', role: 'staff', passwordHash: '' })
    const [session, csrf] = [newToken(), newToken()]
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    await record.staff.openSession({ idHash: hashToken(session), staffId: member.id, csrf, expiresAt })
    const [here, there] = [one, other].map(({ url }) => clerkOf(url, member, `qiao=${session}`, csrf)) as [Clerk, Clerk]
    await here.post('/presence')
    const { colleagues } = (await there.get<{ colleagues: { name: string; here: boolean }[] }>('/teams')).body
    expect(colleagues.find(({ name }) => name === '王芳')).toMatchObject({ here: true })
    const owner = await newOwner(one.url)
    await owner.says('转人工')
    const path = `/tickets/${(await record.tickets.openOf(owner.id))?.id}`
    await here.post(`${path}/claim`)
    const text = { clientMessageId: '1', text: '明天上午师傅一定来' }
    const held = await here.post(`${path}/messages`, text)
    expect(held).toMatchObject({ status: 409, body: { code: 'promise' } })
    const sent = await there.post(`${path}/messages`, { ...text, confirm: held.body.confirmToken })
    expect(sent.status).toBe(200)
  })

  test('Redis gone: ready but degraded, the stream goes on from the record, and all is well when it is back', async () => {
    const owner = await newOwner(one.url)
    const path = new URL(owner.url).pathname
    const events = await openEvents(at(other, `${path}/events`), owner.token)
    await events.until('state')
    await redis.kill()
    const ready = async (server: TestServer) => (await call(at(server, '/readyz'))).body
    await vi.waitFor(async () => {
      expect([await ready(one), await ready(other)]).toEqual(Array(2).fill({ status: 'ready', degraded: 'away' }))
    }, WAIT)
    const metrics = await (await fetch(at(one, '/metrics'))).text()
    expect(metrics).toContain('qiao_live_degraded{why="away"} 1')
    expect((await owner.says('物业费怎么交')).status).toBe(200)
    await events.until('message', 2)
    await redis.up()
    await vi.waitFor(async () => {
      expect([await ready(one), await ready(other)]).toEqual(Array(2).fill({ status: 'ready' }))
    }, WAIT)
    expect((await owner.says('你好')).status).toBe(200)
    await events.until('message', 4)
    expect(events.seqs).toEqual([1, 2, 3, 4])
    events.close()
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { newId } from '../../wire/ids.ts'
import { WECHAT_SETTINGS } from '../channels/wechatOwner.ts'
import { WechatPlatform } from '../channels/wechatPlatform.ts'
import { signedIn, type TestClerk } from '../desk/desk.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { newDataDir } from '../http/server.ts'
import { newOrder } from '../store/orders.ts'
import { testClock } from '../support/clock.ts'

/* The main story in a process that logs all it can, with everything failing that may: of what was said, nothing. */

const SAID = '蓝花楹下的旧自行车'
const WORD = 'jacaranda'
const PHONE = '13955501234'
const HOME = '8栋4单元1907'
const NAME = '欧阳修文'
const OPENID = 'oMarked_1-AbCdEfGhIjKlMnOpQr'
const SECRET = 'a-secret-of-sixteen-letters'
const SPOKEN = `${SAID} ${WORD}，我是${NAME}，住${HOME}，电话${PHONE}`
const MARKS = [SAID, WORD, PHONE, HOME, '8-4-1907', '1907', NAME, OPENID, SECRET]

let dataDir: string
let child: ChildProcess
let url: string
let log = ''
let platform: Server
let store: Store
let owner: TestOwner
let clerk: TestClerk
/** Paths on which something outside was called. */
const called: string[] = []
const clock = testClock(new Date().toISOString())

/** A platform and a company's system whose answers nobody can read, and which cite what they were sent. */
async function unreadable(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const sent = await readAll(request)
    const path = request.url ?? ''
    called.push(path)
    if (/token/.test(path)) response.end(JSON.stringify({ access_token: SECRET, expires_in: 7200 }))
    else response.writeHead(path.startsWith('/orders') ? 500 : 200).end(`${SPOKEN} is no answer to ${sent}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

beforeAll(async () => {
  dataDir = await newDataDir()
  platform = await unreadable()
  const there = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`
  const settings = { ...WECHAT_SETTINGS, WECHAT_API_BASE: there, WORK_ORDER_WEBHOOK: `${there}/orders` }
  const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'trace', WORK_ORDER_WEBHOOK_SECRET: SECRET, ...settings }
  const program = fileURLToPath(new URL('./stopServer.ts', import.meta.url))
  child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const out of [child.stdout, child.stderr])
    out?.on('data', (bytes: Buffer) => {
      log += bytes.toString('utf8')
    })
  await vi.waitFor(() => expect(log).toMatch(/^ready \S+$/m), { timeout: 60_000 })
  url = /^ready (\S+)$/m.exec(log)?.[1] ?? ''
  store = await openStore({ file: join(dataDir, 'qiao.db'), clock, newId, shared: true, pushesWorkOrders: true })
  owner = await newOwner(url)
  clerk = await signedIn(url, store, clock, { name: '王芳', role: 'admin', communities: [] })
})

afterAll(() => {
  child.kill('SIGKILL')
  platform.close()
  rmSync(dataDir, { recursive: true })
})

/** From the first word until the owner has rated, with the clerk's part in between. */
async function mainStory(): Promise<void> {
  expect((await owner.says(`${SPOKEN}，燃气哪天能通`)).status).toBe(200)
  expect((await owner.says(`转人工，${SPOKEN}`)).status).toBe(200)
  const ticket = (await store.tickets.openOf(owner.id))?.id ?? ''
  for (const [path, body] of [
    ['claim', {}],
    ['messages', { clientMessageId: 's1', text: `${SPOKEN}，收到` }],
    ['notes', { text: SPOKEN }],
    ['resolve', {}],
  ] as const)
    expect((await clerk.post(`/tickets/${ticket}/${path}`, body)).status, path).toBeLessThan(300)
  expect((await clerk.get(`/tickets?q=${encodeURIComponent(SAID)}`)).status).toBe(200)
  await newOrder(store, owner.id, { intent: 'repair.drain', slots: { what: SPOKEN, contact: PHONE } })
}

/** Bodies that are refused, each with the words in another place. */
async function refusedBodies(): Promise<void> {
  const messages = `${owner.url}/messages`
  const raw = (body: string, to = messages) => call(to, { token: owner.token, raw: body, headers: JSON_TYPE })
  const statuses = [
    await raw(`{"text":"${SPOKEN}`),
    await raw(`{"clientMessageId":"1","text":"${SPOKEN}","${WORD}":"${SAID}"}`),
    await raw(JSON.stringify({ clientMessageId: SPOKEN.repeat(20), text: [SPOKEN] })),
    await raw(JSON.stringify({ clientMessageId: '2', text: SPOKEN.repeat(3000) })),
    await raw(`${SPOKEN}`, `${url}/api/conversations`),
    await call(`${url}/api/${encodeURIComponent(SAID)}/${WORD}?q=${encodeURIComponent(SPOKEN)}`),
    await call(`${owner.url}/messages`, { token: SECRET }),
    await clerk.post(`/tickets/${WORD}/notes`, { text: [SPOKEN], [SAID]: PHONE }),
    await clerk.post('/hotline', { community: SPOKEN, number: PHONE, wanted: SPOKEN }),
    await call(`${url}/api/desk/login`, { body: { name: NAME, password: SECRET } }),
    await call(`${url}/channels/wechat?openid=${OPENID}`, { raw: `<xml><Content>${SPOKEN}</Content></xml>` }),
    await call(`${owner.url}/files`, { token: owner.token, raw: FORM, headers: FORM_TYPE }),
  ].map(({ status }) => status)
  for (const status of statuses) expect(status).toBeGreaterThanOrEqual(400)
}

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'multipart/form-data; boundary=b' }
const FORM = `--b\r\nContent-Disposition: form-data; name="file"; filename="${SAID}.exe"\r\n\r\n${SPOKEN}\r\n--b--\r\n`

/** An owner on the platform, which takes none of our answers. */
async function failingChannel(): Promise<void> {
  const account = new WechatPlatform(clock)
  const { query, body } = account.call(account.message(OPENID, { MsgType: 'text', Content: `${SPOKEN}，燃气哪天能通` }))
  expect((await call(`${url}/channels/wechat?${query}`, { raw: body })).status).toBe(200)
  const outside = { timeout: 20_000 }
  await vi.waitFor(() => expect(called.some((path) => path.startsWith('/cgi-bin/message/'))).toBe(true), outside)
  await vi.waitFor(() => expect(called.some((path) => path.startsWith('/orders'))).toBe(true), outside)
}

/** A table is gone: calls fail in the middle of a write. */
async function failingRecord(): Promise<void> {
  await store.close()
  const db = new Database(join(dataDir, 'qiao.db'))
  db.pragma('busy_timeout = 5000')
  db.exec('alter table ratings rename to elsewhere; alter table classifications rename to elsewhere_too')
  db.close()
  const rated = await call(`${owner.url}/rating`, { token: owner.token, body: { score: 2, comment: SPOKEN } })
  expect(rated.status).toBeGreaterThanOrEqual(500)
  await owner.says(`${SPOKEN}，物业费怎么交`)
}

test('nothing of what was said, of whom, or of what opens anything is in the log, whatever failed', async () => {
  await mainStory()
  await refusedBodies()
  await failingChannel()
  await failingRecord()
  child.kill('SIGTERM')
  await once(child, 'close')
  expect(MARKS.filter((mark) => log.includes(mark))).toEqual([])
  for (const secret of [owner.token, clerk.csrf, clerk.cookie.split('=')[1] ?? '?']) expect(log).not.toContain(secret)
  expect(log).not.toMatch(/\\u84dd|%E8%93%9D/i)
})

test('and yet it tells of each call and of what failed', () => {
  const lines = log.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
  const routes = lines.flatMap(({ msg, route }) => (msg === 'call' && route ? [route] : []))
  expect(routes).toEqual(expect.arrayContaining(['/api/conversations/:id/messages', '/api/desk/tickets/:id/claim']))
  expect(lines.filter(({ err }) => err).length).toBeGreaterThan(1)
})

interface Line {
  msg: string
  route?: string
  err?: object
}

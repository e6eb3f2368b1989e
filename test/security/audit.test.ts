import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Libsql from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEntry } from '../../bot/types.ts'
import { hashPassword } from '../../desk/passwords.ts'
import type { TestClerk } from '../desk/desk.ts'
import { call, newOwner } from '../http/client.ts'
import { type TwoCompounds, twoCompounds } from './twoCompounds.ts'

const PASSWORD = 'correct horse battery'

let two: TwoCompounds
let admin: TestClerk
let clerk: TestClerk

beforeAll(async () => {
  two = await twoCompounds()
  admin = await two.desk.clerk('管理员', 'admin')
  clerk = await two.desk.clerk('王芳', 'manager')
})

afterAll(() => two.stop())

/** The newest entry. */
const last = async (): Promise<AuditEntry | undefined> => (await two.desk.store.audit.list({})).entries[0]
const count = async (): Promise<number> => (await two.desk.store.audit.list({})).total

test('a claim, an answer and a resolve: who, what, when, from where, before and after', async () => {
  const { ticket } = two.demo
  await clerk.post(`/tickets/${ticket}/claim`)
  expect(await last()).toMatchObject({
    who: { id: clerk.member.id, name: '王芳' },
    from: expect.stringMatching(/127\.0\.0\.1|::1/),
    at: two.desk.clock.now().toISOString(),
    action: 'POST /tickets/:id/claim',
    subject: ticket,
    community: 'demo',
    before: { stage: 'waiting', assignee: null },
    after: { stage: 'staff', assignee: '王芳' },
  })
  await clerk.post(`/tickets/${ticket}/messages`, { clientMessageId: '1', text: '您好，正在看。' })
  expect(await last()).toMatchObject({ action: 'POST /tickets/:id/messages', subject: ticket })
  await clerk.post(`/tickets/${ticket}/resolve`)
  expect(await last()).toMatchObject({ before: { stage: 'staff' }, after: { stage: 'resolved' } })
})

test('a lost claim is noted as lost', async () => {
  const { ticket } = two.other
  await clerk.post(`/tickets/${ticket}/claim`)
  expect((await admin.post(`/tickets/${ticket}/claim`)).status).toBe(409)
  expect(await last()).toMatchObject({ who: { name: '管理员' }, after: { outcome: 'lost' } })
})

test('a promise that somebody vouched for', async () => {
  const { ticket } = two.other
  const words = { clientMessageId: 'p', text: '明天一定修好。' }
  const held = await clerk.post<{ confirmToken: string }>(`/tickets/${ticket}/messages`, words)
  expect(held.status).toBe(409)
  await clerk.post(`/tickets/${ticket}/messages`, { ...words, confirm: held.body.confirmToken })
  expect(await last()).toMatchObject({ action: 'POST /tickets/:id/messages', after: { promiseConfirmed: true } })
})

test('the status board, work orders, incidents', async () => {
  const patched = await call(`${two.desk.url}/api/desk/status-board/${two.demo.entry}`, {
    method: 'PATCH',
    body: { revision: 1, state: '在修' },
    headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf },
  })
  expect(patched.status).toBe(200)
  expect(await last()).toMatchObject({
    action: 'PATCH /status-board/:id',
    subject: two.demo.entry,
    before: { revision: 1, state: '停用' },
    after: { revision: 2, state: '在修' },
  })
  await clerk.post(`/work-orders/${two.demo.order}/move`, { state: 'accepted' })
  expect(await last()).toMatchObject({ before: { state: 'filed' }, after: { state: 'accepted' } })
  await clerk.post(`/incidents/${two.incident}/close`)
  expect(await last()).toMatchObject({ action: 'POST /incidents/:id/close', before: { state: 'open' } })
})

test('a look behind a mask, before it is given', async () => {
  await clerk.post(`/tickets/${two.demo.ticket}/reveal`, { field: 'message', seq: 1 })
  expect(await last()).toMatchObject({
    action: 'reveal',
    subject: two.demo.ticket,
    after: { field: 'message', seq: 1 },
  })
})

test('a file that leaves, an import, a code', async () => {
  await clerk.get('/work-orders/export.csv')
  expect(await last()).toMatchObject({ action: 'GET /work-orders/export.csv', after: { rows: 4 } })
  const form = new FormData()
  form.set('file', new Blob(['楼栋,房号\n1,101\n']), '住户.csv')
  form.set('community', 'demo')
  const headers = { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf }
  await fetch(`${two.desk.url}/api/desk/imports?dryRun=1`, { method: 'POST', body: form, headers })
  expect(await last()).not.toMatchObject({ action: 'POST /imports' })
  await fetch(`${two.desk.url}/api/desk/imports`, { method: 'POST', body: form, headers })
  expect(await last()).toMatchObject({
    action: 'POST /imports',
    community: 'demo',
    after: { file: '住户.csv', rows: 1 },
  })
  await clerk.post(`/homes/${two.demo.home}/code`)
  expect(await last()).toMatchObject({ action: 'POST /homes/:id/code', subject: two.demo.home })
  expect(JSON.stringify((await two.desk.store.audit.list({})).entries)).not.toMatch(/[34679ACDEFGHJKMNPQRTWXY]{8}"/)
})

test('an owner who links a home: the place is kept under a key of their own', async () => {
  const { body } = await clerk.post<{ code: string }>(`/homes/${two.demo.home}/code`)
  const { owner } = two.demo
  await call(`${owner.url}/verify`, { token: owner.token, body: { code: body.code } })
  expect(await last()).toMatchObject({
    who: { name: 'owner' },
    action: 'home_bound',
    subject: owner.id,
    owner: `conversation:${owner.id}`,
    after: { home: '3-2-501' },
  })
})

test('login, failed login and logout; a name that nobody has is not kept', async () => {
  const passwordHash = await hashPassword(PASSWORD)
  const { id } = await two.desk.store.staff.add({ name: '李娜', role: 'staff', passwordHash })
  const login = (name: string, password: string) =>
    call<{ csrfToken: string }>(`${two.desk.url}/api/desk/login`, { body: { name, password } })
  await login('my password, in the wrong field', 'x')
  expect(await last()).toMatchObject({ who: { name: '?' }, action: 'login_failed' })
  await login('李娜', 'wrong horse battery')
  expect(await last()).toMatchObject({ who: { id, name: '李娜' }, action: 'login_failed' })
  const { body, headers } = await login('李娜', PASSWORD)
  expect(await last()).toMatchObject({ who: { id }, action: 'login' })
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  await call(`${two.desk.url}/api/desk/logout`, { method: 'POST', headers: { cookie, 'x-csrf-token': body.csrfToken } })
  expect(await last()).toMatchObject({ who: { id }, action: 'logout' })
})

test('a call that is refused or only reads leaves no entry', async () => {
  const before = await count()
  await clerk.get('/tickets')
  await clerk.get(`/tickets/${two.demo.ticket}`)
  await clerk.post(`/tickets/${two.demo.ticket}/typing`)
  await clerk.post('/status-board', { topic: 'no such topic', state: 'x', scope: {} })
  await clerk.post('/users', { name: '坏人', password: 'a kettle, two violins', role: 'admin' })
  expect(await count()).toBe(before)
})

test('administrators read it, nobody else', async () => {
  expect((await clerk.get('/audit')).status).toBe(403)
  const { body } = await admin.get<{ entries: AuditEntry[] }>(`/audit?subject=${two.demo.ticket}&who=王芳`)
  expect(body.entries.length).toBeGreaterThan(2)
  for (const { subject, who } of body.entries) expect([subject, who.name]).toEqual([two.demo.ticket, '王芳'])
})

test('phones, identity and plate numbers are masked at the desk until somebody looks, and who looked is kept', async () => {
  const owner = await newOwner(two.desk.url)
  await owner.says('转人工')
  await owner.says('我的电话是13800138000，车牌粤B12345，身份证110101199003070011')
  const ticket = (await two.desk.store.tickets.openOf(owner.id))?.id ?? ''
  const { body, text } = await clerk.get<{
    context: { transcript: { seq: number; text: string; masked?: boolean }[] }
  }>(`/tickets/${ticket}`)
  expect(text).not.toMatch(/13800138000|粤B12345|110101199003070011/)
  const masked = body.context.transcript.find((message) => message.masked)
  expect(masked?.text).toMatch(/138\*+8000.*粤B\*+45.*110\*+0011/)
  expect((await clerk.get('/tickets')).text).not.toContain('13800138000')
  const seq = masked?.seq ?? 0
  expect((await clerk.post(`/tickets/${ticket}/reveal`, { field: 'message', seq })).text).toContain('13800138000')
  const { entries } = await two.desk.store.audit.list({ action: 'reveal', subject: ticket })
  expect(entries).toMatchObject([{ who: { name: '王芳' }, after: { seq } }])
})

const run = promisify(execFile)
const audit = (...words: string[]) =>
  run('npx', ['tsx', 'scripts/audit.ts', ...words], { env: { ...process.env, DATA_DIR: two.desk.dataDir } })

test('the command verifies the chain of the running server, and finds what somebody changed in the file', async () => {
  const { stdout } = await audit('verify')
  const [, known = ''] = /^whole: \d+ entries; .*: (\d+:[\w-]+)$/m.exec(stdout) ?? []
  expect(known).not.toBe('')
  expect((await audit('list', '--action', 'reveal')).stdout).toMatch(/王芳\t.*\treveal\t/)
  const database = new Libsql(join(two.desk.dataDir, 'qiao.db'))
  database.exec("update audit_entries set who = '别人' where position = 2")
  await expect(audit('verify', '--known', known)).rejects.toMatchObject({
    code: 1,
    stdout: 'broken at entry 2: it was changed\n',
  })
  database.exec('delete from audit_entries where position = 2')
  database.close()
  await expect(audit('verify')).rejects.toMatchObject({ code: 1, stdout: 'broken at entry 2: it is missing\n' })
})

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClerk } from '../desk/desk.ts'
import { call, nextMessageId, type TestOwner } from '../http/client.ts'
import { newOrder, turnWith } from '../store/orders.ts'
import { type TwoCompounds, twoCompounds } from './twoCompounds.ts'

/** Words and numbers that stand nowhere else, each given in another way. */
const SAID = '蓝花楹下的旧自行车'
const NAMED = '欧阳修文'
const PHONE = '13955501234'
const NOTED = '此人养着一只鹦鹉'
const REPORTED = '阳台铸铁地漏返味'
const FILE = '客厅全景照'
const BYTES = 'a photo of the living room, as bytes'
/** As the index of words has it. */
const WORD = 'jacaranda'
const ALL = [SAID, WORD, NAMED, PHONE, NOTED, REPORTED, FILE, BYTES, '8-4-1907']

let two: TwoCompounds
let owner: TestOwner
let clerk: TestClerk
let orderNumber: string

const run = promisify(execFile)
const privacy = (...words: string[]) =>
  run('npx', ['tsx', 'scripts/privacy.ts', ...words], { env: { ...process.env, DATA_DIR: two.desk.dataDir } })

/**
 * Files of the data folder in which one of the words stands. Another process looks: this one holds the database open,
 * and a file that it opened and closed beside that would take the database's locks away.
 */
async function found(words: readonly string[]): Promise<string> {
  const patterns = words.flatMap((word) => ['-e', word])
  const looked = await run('grep', ['-rlaF', ...patterns, two.desk.dataDir]).catch((error: { code: number }) => error)
  if ('code' in looked && looked.code !== 1) throw looked
  return 'code' in looked ? '' : looked.stdout
}

beforeAll(async () => {
  two = await twoCompounds()
  const { store } = two.desk
  owner = two.demo.owner
  clerk = await two.desk.clerk('王芳', 'admin')
  const file = { name: 'h.csv', hash: 'h', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  const home = { building: '8', unit: '4', room: '1907', owner: NAMED, phones: [PHONE], bills: [] }
  await store.homes.import('demo', [home], file)
  const homeId = (await store.homes.list({ q: '8-4-1907' })).homes[0]?.id ?? ''
  const { code } = (await clerk.post<{ code: string }>(`/homes/${homeId}/code`)).body
  await call(`${owner.url}/verify`, { token: owner.token, body: { code } })
  await owner.says(`${SAID} ${WORD}，我的电话是${PHONE}`)
  orderNumber = await newOrder(store, owner.id, { intent: 'repair.drain', slots: { what: REPORTED, contact: PHONE } })
  await turnWith(store, owner.id, { subscribe: { topic: 'gas', home: { building: '8', unit: '4', room: '1907' } } })
  const added = await store.attachments.add(owner.id, {
    name: `${FILE}.png`,
    type: 'image/png',
    content: Buffer.from(BYTES),
  })
  const attachments = added.kind === 'stored' ? [added.id] : []
  await store.conversations.accept(owner.id, { clientMessageId: nextMessageId(), text: '看照片', attachments })
  await clerk.post(`/tickets/${two.demo.ticket}/notes`, { text: NOTED })
  await call(`${owner.url}/rating`, { token: owner.token, body: { score: 2, comment: SAID } })
})

afterAll(() => two.stop())

test('what is to be erased is there, in every way in which it was given', async () => {
  for (const word of ALL.slice(0, -1)) expect(await found([word])).toMatch(/qiao\.db/)
})

test('an owner may have a copy of all that is kept', async () => {
  const { stdout } = await privacy('export', '--owner', owner.id)
  const data = JSON.parse(stdout) as Record<string, object[]>
  expect(Object.keys(data)).toEqual(
    expect.arrayContaining(['conversations', 'messages', 'attachments', 'tickets', 'ticket_notes', 'subscriptions']),
  )
  for (const word of [SAID, PHONE, NOTED, FILE, Buffer.from(BYTES).toString('base64')]) expect(stdout).toContain(word)
  expect(stdout).not.toMatch(/token_hash|other的/)
  const { entries } = await two.desk.store.audit.list({ action: 'export' })
  expect(entries).toMatchObject([{ from: 'command line', subject: owner.id }])
})

test('a phone or a home finds the owner too; who is not there is told', async () => {
  const { store } = two.desk
  expect((await store.privacy.find(PHONE)).conversations).toEqual([owner.id])
  expect(await store.privacy.find('demo/8-4-1907')).toMatchObject({
    conversations: [owner.id],
    homes: [expect.any(String)],
  })
  await expect(privacy('export', '--owner', '13900000000')).rejects.toMatchObject({ code: 2 })
})

test('erasing leaves no byte of it in the data folder, and the audit still verifies', async () => {
  const stream = await fetch(`${owner.url}/events`, { headers: { authorization: `Bearer ${owner.token}` } })
  await stream.body?.cancel()
  expect((await privacy('erase', '--owner', 'demo/8-4-1907', '--dry-run')).stdout).toMatch(/would erase 1 conv/)
  const { stdout } = await privacy('erase', '--owner', 'demo/8-4-1907')
  expect(stdout).toMatch(/^erased 1 conversations, 1 homes/)
  expect(await found(ALL)).toBe('')
  expect(await two.desk.store.audit.verify()).toMatchObject({ kind: 'whole' })
  const { entries } = await two.desk.store.audit.list({ action: 'home_bound' })
  expect(entries).toMatchObject([{ subject: owner.id, erased: true }])
  expect(entries[0]).not.toHaveProperty('after')
})

test('the token opens nothing any more, on any call', async () => {
  for (const path of ['', '/messages', '/events', '/work-orders', '/subscriptions'])
    expect((await call(owner.url + path, { token: owner.token })).status).toBeGreaterThanOrEqual(401)
  expect((await owner.says('还在吗')).status).toBeGreaterThanOrEqual(401)
  expect((await clerk.get(`/tickets/${two.demo.ticket}`)).status).toBe(404)
})

test('the work order stays as what the company did, without the owner in it', async () => {
  const order = await two.desk.store.workOrders.byNumber(orderNumber)
  expect(order).toMatchObject({ number: orderNumber, intent: 'repair.drain', slots: {}, followers: 0 })
  expect((await clerk.get(`/work-orders/${orderNumber}`)).status).toBe(200)
})

test('nothing of others is touched, and the product works on', async () => {
  const other = await two.other.owner.sees()
  expect(other.some(({ text }) => text === '转人工')).toBe(true)
  expect((await two.other.owner.says('物业费怎么交')).status).toBe(200)
})

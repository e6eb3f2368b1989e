import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClerk } from '../desk/desk.ts'
import { call, type TestOwner } from '../http/client.ts'
import { MARKS, markedOwner } from './markedOwner.ts'
import { type TwoCompounds, twoCompounds } from './twoCompounds.ts'

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
  const made = await markedOwner(two)
  owner = made.owner
  clerk = made.clerk
  orderNumber = made.orderNumber
})

afterAll(() => two.stop())

test('what is to be erased is there, in every way in which it was given', async () => {
  for (const word of Object.values(MARKS)) expect(await found([word])).toMatch(/qiao\.db/)
})

test('an owner may have a copy of all that is kept', async () => {
  const { stdout } = await privacy('export', '--owner', 'demo/8-4-1907')
  const data = JSON.parse(stdout) as Record<string, object[]>
  expect(Object.keys(data)).toEqual(
    expect.arrayContaining(['conversations', 'messages', 'attachments', 'tickets', 'ticket_notes', 'subscriptions']),
  )
  const { bytes, shift, ...words } = MARKS
  // A shift's note may speak of several owners.
  expect(stdout).not.toContain(shift)
  for (const word of [...Object.values(words), Buffer.from(bytes).toString('base64')]) expect(stdout).toContain(word)
  expect(stdout).not.toMatch(/token_hash|other的/)
  const { entries } = await two.desk.store.audit.list({ action: 'export' })
  expect(entries).toMatchObject([{ from: 'command line', subject: owner.id }])
})

test('a phone or a home finds the owner too; who is not there is told', async () => {
  const { store } = two.desk
  expect((await store.privacy.find(MARKS.phone)).conversations).toEqual([owner.id])
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
  expect(await found(Object.values(MARKS))).toBe('')
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

import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, newOwner } from './client.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ settings: { LIMIT_CONVERSATIONS: '4', LIMIT_MESSAGES: '3' } })
})

afterAll(() => server.stop())

test('too many messages in one conversation: 429 with Retry-After; others are not held up', async () => {
  const [owner, other] = [await newOwner(server.url), await newOwner(server.url)]
  for (const text of ['你好', '在吗', '谢谢']) expect((await owner.says(text)).status).toBe(200)
  const answer = await owner.says('物业费怎么交')
  expect(answer.status).toBe(429)
  expect(answer.body).toMatchObject({ code: 'too_many', status: 429 })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await owner.sees()).some(({ text }) => text === '物业费怎么交')).toBe(false)
  expect((await other.says('你好')).status).toBe(200)
})

test('too many conversations from one address: 429 with Retry-After', async () => {
  const open = () => call(`${server.url}/api/conversations`, { body: {} })
  expect([(await open()).status, (await open()).status]).toEqual([201, 201])
  const answer = await open()
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 429, code: 'too_many' })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { call, newOwner, type TestOwner } from './client.ts'

let app: TestApp
let owner: TestOwner

beforeAll(async () => {
  app = await startApp()
  owner = await newOwner(app.url)
})

beforeEach(() => app.away(true))

afterAll(() => app.stop())

test.each([
  ['家里一股煤气味，怎么办', /阀|窗|开关|楼外|户外|室外|明火/],
  ['电梯困人了，快来人', /电梯|警铃|119/],
  ['着火了！！', /119/],
  ['我不想活了', /12356|110|120/],
])('with the record away, the answer to “%s” still says what to do at once', async (text, says) => {
  const answer = await owner.says(text)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toMatch('application/problem+json')
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(answer.body).toMatchObject({ code: 'unavailable', emergency: { text: expect.stringMatching(says) } })
})

test.each(['物业费怎么交', '你好', '燃气什么时候通'])('“%s” is no emergency: 503 without one', async (text) => {
  const answer = await owner.says(text)
  expect(answer.status).toBe(503)
  expect(answer.body).toMatchObject({ code: 'unavailable', status: 503 })
  expect(answer.body).not.toHaveProperty('emergency')
})

test('nothing of the failure itself is told', async () => {
  const { text } = await owner.says('家里一股煤气味')
  expect(text).not.toMatch(/disk|store|Error|\.ts/)
  expect(app.errors.length).toBeGreaterThan(0)
})

test.each(['', '/messages', '/events'])('reading %s fails with 503, too', async (path) => {
  const answer = await call(owner.url + path, { token: owner.token })
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 503, code: 'unavailable' })
})

test('alive, but not ready', async () => {
  expect((await call(`${app.url}/healthz`)).status).toBe(200)
  expect(await call(`${app.url}/readyz`)).toMatchObject({
    status: 503,
    body: { status: 'not ready', missing: 'the record' },
  })
  app.away(false)
  expect(await call(`${app.url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('once the record is back, the same message goes through', async () => {
  expect((await owner.says('物业费怎么交', { clientMessageId: 'back' })).status).toBe(503)
  app.away(false)
  const { status, body } = await owner.says('物业费怎么交', { clientMessageId: 'back' })
  expect(status).toBe(200)
  expect(body.replies.length).toBeGreaterThan(0)
  expect((await owner.sees()).filter(({ text }) => text === '物业费怎么交')).toHaveLength(1)
})

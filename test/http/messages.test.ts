import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, newOwner, nextMessageId, type TestOwner } from './client.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
let owner: TestOwner

beforeAll(async () => {
  server = await startServer()
  owner = await newOwner(server.url)
})

afterAll(() => server.stop())

const post = (options: Parameters<typeof call>[1]) => call(`${owner.url}/messages`, { token: owner.token, ...options })

test('a message is stored and answered in one call', async () => {
  const { status, body } = await owner.says('物业费怎么交')
  expect(status).toBe(200)
  expect(body.message).toMatchObject({ seq: 1, from: 'owner', text: '物业费怎么交', conversationId: owner.id })
  expect(body.replies.length).toBeGreaterThan(0)
  expect(body.replies[0]).toMatchObject({ seq: 2, from: 'bot' })
  expect(body.state).toMatchObject({ stage: 'bot', open: expect.any(Boolean) })
  expect(await owner.sees()).toEqual([body.message, ...body.replies])
})

test.each([
  ['an empty text', { text: '' }, 422, 'empty_text'],
  ['a text of blanks', { text: ' \n\t　' }, 422, 'empty_text'],
  ['a text of control characters', { text: '\u0000\u0007\u009f' }, 422, 'empty_text'],
  ['4,001 characters', { text: '水'.repeat(4001) }, 422, 'text_too_long'],
  ['no text', {}, 422, 'bad_request'],
  ['a text that is no string', { text: 7 }, 422, 'bad_request'],
  ['a field that nobody knows', { text: '在吗', from: 'staff' }, 422, 'bad_request'],
  ['a choice that is no string', { text: '在吗', choice: { value: 'x' } }, 422, 'bad_request'],
  ['an endless choice', { text: '在吗', choice: 'x'.repeat(201) }, 422, 'bad_request'],
  ['an empty clientMessageId', { text: '在吗', clientMessageId: '' }, 422, 'bad_request'],
])('%s is refused with a code and stores nothing', async (_what, fields, status, code) => {
  const before = await owner.sees()
  const answer = await post({ body: { clientMessageId: nextMessageId(), ...fields } })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toMatch('application/problem+json')
  expect(answer.body).toMatchObject({ type: 'about:blank', status, code, title: expect.any(String) })
  expect(await owner.sees()).toEqual(before)
})

test('a wrong field is named', async () => {
  const answer = await post({ body: { clientMessageId: nextMessageId(), text: 7 } })
  expect(answer.body.field).toBe('text')
})

test.each([
  ['broken JSON', { raw: '{"text":' }, 400, 'bad_json'],
  ['a body that is no object', { raw: '"燃气"' }, 400, 'bad_json'],
  ['an array', { raw: '[]' }, 422, 'bad_request'],
  ['a body that claims to be gzip', { raw: 'not gzip', headers: { 'content-encoding': 'gzip' } }, 400, 'bad_json'],
  ['an encoding that nobody knows', { raw: '{}', headers: { 'content-encoding': 'x-zip' } }, 400, 'bad_json'],
  [
    'a character set that nobody knows',
    { raw: '{}', headers: { 'content-type': 'application/json; charset=x' } },
    400,
    'bad_json',
  ],
  ['65 kB', { body: { text: 'a'.repeat(65 * 1024) } }, 413, 'too_large'],
  ['100 kB', { raw: ' '.repeat(100_000) }, 413, 'too_large'],
  [
    'a small body that unpacks to 10 MB',
    { raw: gzipSync('a'.repeat(1e7)), headers: { 'content-encoding': 'gzip' } },
    413,
    'too_large',
  ],
])('%s is refused before anything reads it', async (_what, options, status, code) => {
  const answer = await post(options)
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
})

test('exactly 4,000 characters are taken, whatever they weigh', async () => {
  const { status, body } = await owner.says('😀'.repeat(4000))
  expect(status).toBe(200)
  expect([...body.message.text]).toHaveLength(4000)
})

test('the same clientMessageId again is the same result and stored once', async () => {
  const other = await newOwner(server.url)
  const first = await other.says('你好', { clientMessageId: 'again' })
  const second = await other.says('你好', { clientMessageId: 'again' })
  expect(second.status).toBe(200)
  expect(second.body).toEqual(first.body)
  expect(await other.sees()).toEqual([first.body.message, ...first.body.replies])
})

test('ten calls at once with one clientMessageId are one message', async () => {
  const other = await newOwner(server.url)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => other.says('燃气通了吗', { clientMessageId: 'at once' })),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect((await other.sees()).filter(({ from }) => from === 'owner')).toHaveLength(1)
})

test('the same clientMessageId with another text is a conflict', async () => {
  await owner.says('你好', { clientMessageId: 'mine' })
  const answer = await owner.says('再见', { clientMessageId: 'mine' })
  expect(answer.status).toBe(409)
  expect(answer.body).toMatchObject({ code: 'conflict' })
})

test('the same clientMessageId in another conversation is another message', async () => {
  const [one, two] = [await newOwner(server.url), await newOwner(server.url)]
  expect((await one.says('你好', { clientMessageId: '1' })).status).toBe(200)
  expect((await two.says('再见', { clientMessageId: '1' })).status).toBe(200)
})

test.each([
  ['control characters and NUL', 'a\u0000b\u0007c\u001b[31md\u0085', 'abc[31md'],
  ['line breaks and tabs', 'a\nb\tc', 'a\nb\tc'],
  ['lone surrogates', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
  ['letters with combining marks', 'cafe\u0301', 'caf\u00e9'],
])('%s are stored clean, and the same text again is no conflict', async (_what, text, stored) => {
  const clientMessageId = nextMessageId()
  const first = await owner.says(text, { clientMessageId })
  expect(first.body.message.text).toBe(stored)
  const again = await owner.says(text, { clientMessageId })
  expect(again.status).toBe(200)
  expect(again.body.message).toEqual(first.body.message)
  expect((await owner.sees()).find(({ id }) => id === first.body.message.id)?.text).toBe(stored)
})

test.each(['nul\u0000one', 'nul\u0000two', 'lone\ud800', "'; drop table messages; --", '业主·1'])(
  'a clientMessageId is opaque: %j',
  async (clientMessageId) => {
    const first = await owner.says('你好', { clientMessageId })
    expect(first.status).toBe(200)
    const again = await owner.says('你好', { clientMessageId })
    expect(again.body.message).toEqual(first.body.message)
  },
)

test.each([
  '😀'.repeat(1000),
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  '{{constructor.constructor("return process")()}} {number} %s',
  "Robert'); DROP TABLE messages;--",
  '\u202egnirts\u2066',
  '👨‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
  'ﷺ'.repeat(100),
])('a text comes back as it is, as JSON: %j', async (text) => {
  const { status, headers, body } = await owner.says(text)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(body.message.text).toBe(text.normalize('NFC'))
})

test('a choice is taken with its title', async () => {
  const other = await newOwner(server.url)
  const { status, body } = await other.says('物业费标准', { choice: 'intent:fee.standard' })
  expect(status).toBe(200)
  expect(body.replies[0]).toMatchObject({ intent: 'fee.standard' })
})

test('a choice that the bot never offered does no harm', async () => {
  for (const choice of ['intent:no.such', 'x\u0000', '__proto__', 'intent:__proto__', 'form:yes', '']) {
    const { status } = await owner.says('在吗', { choice })
    expect(status).toBe(200)
  }
})

test('messages are paged in order, without gaps', async () => {
  const all = await owner.sees()
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, n) => n + 1))
  const page = await call<{ messages: unknown[] }>(`${owner.url}/messages?after=2&limit=3`, { token: owner.token })
  expect(page.body.messages).toEqual(all.slice(2, 5))
  expect(await owner.sees(all.length)).toEqual([])
})

test.each(['after=-1', 'after=x', 'limit=0', 'limit=501', 'limit=1.5', 'after=9e99', 'after=1&after=2'])(
  'a page of %s is refused',
  async (query) => {
    const answer = await call(`${owner.url}/messages?${query}`, { token: owner.token })
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'bad_request' })
  },
)

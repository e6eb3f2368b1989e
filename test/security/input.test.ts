import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../http/app.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'

let app: TestApp
let owner: TestOwner

/** What a call waits for before it is answered. */
let looking: Promise<void> = Promise.resolve()

beforeAll(async () => {
  const state = async () => {
    await looking
    return { stage: 'bot' as const, open: true }
  }
  app = await startApp({ state }, { bodyMs: 300 })
  owner = await newOwner(app.url)
})
afterAll(() => app.stop())

const send = (raw: string) => call(`${owner.url}/messages`, { token: owner.token, raw })
const nested = (depth: number, open = '[', close = ']') => `{"text":${open.repeat(depth)}1${close.repeat(depth)}}`

test('JSON nested too deep is refused before anything is built of it, whatever it is made of', async () => {
  for (const raw of [nested(32), nested(30_000), nested(8000, '{"a":', '}'), '['.repeat(60_000)]) {
    const { status, body } = await send(raw)
    expect([raw.slice(0, 20), status, body.code]).toEqual([raw.slice(0, 20), 400, 'bad_json'])
  }
  // Not too deep, only wrong.
  expect((await send(nested(20))).status).toBe(422)
})

test('brackets in what an owner writes are words, also behind a quote and a backslash', async () => {
  const text = `${'['.repeat(100)} "\\" ${'{'.repeat(100)}`
  const answer = await owner.says(text)
  expect(answer.status).toBe(200)
  expect((await owner.sees())[0]?.text).toBe(text)
})

/** Says the head of a call and then no more than `part` of its body; gives what came back until the end. */
async function sendsOnly(part: string, path: string, type = 'application/json'): Promise<string> {
  const { hostname, port } = new URL(app.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${owner.token}\r\naccept-language: en\r\ncontent-type: ${type}\r\ncontent-length: 1000\r\n\r\n${part}`,
  )
  let answer = ''
  socket.on('data', (piece) => {
    answer += piece
  })
  await once(socket, 'close')
  return answer
}

test('a body that stops half-way ends its call with 408 and its connection, and is not kept', async () => {
  const before = (await owner.sees()).length
  const path = new URL(`${owner.url}/messages`).pathname
  const answers = await Promise.all(
    ['', '{"text":"燃', '{"clientMessageId":"slow-1",'].map((part) => sendsOnly(part, path)),
  )
  for (const answer of answers) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toMatch(/connection: close/i)
    expect(answer).toMatch(/"code":"too_slow"/)
    expect(answer).toMatch(/too slow/)
  }
  expect(await owner.sees()).toHaveLength(before)
  expect(app.errors).toEqual([])
})

test('slow bodies keep nobody else from being answered', async () => {
  const path = new URL(`${owner.url}/messages`).pathname
  const slow = Promise.all(Array.from({ length: 50 }, () => sendsOnly('{', path)))
  expect((await owner.says('你好')).status).toBe(200)
  for (const answer of await slow) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})

test('a call that arrived whole may take longer to be answered', async () => {
  let end: () => void = () => undefined
  looking = new Promise((done) => {
    end = done
  })
  const look = call(owner.url, { token: owner.token })
  const said = owner.says('你好')
  // Its time began later than theirs, and is over.
  expect(await sendsOnly('{', new URL(`${owner.url}/messages`).pathname)).toMatch(/ 408 /)
  end()
  expect((await look).status).toBe(200)
  expect((await said).status).toBe(200)
})

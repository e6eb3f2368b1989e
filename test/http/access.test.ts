import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, newOwner, type TestOwner } from './client.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
let owner: TestOwner
let other: TestOwner

beforeAll(async () => {
  server = await startServer()
  owner = await newOwner(server.url)
  other = await newOwner(server.url)
})

afterAll(() => server.stop())

const CALLS: [method: string, path: string, body?: unknown][] = [
  ['GET', ''],
  ['GET', '/messages'],
  ['POST', '/messages', { clientMessageId: '1', text: '在吗' }],
  ['GET', '/events'],
  ['POST', '/ticket'],
  ['POST', '/typing'],
  ['POST', '/close'],
  ['POST', '/rating', { score: 5 }],
]

describe.each(CALLS)('%s …%s', (method, path, body) => {
  const as = (url: string, token?: string) =>
    call(url + path, { method, ...(body ? { body } : {}), ...(token ? { token } : {}) })
  const said = async (answer: ReturnType<typeof as>) => {
    const { status, body: problem, headers } = await answer
    expect(headers.get('content-type')).toMatch('application/problem+json')
    return { status, code: problem.code }
  }

  test('without a token: 401', async () => {
    expect(await said(as(owner.url))).toEqual({ status: 401, code: 'unauthorized' })
  })

  test('with a bad token: 401', async () => {
    const bad = [`${owner.token}x`, owner.token.slice(0, -1), `${owner.id}.`, 'bad', `${owner.id}.${'A'.repeat(43)}`]
    for (const token of bad) expect(await said(as(owner.url, token))).toEqual({ status: 401, code: 'unauthorized' })
  })

  test("with another conversation's token: 404", async () => {
    expect(await said(as(owner.url, other.token))).toEqual({ status: 404, code: 'not_found' })
  })

  test('with an unknown id: 404', async () => {
    for (const id of ['no-such', '%00', '..%2f..', 'x'.repeat(2000)])
      expect(await said(as(`${server.url}/api/conversations/${id}`, owner.token))).toEqual({
        status: 404,
        code: 'not_found',
      })
  })
})

test('nothing of that was stored', async () => {
  expect(await owner.sees()).toEqual([])
})

test('a token in another scheme or in the address is no token', async () => {
  const basic = await call(owner.url, { headers: { authorization: `Basic ${owner.token}` } })
  expect(basic.status).toBe(401)
  expect((await call(`${owner.url}?token=${owner.token}`)).status).toBe(401)
})

test('a new conversation: community, locale, not verified', async () => {
  const english = await newOwner(server.url, { community: 'demo', locale: 'en' })
  const { status, body, headers } = await call(english.url, { token: english.token })
  expect(status).toBe(200)
  expect(body).toMatchObject({ community: 'demo', locale: 'en', verified: false, state: { stage: 'bot' } })
  expect(headers.get('cache-control')).toBe('no-store')
})

test.each([
  ['an unknown compound', { community: 'no-such' }, 404, 'not_found'],
  ['a compound of the prototype', { community: '__proto__' }, 404, 'not_found'],
  ['an unknown locale', { locale: 'fr' }, 422, 'bad_request'],
  ['an unknown field', { locale: 'zh', verified: true }, 422, 'bad_request'],
])('a conversation with %s is refused', async (_what, body, status, code) => {
  const answer = await call(`${server.url}/api/conversations`, { body })
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
})

test('a conversation needs no body at all', async () => {
  expect((await call(`${server.url}/api/conversations`, { method: 'POST' })).status).toBe(201)
})

test("the compound's public facts, in each language; 404 for none", async () => {
  const zh = await call(`${server.url}/api/communities/demo/public`)
  expect(zh.body).toMatchObject({
    id: 'demo',
    name: expect.stringMatching(/\p{Script=Han}/u),
    open: expect.any(Boolean),
  })
  const en = await call(`${server.url}/api/communities/demo/public?locale=en`)
  expect(en.body.name).not.toBe(zh.body.name)
  const traditional = await call(`${server.url}/api/communities/demo/public?locale=zh-TW`)
  expect(JSON.stringify(traditional.body.starters)).toMatch(/[氣報電費維]/)
  const none = await call(`${server.url}/api/communities/no-such/public`)
  expect({ status: none.status, code: none.body.code }).toEqual({ status: 404, code: 'not_found' })
})

test('readers of traditional characters get errors and names of topics in them, by what their browser says', async () => {
  const owner = await newOwner(server.url)
  const as = (language: string, path: string) =>
    call<Record<string, never>>(`${owner.url}${path}`, { token: owner.token, headers: { 'accept-language': language } })
  for (const language of ['zh-TW', 'zh-Hant-HK,zh;q=0.9', 'zh-HK'])
    expect((await as(language, '/attachments/none')).body.title).toBe('沒有找到。')
  for (const language of ['zh-CN', 'zh', 'fr'])
    expect((await as(language, '/attachments/none')).body.title).toBe('没有找到。')
  for (const text of ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '随时', '对的']) await owner.says(text)
  const titleIn = async (language: string) =>
    (await as(language, '/work-orders')).body as unknown as { workOrders: { title: { zh: string; en: string } }[] }
  const [simplified] = (await titleIn('zh-CN')).workOrders
  const [traditional] = (await titleIn('zh-TW')).workOrders
  expect(simplified?.title.zh).toMatch(/报修/)
  expect(traditional?.title).toEqual({ zh: simplified?.title.zh.replace('报', '報'), en: simplified?.title.en })
})

test.each([{ score: 0 }, { score: 6 }, { score: 2.5 }, { score: '5' }, {}, { score: 5, comment: 'x'.repeat(1001) }])(
  'a rating of %j is refused',
  async (body) => {
    const answer = await call(`${other.url}/rating`, { token: other.token, body })
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'bad_request' })
  },
)

test('a rating is taken; a closed conversation opens again with the next message', async () => {
  const rated = await call(`${other.url}/rating`, { token: other.token, body: { score: 5, comment: '好\u0000\ud800' } })
  expect(rated.status).toBe(204)
  expect((await call(`${other.url}/close`, { token: other.token, method: 'POST' })).status).toBe(204)
  expect((await call(other.url, { token: other.token })).body).toMatchObject({ state: { stage: 'closed' } })
  const { body } = await other.says('你好')
  expect(body.state.stage).toBe('bot')
})

test.each(['zh', 'en'])('problems are told in the language of the reader: %s', async (language) => {
  const answer = await call(owner.url, { headers: { 'accept-language': language } })
  expect(/\p{Script=Han}/u.test(String(answer.body.title))).toBe(language === 'zh')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskSchemas } from '../../desk/schemas.ts'
import type { DocumentedCall } from '../../http/calls.ts'
import { documentedCalls } from '../../http/openapi.ts'
import { hashToken } from '../../wire/ids.ts'
import type { TestClerk } from '../desk/desk.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { type TwoCompounds, twoCompounds } from './twoCompounds.ts'

/* Every call that is documented, and a test elsewhere sees to it that all are, by whoever has no right to it. */

const CALLS = documentedCalls(deskSchemas)
const nameOf = ({ method, path }: DocumentedCall) => `${method.toUpperCase()} ${path}`
const named = (calls: DocumentedCall[]) => calls.map((one) => [nameOf(one), one] as const)
const OWNERS = CALLS.filter(({ access, path }) => access === 'token' && path.startsWith('/api/conversations/{id}'))
const STAFFS = CALLS.filter(({ access }) => access === 'session')
const WRITES = STAFFS.filter(({ method }) => method !== 'get')

let two: TwoCompounds
let stranger: TestOwner
let clerk: TestClerk

beforeAll(async () => {
  two = await twoCompounds({ LIMIT_MESSAGES: '100000' })
  stranger = await newOwner(two.desk.url)
  clerk = await two.desk.clerk('王芳', 'admin')
})
afterAll(() => two.stop())

/** The call as it is made for what is really there. */
function make({ method, path }: DocumentedCall, headers: Record<string, string>) {
  const { owner, file, ticket, home, order } = two.demo
  const id = path.includes('/conversations/')
    ? owner.id
    : path.includes('/homes/')
      ? home
      : path.includes('/work-orders/')
        ? order
        : ticket
  const filled = path.replace('{aid}', file).replace(/\{\w+\}/g, id)
  return call(`${two.desk.url}${filled}`, {
    method: method.toUpperCase(),
    ...(method !== 'get' && { body: {} }),
    headers,
  })
}

const refusal = async (one: DocumentedCall, headers: Record<string, string>) => {
  const { status, body, text } = await make(one, headers)
  expect(text).not.toMatch(/demo的|转人工/)
  return [status, body?.code]
}

test('there are calls of both kinds, streams and files among them', () => {
  expect(OWNERS.length).toBeGreaterThan(10)
  expect(STAFFS.length).toBeGreaterThan(80)
  const paths = [...OWNERS, ...STAFFS].map(nameOf)
  for (const one of ['events', 'attachments/{aid}', 'messages', 'work-orders'])
    expect(paths).toContain(`GET /api/conversations/{id}/${one}`)
  for (const one of ['events', 'attachments/{id}', 'work-orders/export.csv', 'audit'])
    expect(paths).toContain(`GET /api/desk/${one}`)
})

test('what anybody may call is a short list', () => {
  const open = CALLS.filter(({ access, tag }) => access === 'everybody' && tag !== 'channels')
  expect(open.map(nameOf).sort()).toEqual([
    'GET /api/communities/{id}/public',
    'GET /api/desk/oidc',
    'GET /api/desk/oidc/callback',
    'GET /api/desk/oidc/start',
    'GET /docs',
    'GET /healthz',
    'GET /metrics',
    'GET /openapi.json',
    'GET /readyz',
    'POST /api/conversations',
    'POST /api/desk/login',
    'POST /api/desk/setup',
  ])
})

describe("another's conversation", () => {
  test.each(named(OWNERS))('%s', async (_name, one) => {
    const others = { authorization: `Bearer ${stranger.token}` }
    const cut = { authorization: `Bearer ${two.demo.owner.id}.${stranger.token.split('.')[1]}` }
    expect(await refusal(one, others)).toEqual([404, 'not_found'])
    expect(await refusal(one, cut)).toEqual([401, 'unauthorized'])
    expect(await refusal(one, {})).toEqual([401, 'unauthorized'])
    // Nor is the session of somebody on the staff an owner's token.
    expect(await refusal(one, { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf })).toEqual([401, 'unauthorized'])
  })

  test('a ticket for its stream is good for it alone, and once', async () => {
    const ticket = await call<{ ticket: string }>(`${stranger.url}/ticket`, { token: stranger.token, method: 'POST' })
    const events = `${two.demo.owner.url}/events?ticket=${ticket.body.ticket}`
    expect((await call(events)).status).toBe(401)
  })
})

describe('the desk, without a session that is open', () => {
  const old: Record<string, string>[] = []
  beforeAll(async () => {
    const { store } = two.desk
    const [ended, disabled] = [await two.desk.clerk('走了的', 'admin'), await two.desk.clerk('停用的', 'admin')]
    await store.staff.revoke(hashToken(ended.cookie.replace('qiao=', '')))
    await store.staff.disable('停用的')
    for (const one of [ended, disabled]) old.push({ cookie: one.cookie, 'x-csrf-token': one.csrf })
  })

  test.each(named(STAFFS))('%s', async (_name, one) => {
    const owner = { authorization: `Bearer ${two.demo.owner.token}` }
    for (const headers of [{}, owner, { cookie: 'qiao=' }, { cookie: `qiao=${'A'.repeat(43)}` }, ...old])
      expect(await refusal(one, headers)).toEqual([401, 'unauthorized'])
  })
})

describe('with a cookie that another site’s page sends along', () => {
  test.each(named(STAFFS))('%s', async (_name, one) => {
    const { cookie, csrf } = clerk
    const withToken = { cookie, 'x-csrf-token': csrf }
    expect(await refusal(one, { ...withToken, origin: 'https://elsewhere.example' })).toEqual([403, 'csrf'])
    expect(await refusal(one, { ...withToken, 'sec-fetch-site': 'cross-site' })).toEqual([403, 'csrf'])
  })

  test.each(named(WRITES))('%s without the token that only our page knows', async (_name, one) => {
    for (const token of ['', 'x', `${clerk.csrf}x`])
      expect(await refusal(one, { cookie: clerk.cookie, 'x-csrf-token': token })).toEqual([403, 'csrf'])
  })
})

test('fifty guesses at the code of a home: five are looked at, then the right one is not either, for an hour', async () => {
  const { store, clock, url } = two.desk
  const good = 'ACDEFGHJ'
  const code = { codeHash: hashToken(good), madeBy: '', expiresAt: '2099-01-01T00:00:00.000Z' }
  await store.homes.addCode({ homeId: two.demo.home, ...code })
  const guesser = await newOwner(url)
  const tries = (guess: string) => call(`${guesser.url}/verify`, { token: guesser.token, body: { code: guess } })
  const seen: number[] = []
  for (let guess = 0; guess < 50; guess++) seen.push((await tries(`K${String(3000000 + guess)}`)).status)
  expect(seen).toEqual([422, 422, 422, 422, 422, ...new Array(45).fill(429)])
  expect((await tries(good)).status).toBe(429)
  expect((await call(guesser.url, { token: guesser.token })).body).toMatchObject({ verified: false })
  clock.forward(61)
  expect((await tries(good)).status).toBe(200)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskSchemas } from '../../desk/schemas.ts'
import { documentedCalls } from '../../http/openapi.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { type Listener, listen } from '../http/listener.ts'
import { bindHome } from '../support/homes.ts'

/* Whose it is: every call of an owner with everybody else's key, and streams that were open when that changed. */

const PDF = '%PDF-1.4\n1 0 obj\n'
const SECRET = '楼下有人半夜砸门'

let desk: TestDesk
let manager: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  manager = await desk.clerk('张经理', 'manager')
})
afterAll(() => desk.stop())

async function fileOf(owner: TestOwner): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([PDF]), 'a.pdf')
  const headers = { authorization: `Bearer ${owner.token}` }
  const response = await fetch(`${owner.url}/attachments`, { method: 'POST', headers, body: form })
  return ((await response.json()) as { attachmentId: string }).attachmentId
}

describe('every documented call of an owner', () => {
  const CALLS = documentedCalls(deskSchemas).filter(({ tag, access }) => tag === 'owner' && access === 'token')
  let owner: TestOwner
  let other: TestOwner
  let file: string
  let before: unknown

  /** All that the record has of the conversation. */
  const kept = async () => ({
    conversation: await desk.store.conversations.find(owner.id),
    messages: await desk.store.conversations.messages(owner.id, 0, 500),
    ratings: await desk.store.conversations.ratings(owner.id),
    subscriptions: await desk.store.subscriptions.ofConversation(owner.id),
    orders: await desk.store.workOrders.ofConversation(owner.id),
    home: await desk.store.homes.ofConversation(owner.id),
  })

  beforeAll(async () => {
    owner = await newOwner(desk.url)
    other = await newOwner(desk.url)
    file = await fileOf(owner)
    await owner.says(SECRET, { attachments: [file] })
    await bindHome(desk, owner, ['3', '2', '501'])
    before = await kept()
  })

  test('there are as many as there were when this was written, or more', () => {
    expect(CALLS.length).toBeGreaterThanOrEqual(14)
  })

  const KEYS: [whose: string, key: () => Promise<Record<string, string>> | Record<string, string>, status: number][] = [
    ['nobody', () => ({}), 401],
    ['another owner', () => ({ authorization: `Bearer ${other.token}` }), 404],
    ['another owner who writes this id into their token', () => ({ authorization: `Bearer ${mixed()}` }), 401],
    ['a clerk with a session and no token', () => ({ cookie: manager.cookie, 'x-csrf-token': manager.csrf }), 401],
    ['a token as a cookie', () => ({ cookie: `qiao=${owner.token}` }), 401],
    ["another's one-time ticket for a stream", async () => ({ authorization: `Bearer ${await ticketOf(other)}` }), 401],
  ]
  const mixed = () => `${owner.id}.${other.token.split('.')[1]}`
  const ticketOf = async ({ url, token }: TestOwner) =>
    String((await call(`${url}/ticket`, { method: 'POST', token })).body.ticket)

  describe.each(KEYS)('with the key of %s', (_whose, keyOf, status) => {
    test.each(CALLS.map(({ method, path }) => [`${method.toUpperCase()} ${path}`, method, path] as const))(
      '%s opens nothing',
      async (_name, method, path) => {
        const url = desk.url + path.replace('{id}', owner.id).replace('{aid}', file)
        const body =
          method === 'post' ? { body: { clientMessageId: 'x', text: '我来了', score: 1, code: 'HJKMNPQR' } } : {}
        const answer = await call(url, { method: method.toUpperCase(), headers: await keyOf(), ...body })
        expect(answer.status).toBe(status)
        expect(answer.text).not.toContain(SECRET)
        expect(answer.text).not.toContain('501')
      },
    )
  })

  test("another owner's file is not had by naming it in one's own conversation, nor sent along", async () => {
    expect((await call(`${other.url}/attachments/${file}`, { token: other.token })).status).toBe(404)
    const fresh = await fileOf(owner)
    expect((await other.says('看图', { attachments: [fresh] })).status).toBe(422)
    expect(JSON.stringify(await other.sees())).not.toContain(fresh)
  })

  test('an owner’s token opens nothing at the desk, exports among it', async () => {
    const paths = documentedCalls(deskSchemas).filter(({ access, method }) => access === 'session' && method === 'get')
    for (const { path } of paths) {
      const url = desk.url + path.replace('{id}', owner.id).replace('{aid}', file)
      expect({ path, status: (await call(url, { token: owner.token })).status }).toEqual({ path, status: 401 })
    }
  })

  test('nothing of all that has changed anything', async () => {
    expect(await kept()).toEqual(before)
  })
})

describe('streams that are open', () => {
  const streamOf = (owner: TestOwner): Promise<Listener> =>
    listen(`${owner.url}/events`, { authorization: `Bearer ${owner.token}` })
  const ready = (stream: Listener) => stream.until(({ events }) => events.some(({ event }) => event === 'state'))

  async function importHome(owner: string): Promise<number> {
    const form = new FormData()
    form.set('file', new Blob([`楼栋,单元,房号,业主\n8,1,801,${owner}\n`]), 'homes.csv')
    form.set('community', 'demo')
    const headers = { cookie: manager.cookie, 'x-csrf-token': manager.csrf }
    const response = await fetch(`${desk.url}/api/desk/imports`, { method: 'POST', headers, body: form })
    return response.status
  }

  test('a conversation that claims a home: its streams end, and whoever has the token comes back and misses nothing', async () => {
    const owner = await newOwner(desk.url)
    const stream = await streamOf(owner)
    await ready(stream)
    expect(await importHome('李雷')).toBe(200)
    const [home] = (await desk.store.homes.list({ q: '8-1-801' })).homes
    const made = await manager.post<{ code: string }>(`/homes/${home?.id}/code`)
    const verified = await call(`${owner.url}/verify`, { token: owner.token, body: { code: made.body.code } })
    expect(verified.status).toBe(200)
    await stream.ended
    await owner.says('你好')
    const again = await streamOf(owner)
    await again.until(({ events }) => events.filter(({ event }) => event === 'message').length >= 2)
    again.close()
  })

  test('a home that changes hands: streams of whoever was bound end at once, they are guests again, and others’ go on', async () => {
    const [seller, neighbour] = [await newOwner(desk.url), await newOwner(desk.url)]
    await importHome('李雷')
    const [home] = (await desk.store.homes.list({ q: '8-1-801' })).homes
    const made = await manager.post<{ code: string }>(`/homes/${home?.id}/code`)
    await call(`${seller.url}/verify`, { token: seller.token, body: { code: made.body.code } })
    const [sold, beside] = [await streamOf(seller), await streamOf(neighbour)]
    await ready(sold)
    await ready(beside)
    expect(await importHome('韩梅梅')).toBe(200)
    await sold.ended
    expect((await call(seller.url, { token: seller.token })).body).toMatchObject({ verified: false })
    await neighbour.says('你好')
    await beside.until(({ events }) => events.filter(({ event }) => event === 'message').length >= 2)
    beside.close()
  })

  test('a clerk who is disabled hears nothing any more, and is let in nowhere', async () => {
    const clerk = await desk.clerk('要走的人')
    const stream = await clerk.hears()
    const admin = await desk.clerk('管理员', 'admin')
    const { status } = await admin.post(`/users/${clerk.member.id}`, { disabled: true }, { method: 'PATCH' })
    expect(status).toBe(200)
    await stream.ended
    expect((await clerk.get('/tickets')).status).toBe(401)
  })
})

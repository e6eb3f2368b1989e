import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { dl, SECRET } from './directlineClient.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await openDesk({ DIRECTLINE_SECRET: SECRET, LIMIT_MESSAGES: '2' })
})
afterAll(() => desk.stop())

const opened = async () => (await dl(desk.url, '/conversations', SECRET, { user: { id: 'dl_wang' } })).body
const says = (conversationId: string, token: string, text: string) =>
  dl<{ id?: string; error?: { code: string; message: string } }>(
    desk.url,
    `/conversations/${conversationId}/activities`,
    token,
    { type: 'message', text, from: { id: 'dl_wang' } },
  )

test('over the limit a client is told so as it knows it; an emergency is taken, and the eleventh told what to do', async () => {
  const { conversationId, token } = await opened()
  for (const text of ['你好', '在吗']) expect((await says(conversationId, token, text)).status).toBe(200)
  const refused = await says(conversationId, token, '物业费怎么交')
  expect({ status: refused.status, code: refused.body.error?.code }).toEqual({ status: 429, code: 'TooManyRequests' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  for (let n = 0; n < 10; n += 1) expect((await says(conversationId, token, '家里着火了')).status).toBe(200)
  const eleventh = await says(conversationId, token, '家里着火了')
  expect(eleventh.status).toBe(429)
  expect(eleventh.body.error?.message).toMatch('119')
  const kept = await desk.store.conversations.messages(conversationId, 0, 100)
  expect(kept.filter(({ from }) => from === 'owner')).toHaveLength(12)
})

test('a socket ends when its conversation loses its home, and the client is told to come back', async () => {
  const { conversationId, streamUrl } = await opened()
  const manager = await desk.clerk('张经理', 'manager')
  const homeOf = async (owner: string) => {
    const form = new FormData()
    form.set('file', new Blob([`楼栋,单元,房号,业主\n8,1,801,${owner}\n`]), 'homes.csv')
    form.set('community', 'demo')
    const headers = { cookie: manager.cookie, 'x-csrf-token': manager.csrf }
    const response = await fetch(`${desk.url}/api/desk/imports`, { method: 'POST', headers, body: form })
    expect(response.status).toBe(200)
    return (await desk.store.homes.list({ q: '8-1-801' })).homes[0]?.id ?? ''
  }
  const codeHash = 'of a code from staff'
  const expiresAt = '2099-01-01T00:00:00.000Z'
  await desk.store.homes.addCode({ homeId: await homeOf('李雷'), codeHash, madeBy: '', expiresAt })
  await desk.store.homes.redeem(conversationId, codeHash)
  const socket = new WebSocket(streamUrl ?? '')
  const closed = new Promise<number>((done) => socket.once('close', done))
  await new Promise((done) => socket.once('message', done))
  await homeOf('韩梅梅')
  expect(await closed).toBe(1012)
})

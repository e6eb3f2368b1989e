import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let clerk: TestClerk
let other: TestClerk
let ticketId: string

beforeAll(async () => {
  desk = await openDesk()
  clerk = await desk.clerk('王芳')
  other = await desk.clerk('李娜')
  ticketId = (await desk.handedOver()).ticket.id
})

afterAll(() => desk.stop())

const VERBS = ['claim', 'release', 'resolve', 'return-to-bot', 'messages', 'notes', 'typing']
const WRITES = ['/logout', ...VERBS.map((verb) => `/tickets/TICKET/${verb}`)]

describe.each(WRITES)('POST %s', (path) => {
  const write = async (headers: Record<string, string>) => {
    const body = { clientMessageId: '1', text: '您好' }
    const url = `${desk.url}/api/desk${path.replace('TICKET', ticketId)}`
    const answer = await call(url, { body, headers })
    return { status: answer.status, code: answer.body.code }
  }

  test('without a session: 401, whatever the token', async () => {
    expect(await write({ 'x-csrf-token': clerk.csrf })).toEqual({ status: 401, code: 'unauthorized' })
  })

  test('without a token, with a wrong one, or with that of another session: 403', async () => {
    const { cookie } = clerk
    expect(await write({ cookie })).toEqual({ status: 403, code: 'csrf' })
    for (const token of ['', 'x', `${clerk.csrf}x`, other.csrf])
      expect(await write({ cookie, 'x-csrf-token': token })).toEqual({ status: 403, code: 'csrf' })
  })

  test("from another site's page: 403, even with the token", async () => {
    const { cookie, csrf } = clerk
    const { host } = new URL(desk.url)
    for (const origin of ['https://elsewhere.example', 'null', `https://${host}.elsewhere.example`, `https://${host}`])
      expect(await write({ cookie, 'x-csrf-token': csrf, origin })).toEqual({ status: 403, code: 'csrf' })
  })
})

test('nothing of that had an effect', async () => {
  expect((await clerk.get('/me')).status).toBe(200)
  const { body } = await clerk.get<{ stage: string; notes: unknown[] }>(`/tickets/${ticketId}`)
  expect(body).toMatchObject({ stage: 'waiting', notes: [] })
  expect(body).not.toHaveProperty('assignee')
})

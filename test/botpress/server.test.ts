import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answered, Ticket } from '../../bot/types.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { call } from '../http/client.ts'

const SECRET = 'known-to-qiao-and-its-side-at-botpress'
const WEBHOOK = 'wh_1'
let desk: TestDesk

beforeAll(async () => {
  // Nobody listens there: what is sent stays on its way.
  desk = await openDesk({ BOTPRESS_SECRET: SECRET, BOTPRESS_WEBHOOK_BASE: 'http://127.0.0.1:9' })
})
afterAll(() => desk.stop())

const post = <Body = Record<string, unknown>>(path: string, body?: unknown, token = SECRET) =>
  call<Body>(`${desk.url}${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body }),
    ...(token ? { token } : {}),
  })
const ask = async (text: string, more: object = {}): Promise<Answered> => {
  const answer = await post<Answered>('/api/answer', { text, ...more })
  expect(answer.status).toBe(200)
  return answer.body
}
const opened = async () => (await desk.store.tickets.list({})).total

describe('one question, answered without a conversation', () => {
  test('from knowledge, with its source', async () => {
    const { action, replies, handoff, confidence } = await ask('物业费怎么交')
    expect({ action, handoff }).toEqual({ action: 'answer', handoff: undefined })
    expect(confidence).toBeGreaterThan(0.3)
    expect(replies[0]?.sources?.[0]).toMatchObject({ kind: 'knowledge' })
  })

  test('from the status board, as of when, and with no offer that nobody could keep', async () => {
    const { action, replies } = await ask('3栋燃气什么时候通')
    expect(action).toBe('status')
    expect(replies[0]?.text).toMatch(/更新/)
    expect(JSON.stringify(replies)).not.toMatch(/subscribe:|第一时间告诉您/)
  })

  test('an emergency gets its instruction, and a person', async () => {
    const { action, replies, handoff } = await ask('家里有煤气味')
    expect(action).toBe('emergency')
    expect(replies[0]?.text).toMatch(/不要|别/)
    expect(handoff).toMatchObject({ reason: 'emergency', priority: 'emergency' })
  })

  test.each([
    ['转人工', 'asked'],
    ['你们这帮骗子，再不来人我就去堵门', 'anger'],
  ])('%s: a person has to take it over', async (text, reason) => {
    const { handoff } = await ask(text)
    expect(handoff).toMatchObject({ reason })
    expect(handoff?.unreached).toMatch(/\d{4}/)
  })

  test('what begins a work order is for a person: no form is begun that nobody would go on with', async () => {
    const { handoff, replies } = await ask('报修', { choice: 'intent:repair.report' })
    expect({ reason: handoff?.reason, replies }).toEqual({ reason: 'human_intent', replies: [] })
  })

  test('a short question after another is about the same', async () => {
    const first = await ask('燃气什么时候通')
    const { replies } = await ask('电话多少', { remembered: first.remembered })
    expect(replies[0]?.text).toMatch(/燃气|\d{4}/)
  })

  test('nothing is stored and no ticket opened by any of it', async () => {
    expect(await opened()).toBe(0)
    expect((await desk.store.outbox.counts()).pending).toBe(0)
  })
})

const ARRIVAL = {
  key: 'handoff-1',
  webhookId: WEBHOOK,
  title: '漏水',
  description: '业主说楼上漏水，客服还没回',
  owner: { name: '陈先生', home: '3栋2单元501', phone: '13800138000' },
  intent: 'repair.report',
  facts: [{ label: '来自', value: '官网' }],
  history: [
    { from: 'owner', text: '我家天花板在滴水' },
    { from: 'bot', text: '请问是哪一栋？' },
    { from: 'owner', text: '3栋2单元501，找个人来看看' },
  ],
}
interface Arrived {
  conversationId: string
  ticketId: string
}

describe('a conversation that another bot hands over', () => {
  test('is one ticket with everything attached, however often it is called', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, () => post<Arrived>('/channels/botpress/conversations', ARRIVAL)),
    )
    expect(new Set(all.map(({ body }) => body.ticketId)).size).toBe(1)
    const clerk = await desk.clerk('王芳')
    const { context, ...ticket } = (await clerk.get<Ticket>(`/tickets/${all[0]?.body.ticketId}`)).body
    expect(ticket).toMatchObject({ stage: 'waiting', reason: 'asked' })
    expect(context).toMatchObject({
      channel: 'botpress',
      intent: 'repair.report',
      owner: {
        name: '陈先生',
        home: expect.stringContaining('501'),
        phoneMasked: expect.stringMatching(/^138\*+8000$/),
      },
    })
    expect(context.summary).toContain('天花板在滴水')
    const lines = context.transcript.map(({ from, text }) => `${from}: ${text}`)
    expect(lines[0]).toMatch(/^system: .*\n漏水\n业主说楼上漏水，客服还没回\n来自：官网$/s)
    expect(lines.slice(1, 4)).toEqual(ARRIVAL.history.map(({ from, text }) => `${from}: ${text}`))
    expect(lines[4]).toMatch(/^bot: 已转给客服/)
    expect(context.classifications).toHaveLength(1)
  })

  test('an emergency among it has its instruction, unless the other bot gave it, and is put first', async () => {
    const history = [{ from: 'owner', text: '家里有煤气味' }]
    const { conversationId, ticketId } = (
      await post<Arrived>('/channels/botpress/conversations', { key: 'gas', webhookId: WEBHOOK, history })
    ).body
    expect(await desk.store.tickets.find(ticketId)).toMatchObject({ priority: 'emergency' })
    const said = (await desk.store.conversations.messages(conversationId, 1, 10)).map(({ text }) => text)
    expect(said[0]).toMatch(/燃气|煤气|阀/)
    const again = [...history, ...said.map((text) => ({ from: 'bot', text }))]
    const second = (
      await post<Arrived>('/channels/botpress/conversations', { key: 'gas-2', webhookId: WEBHOOK, history: again })
    ).body
    const after = await desk.store.conversations.messages(second.conversationId, again.length, 10)
    expect(after.map(({ text }) => text)).not.toContain(said[0])
  })

  test('the owner goes on, each message once; the bot keeps quiet while staff have it', async () => {
    const { conversationId, ticketId } = (
      await post<Arrived>('/channels/botpress/conversations', { ...ARRIVAL, key: 'goes-on' })
    ).body
    const say = (text: string, clientMessageId: string) =>
      post<{ seq: number }>('/channels/botpress/messages', { conversationId, clientMessageId, text })
    const clerk = await desk.clerk('李娜')
    await clerk.post(`/tickets/${ticketId}/claim`)
    const seqs = await Promise.all([say('还在滴', 'm1'), say('还在滴', 'm1'), say('还在滴', 'm1')])
    expect(new Set(seqs.map(({ body }) => body.seq)).size).toBe(1)
    expect((await say('别的话', 'm1')).status).toBe(409)
    const messages = await desk.store.conversations.messages(conversationId, 0, 50)
    expect(messages.at(-1)).toMatchObject({ from: 'owner', text: '还在滴' })
  })

  test('taken back: the clerk who has it reads so, and still owes an answer', async () => {
    const { conversationId, ticketId } = (
      await post<Arrived>('/channels/botpress/conversations', { ...ARRIVAL, key: 'taken-back' })
    ).body
    expect((await post(`/channels/botpress/conversations/${conversationId}/stop`)).status).toBe(204)
    const clerk = await desk.clerk('周敏')
    const { notes, stage } = (await clerk.get<Ticket>(`/tickets/${ticketId}`)).body
    expect({ stage, said: notes[0]?.text }).toEqual({ stage: 'waiting', said: expect.stringContaining('结束了转人工') })
  })

  test('a conversation of the page is none of Botpress', async () => {
    const { owner } = await desk.handedOver()
    const body = { conversationId: owner.id, clientMessageId: 'x', text: '你好' }
    expect((await post('/channels/botpress/messages', body)).status).toBe(404)
    expect((await post(`/channels/botpress/conversations/${owner.id}/stop`)).status).toBe(404)
  })
})

describe('what is refused', () => {
  const PATHS = ['/api/answer', '/channels/botpress/conversations', '/channels/botpress/messages']

  test.each(PATHS)('%s without the shared secret, or with another', async (path) => {
    for (const secret of ['', `${SECRET}x`, SECRET.slice(0, -1)])
      expect((await post(path, {}, secret)).status).toBe(401)
  })

  test.each([
    ['/api/answer', { text: '' }, 422],
    ['/api/answer', { text: '你好', more: 1 }, 422],
    ['/api/answer', { text: '你好', community: 'no-such' }, 404],
    ['/api/answer', { text: '你好', remembered: { misses: -1, angry: 0, said: {} } }, 422],
    ['/channels/botpress/conversations', { ...ARRIVAL, webhookId: '../elsewhere' }, 422],
    ['/channels/botpress/conversations', { ...ARRIVAL, history: [{ from: 'staff', text: 'x' }] }, 422],
    ['/channels/botpress/messages', { conversationId: 'no-such', clientMessageId: 'x', text: 'x' }, 404],
  ])('%s %o', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status)
  })

  test('without its setting there is no Botpress', async () => {
    const off = await openDesk()
    expect((await call(`${off.url}/api/answer`, { body: { text: '你好' }, token: SECRET })).status).toBe(404)
    await off.stop()
  })
})

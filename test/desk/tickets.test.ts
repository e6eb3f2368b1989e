import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Message, Ticket, TicketRow } from '../../bot/types.ts'
import type { TestOwner } from '../http/client.ts'
import { listen } from '../http/listener.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let li: TestClerk
let owner: TestOwner
let ticket: TicketRow

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  li = await desk.clerk('李娜')
})

beforeEach(async () => {
  ;({ owner, ticket } = await desk.handedOver())
})

afterAll(() => desk.stop())

const at = (verb = '') => `/tickets/${ticket.id}${verb}`
const claim = (clerk: TestClerk) => clerk.post<Ticket & { code: string; holder: string }>(at('/claim'))
const reply = (clerk: TestClerk, text: string, clientMessageId: string) =>
  clerk.post<{ message: { id: string; seq: number; text: string }; code: string }>(at('/messages'), {
    clientMessageId,
    text,
  })

test('of twenty clerks who claim at once one wins; the others are told the name', async () => {
  const clerks = await Promise.all(Array.from({ length: 20 }, (_, n) => desk.clerk(`同事${n}`)))
  const answers = await Promise.all(clerks.map(claim))
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  const holder = won[0]?.body.assignee
  expect(clerks.map(({ member }) => member.name)).toContain(holder)
  for (const { status, body } of answers.filter((answer) => answer !== won[0]))
    expect({ status, code: body.code, holder: body.holder }).toEqual({ status: 409, code: 'conflict', holder })
  const announced = (await owner.sees()).filter(({ from, text }) => from === 'system' && text.includes(String(holder)))
  expect(announced).toHaveLength(1)
})

test('whoever holds it may claim it again, without another word to the owner', async () => {
  await claim(wang)
  const before = await owner.sees()
  expect((await claim(wang)).status).toBe(200)
  expect(await owner.sees()).toEqual(before)
})

test('a ticket is shown whole: context, transcript, classifications', async () => {
  const { status, body } = await wang.get<Ticket>(at())
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: ticket.id, stage: 'waiting', reason: 'asked', conversationId: owner.id })
  expect(body.context).toMatchObject({ reason: 'asked', language: 'zh', channel: 'web', owner: { verified: false } })
  expect(body.context.transcript).toEqual(await owner.sees())
  expect(body.context.classifications[0]).toMatchObject({ seq: 1, confidence: expect.any(Number) })
})

test('staff speak through the same conversation, by name; the bot is silent meanwhile', async () => {
  await claim(wang)
  const said = await reply(wang, '您好，我是王芳。', '1')
  expect(said.status).toBe(200)
  const answer = await owner.says('物业费怎么交')
  expect(answer.body).toMatchObject({ replies: [], state: { stage: 'staff', staff: '王芳' } })
  expect(await owner.sees()).toContainEqual(
    expect.objectContaining({ from: 'staff', author: '王芳', text: '您好，我是王芳。' }),
  )
})

test("a reply by one who doesn't hold it: 409, and nothing reaches the owner", async () => {
  const early = await reply(wang, '还没接手', '1')
  expect({ status: early.status, code: early.body.code }).toEqual({ status: 409, code: 'conflict' })
  await claim(wang)
  const late = await reply(li, '我来说两句', '2')
  expect(late).toMatchObject({ status: 409, body: { code: 'conflict', holder: '王芳' } })
  expect((await owner.sees()).filter(({ from }) => from === 'staff')).toEqual([])
})

test('the same clientMessageId again is one message', async () => {
  await claim(wang)
  const answers = await Promise.all(Array.from({ length: 5 }, () => reply(wang, '我去问一下。', 'same')))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect((await owner.sees()).filter(({ from }) => from === 'staff')).toHaveLength(1)
})

test.each(['release', 'resolve', 'return-to-bot'])("%s by one who doesn't hold it: 409", async (verb) => {
  await claim(wang)
  const before = await owner.sees()
  expect(await li.post(at(`/${verb}`))).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect(await owner.sees()).toEqual(before)
})

test('released it waits again; resolved it is over and the bot speaks', async () => {
  await claim(wang)
  expect(await wang.post(at('/release'))).toMatchObject({ status: 200, body: { stage: 'waiting' } })
  expect((await claim(li)).body.assignee).toBe('李娜')
  expect(await li.post(at('/resolve'))).toMatchObject({ status: 200, body: { stage: 'resolved' } })
  expect((await claim(wang)).status).toBe(409)
  const { body } = await owner.says('物业费怎么交')
  expect(body.replies.length).toBeGreaterThan(0)
  expect(body.state.stage).toBe('bot')
})

test('returned to the bot, no rating is asked for', async () => {
  await claim(wang)
  await wang.post(at('/return-to-bot'))
  expect((await owner.sees()).at(-1)?.choices).toBeUndefined()
  expect((await owner.says('物业费怎么交')).body.replies.length).toBeGreaterThan(0)
})

test('a note stays among staff: not in the conversation, not on its stream', async () => {
  const NOTE = '业主很急，先安抚'
  const stream = await listen(`${owner.url}/events`, { authorization: `Bearer ${owner.token}` })
  expect((await wang.post(at('/notes'), { text: NOTE })).status).toBe(201)
  expect((await li.get<Ticket>(at())).body.notes).toMatchObject([{ author: '王芳', text: NOTE }])
  await claim(wang)
  await stream.until(({ events }) => events.some(({ event, data }) => event === 'state' && data.stage === 'staff'))
  expect(JSON.stringify(stream.events)).not.toContain(NOTE)
  expect(JSON.stringify(await owner.sees())).not.toContain(NOTE)
  stream.close()
})

test('the desk hears of a new ticket, of a claim and of typing, without any of the words', async () => {
  const stream = await wang.hears()
  const { owner: another } = await desk.handedOver()
  await stream.until(({ events }) => events.some(({ event }) => event === 'tickets'))
  await li.post(at('/claim'))
  await stream.until(({ events }) =>
    events.some(({ event, data }) => event === 'tickets' && data.ticketId === ticket.id),
  )
  const before = stream.events.length
  await another.says('一句只有业主知道的话')
  await stream.until(({ events }) =>
    events.slice(before).some(({ event, data }) => event === 'messages' && data.conversationId === another.id),
  )
  expect(JSON.stringify(stream.events)).not.toMatch(/业主知道|转人工/)
  stream.close()
})

test("the owner sees that the clerk is typing, by name, and an owner's typing reaches the desk", async () => {
  await claim(wang)
  const stream = await listen(`${owner.url}/events`, { authorization: `Bearer ${owner.token}` })
  await stream.until(({ events }) => events.some(({ event }) => event === 'state'))
  expect((await wang.post(at('/typing'))).status).toBe(204)
  await stream.until(({ events }) => events.some(({ event, data }) => event === 'typing' && data.author === '王芳'))
  stream.close()
})

test('the queue: by stage, mine, words; the newest page and the total', async () => {
  await claim(wang)
  const list = async (query: string) =>
    (await wang.get<{ tickets: TicketRow[]; total: number }>(`/tickets?${query}`)).body
  expect((await list('mine=1')).tickets.map(({ id }) => id)).toContain(ticket.id)
  expect((await list('mine=1&stage=waiting')).tickets).toEqual([])
  expect((await list('stage=staff')).tickets.every(({ stage }) => stage === 'staff')).toBe(true)
  expect((await list('q=没有人说过的词')).total).toBe(0)
  expect((await list("q=%25' or 1=1 --")).total).toBe(0)
  expect((await list('community=no-such')).total).toBe(0)
  expect((await list('page=9999')).tickets).toEqual([])
})

test.each(['stage=open', 'page=0', 'page=x', 'mine=perhaps', `q=${'x'.repeat(201)}`])(
  'a queue of %s is refused',
  async (query) => {
    expect(await wang.get(`/tickets?${query}`)).toMatchObject({ status: 422, body: { code: 'bad_request' } })
  },
)

/** What each call takes. */
const BODIES: Record<string, object> = {
  '/messages': { clientMessageId: 'm', text: '您好' },
  '/notes': { text: '您好' },
}

test.each(['', '/claim', '/release', '/resolve', '/return-to-bot', '/messages', '/notes', '/typing'])(
  'an unknown ticket: 404 at %s',
  async (verb) => {
    const path = `/tickets/no-such${verb}`
    const body = BODIES[verb]
    const answer = verb ? await wang.post(path, body) : await wang.get(path)
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  },
)

test.each([{}, { text: '' }, { text: '  \n' }, { text: 'x'.repeat(4001) }, { text: 7 }, { text: '您好', from: 'bot' }])(
  'a reply of %j is refused',
  async (fields) => {
    await claim(wang)
    const answer = await wang.post(at('/messages'), { clientMessageId: '1', ...fields })
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad_request' } })
  },
)

test('markup stays text; control characters go', async () => {
  await claim(wang)
  const { body } = await reply(wang, '<img src=x onerror=alert(1)>\u0000\u0007\ud800', 'markup')
  expect(body.message.text).toBe('<img src=x onerror=alert(1)>\ufffd')
})

test('of a long talk the end is there, and what came before is read by its seq', async () => {
  await li.post(`/tickets/${ticket.id}/claim`)
  const { lastSeq } = (await desk.store.conversations.find(owner.id)) ?? { lastSeq: 0 }
  for (let n = 0; n < 510; n++)
    await desk.store.tickets.reply(ticket.id, li.member.id, { clientMessageId: `n${n}`, text: `第 ${n} 句` })
  const { context } = (await wang.get<Ticket>(`/tickets/${ticket.id}`)).body
  expect(context.transcript).toHaveLength(500)
  expect(context.transcript.at(-1)?.text).toBe('第 509 句')
  const first = context.transcript[0]?.seq ?? 0
  const read = (query: string) => wang.get<{ messages: Message[] }>(`/tickets/${ticket.id}/messages${query}`)
  const before = (await read(`?before=${first}`)).body.messages
  expect(before.map(({ seq }) => seq)).toEqual(Array.from({ length: first - 1 }, (_, index) => index + 1))
  expect(first).toBe(lastSeq + 11)
  expect((await read('')).body.messages.at(-1)?.text).toBe('第 509 句')
  expect((await read('?before=1')).body.messages).toEqual([])
})

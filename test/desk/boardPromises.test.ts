import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardEntry, BoardRevision, Incident } from '../../bot/types.ts'
import { newOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

/* What staff write on the status board goes out to owners, so that it is held like a message of theirs. */

let desk: TestDesk
let wang: TestClerk
let li: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  li = await desk.clerk('李强')
})

afterAll(() => desk.stop())

interface Held {
  code: string
  phrases: string[]
  confirmToken: string
  detail: string
}

const create = (body: object, clerk = wang) =>
  clerk.post<BoardEntry & Held>('/status-board', { topic: 'heating', scope: { building: '9' }, ...body })
const patch = (id: string, body: object, clerk = wang) =>
  clerk.post<BoardEntry & Held>(`/status-board/${id}`, body, { method: 'PATCH' })
const step = (id: string, body: object, clerk = wang) =>
  clerk.post<BoardEntry & Held>(`/status-board/${id}/steps`, body)

const plain = async (): Promise<BoardEntry> => {
  const { status, body } = await create({ state: '供热公司在打压试水' })
  expect(status).toBe(201)
  return body
}

test.each([
  ['its state', { state: '明天一定来暖气' }],
  ['its English alone', { state: { zh: '在试水', en: 'on again by tomorrow' } }],
  ['who acts next', { state: '在试水', nextActor: '供热公司，月底前通暖' }],
  ['what it waits for', { state: '在试水', blockedBy: '缺一个阀门，后天到' }],
  ['a line of the log', { state: '在试水', log: [{ text: '催了一次，答应这周给信' }] }],
  ['where it is known from', { state: '在试水', source: '供热公司说12月15号通' }],
])('a new entry that promises in %s is held', async (_where, body) => {
  const before = await desk.store.board.list('demo')
  const held = await create(body)
  expect({ status: held.status, code: held.body.code }).toEqual({ status: 409, code: 'promise' })
  expect(held.body.phrases.length).toBeGreaterThan(0)
  expect(await desk.store.board.list('demo')).toEqual(before)
})

test('what a source announced may be said, and repeated in the state', async () => {
  const announced = { text: '12月15日起供热', source: '供热公司公告' }
  const { status } = await create({ scope: { building: '8' }, state: '供热公司公告：12月15日起供热', announced })
  expect(status).toBe(201)
})

test('confirmed by the clerk it stands, with who let out what; the token is of this text and this clerk', async () => {
  const entry = await plain()
  const wanted = { revision: 1, state: '明天一定来暖气' }
  const held = await patch(entry.id, wanted)
  const { confirmToken: confirm, phrases } = held.body
  expect((await patch(entry.id, { ...wanted, confirm }, li)).status).toBe(409)
  expect((await patch(entry.id, { ...wanted, state: '后天一定来暖气', confirm })).status).toBe(409)
  const stands = await patch(entry.id, { ...wanted, confirm })
  expect(stands.body).toMatchObject({ revision: 2, vouched: [{ phrases, by: '王芳' }] })
  const { body } = await wang.get<{ revisions: BoardRevision[] }>(`/status-board/${entry.id}/revisions`)
  expect(body.revisions[0]?.entry.vouched).toEqual([{ phrases, by: '王芳' }])

  const owner = await newOwner(desk.url)
  const asked = await owner.says('9栋暖气什么时候来')
  expect(asked.body.replies[0]?.text).toMatch(/9栋：明天一定来暖气/)

  const later = await patch(entry.id, { revision: 2, nextActor: '供热公司' }, li)
  expect(later.body).toMatchObject({ revision: 3, vouched: [{ by: '王芳' }] })
  const gone = await patch(entry.id, { revision: 3, state: '还在试水' }, li)
  expect(gone.body).not.toHaveProperty('vouched')
})

test('a record of the compound backs it, itself does not', async () => {
  const entry = await plain()
  const [other] = await desk.store.board.list('demo')
  const text = '供热公司答应明天来人'
  expect((await step(entry.id, { text, record: entry.id })).status).toBe(422)
  expect((await step(entry.id, { text, record: 'none' })).status).toBe(422)
  const written = await step(entry.id, { text, record: other!.id })
  expect(written.body).toMatchObject({ vouched: [{ by: '王芳', record: other!.id }] })
})

test('an answer to an incident keeps who confirmed it', async () => {
  for (let n = 0; n < 6; n++) await (await newOwner(desk.url)).says('7栋电梯坏了')
  const { body } = await wang.get<{ incidents: Incident[] }>('/incidents?open=1')
  const incident = body.incidents.find(({ building }) => building === '7')
  const path = `/incidents/${incident!.id}/answer`
  const text = '抢修中，今晚八点前修好'
  const held = await wang.post<Held>(path, { text })
  expect(held.status).toBe(409)
  const said = await wang.post<{ incident: Incident }>(path, { text, confirm: held.body.confirmToken })
  expect(said.body.incident.answer).toMatchObject({ vouched: { phrases: held.body.phrases, by: '王芳' } })
})

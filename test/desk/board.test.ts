import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardEntry, BoardRevision } from '../../bot/types.ts'
import { call, newOwner } from '../http/client.ts'
import { listen } from '../http/listener.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let li: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  li = await desk.clerk('李强')
})

afterAll(() => desk.stop())

const patch = (clerk: TestClerk, id: string, body: unknown) =>
  clerk.post<BoardEntry & { code?: string; revision: number; author?: string; field?: string }>(
    `/status-board/${id}`,
    body,
    { method: 'PATCH' },
  )
const create = async (more: object = {}): Promise<BoardEntry> => {
  const body = { topic: 'lift', scope: { building: '6', unit: '1' }, state: '左侧电梯停用', ...more }
  const answer = await wang.post<BoardEntry>('/status-board', body)
  expect(answer.status).toBe(201)
  return answer.body
}

test('the board as it is, and the topics that there are', async () => {
  const { body } = await wang.get<{ entries: BoardEntry[]; topics: { id: string }[] }>('/status-board')
  expect(body.entries.slice(0, 4).map(({ topic }) => topic)).toEqual(['gas', 'water', 'power', 'lift'])
  expect(body.topics.map(({ id }) => id)).toEqual(['gas', 'water', 'power', 'heating', 'lift', 'notice'])
  expect((await wang.get('/status-board?community=none')).status).toBe(422)
})

test('every role writes; Chinese is enough; each state is kept with its author', async () => {
  const made = await create({ blockedBy: { zh: '配件未到', en: 'waiting for a part' } })
  expect(made).toMatchObject({
    community: 'demo',
    state: { zh: '左侧电梯停用', en: '左侧电梯停用' },
    blockedBy: { en: 'waiting for a part' },
    source: { zh: '王芳' },
    asOf: '2026-11-25T02:00:00.000Z',
    revision: 1,
  })
  const step = await li.post<BoardEntry>(`/status-board/${made.id}/steps`, { text: '刚催过', source: '维保单位电话' })
  expect(step.body).toMatchObject({ revision: 2, source: { zh: '维保单位电话' } })
  expect(step.body.log).toEqual([
    {
      day: '2026-11-25',
      text: { zh: '刚催过', en: '刚催过' },
      by: { zh: '李强', en: '李强' },
      source: { zh: '维保单位电话', en: '维保单位电话' },
    },
  ])
  const closed = await patch(wang, made.id, { revision: 2, state: '修好了', blockedBy: null, closed: true })
  expect(closed.body).toMatchObject({ revision: 3, closedAt: '2026-11-25T02:00:00.000Z' })
  expect(closed.body).not.toHaveProperty('blockedBy')
  const { body } = await li.get<{ revisions: BoardRevision[] }>(`/status-board/${made.id}/revisions`)
  expect(body.revisions.map(({ change, author }) => `${change} ${author}`)).toEqual([
    'closed 王芳',
    'step 李强',
    'created 王芳',
  ])
  expect(body.revisions[2]?.entry.state.zh).toBe('左侧电梯停用')
})

test('of two who change the same revision the second is told who was first', async () => {
  const { id } = await create()
  await patch(wang, id, { revision: 1, state: '在修' })
  const late = await patch(li, id, { revision: 1, state: '修好了' })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ code: 'conflict', revision: 2, author: '王芳' })
})

test('two lines of the log at once both stand', async () => {
  const { id } = await create()
  const texts = ['一', '二', '三']
  await Promise.all(texts.map((text) => li.post(`/status-board/${id}/steps`, { text })))
  const entry = await desk.store.board.find(id)
  expect(entry?.log.map(({ text }) => text.zh).sort()).toEqual([...texts].sort())
})

test.each([
  ['an announcement without its source', { announced: { text: '下周三' } }, 'announced.source'],
  ['a state without Chinese', { state: { en: 'off' } }, 'state'],
  ['a time to come', { asOf: '2026-11-25T03:00:00Z' }, 'asOf'],
  ['a line of tomorrow', { log: [{ text: '催', day: '2026-11-26' }] }, 'day'],
  ['a unit of no building', { scope: { unit: '1' } }, 'scope'],
  ['a topic that is not there', { topic: 'weather' }, 'topic'],
  ['a compound that is not there', { community: 'none' }, 'community'],
  ['a field that is not there', { promised: '明天' }, ''],
])('%s is refused', async (_what, wrong, field) => {
  const answer = await wang.post<{ code: string; field: string }>('/status-board', {
    topic: 'lift',
    state: '停用',
    ...wrong,
  })
  expect({ status: answer.status, field: answer.body.field }).toEqual({ status: 422, field })
})

test('what is not there is not found', async () => {
  expect((await patch(wang, 'none', { revision: 1, state: '好' })).status).toBe(404)
  expect((await wang.post('/status-board/none/steps', { text: '催' })).status).toBe(404)
  expect((await wang.get('/status-board/none/revisions')).status).toBe(404)
})

test('an owner who follows it hears of it in the page, looks at what they follow, and ends it', async () => {
  const owner = await newOwner(desk.url)
  const follows = await owner.says('5栋电梯修好了告诉我一声')
  expect(follows.body.replies[0]?.text).toMatch(/5栋/)
  const path = `${desk.url}/api/conversations/${owner.id}/subscriptions`
  const listed = await call<{ subscriptions: object[] }>(path, { token: owner.token })
  expect(listed.body.subscriptions).toMatchObject([{ topic: 'lift', home: { building: '5' } }])
  const heard = await listen(`${owner.url}/events`, { authorization: `Bearer ${owner.token}` })
  const lift = (await desk.store.board.list('demo')).find(({ scope }) => scope.building === '5')
  await patch(wang, lift!.id, { revision: lift!.revision, state: '右侧电梯修好了' })
  const told = ({ data }: { data: Record<string, unknown> }) => String(data.text).includes('5栋2单元：右侧电梯修好了')
  await heard.until(({ events }) => events.some(told))
  expect((await owner.sees()).filter(({ text }) => text.includes('右侧电梯修好了'))).toHaveLength(1)
  heard.close()
  expect((await call(path, { method: 'DELETE', token: owner.token })).status).toBe(204)
  expect(await desk.store.subscriptions.ofConversation(owner.id)).toEqual([])
  expect((await call(path)).status).toBe(401)
})

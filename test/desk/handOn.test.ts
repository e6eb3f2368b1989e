import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

/** Passing tickets on over HTTP, as clerks do it and as owners read it. */

let desk: TestDesk
let wang: TestClerk
let li: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('小王')
  li = await desk.clerk('小李')
})
afterAll(() => desk.stop())

async function claimed() {
  const { owner, ticket } = await desk.handedOver()
  await wang.post(`/tickets/${ticket.id}/claim`)
  return { owner, path: `/tickets/${ticket.id}`, ticket }
}

const lastWords = async (owner: TestOwner) => (await owner.sees()).at(-1)?.text

test('a colleague gets it with a word; the owner reads who has it now', async () => {
  const { owner, path } = await claimed()
  const { body } = await wang.post(`${path}/transfer`, { to: '小李', word: '问燃气的，名单我核过了' })
  expect(body).toMatchObject({
    stage: 'staff',
    assignee: '小李',
    notes: [{ text: '转给 小李：问燃气的，名单我核过了' }],
  })
  expect(await lastWords(owner)).toBe('小王 把您的事交给了 小李，前面说的都在，不用再讲一遍。')
  const late = await wang.post(`${path}/messages`, { clientMessageId: 'x', text: '您好' })
  expect(late).toMatchObject({ status: 409, body: { code: 'conflict', holder: '小李' } })
})

test('a team gets it into its queue; without a word the note has none', async () => {
  const { owner, path } = await claimed()
  const { body } = await wang.post(`${path}/transfer`, { team: 'repair' })
  expect(body).toMatchObject({ stage: 'waiting', team: 'repair', notes: [{ text: '转给维修班' }] })
  expect(await lastWords(owner)).toMatch(/^这件事归维修班/)
  const queue = await li.get<{ tickets: { id: string }[] }>('/tickets?team=repair,finance&stage=waiting')
  expect(queue.body.tickets.map(({ id }) => `/tickets/${id}`)).toContain(path)
})

test('the manager gets it as an urgent one', async () => {
  const { owner, path } = await claimed()
  const { body } = await wang.post(`${path}/escalate`, { word: '说要去媒体' })
  expect(body).toMatchObject({ stage: 'waiting', team: 'manager', priority: 'high' })
  expect(await lastWords(owner)).toMatch(/报给了经理/)
})

test('nobody passes on what another holds, nor to somebody who is not there', async () => {
  const { path } = await claimed()
  expect(await li.post(`${path}/transfer`, { to: '小李' })).toMatchObject({ status: 409, body: { holder: '小王' } })
  expect(await wang.post(`${path}/transfer`, { to: '没有这个人' })).toMatchObject({ status: 404 })
  expect(await wang.post(`${path}/transfer`, { to: '小李', team: 'repair' })).toMatchObject({ status: 422 })
  expect(await wang.post(`${path}/transfer`, {})).toMatchObject({ status: 422 })
})

test('two of one owner become one, two of different owners do not', async () => {
  const { owner, path, ticket } = await claimed()
  await wang.post(`${path}/notes`, { text: '打过电话，没人接' })
  await wang.post(`${path}/resolve`)
  await owner.says('没解决，转人工')
  const again = (await desk.store.tickets.openOf(owner.id))?.id
  await wang.post(`/tickets/${again}/claim`)
  const { body } = await wang.post(`/tickets/${again}/merge`, { with: ticket.id })
  const texts = (body.notes as { text: string }[]).map(({ text }) => text)
  expect(texts).toContain('打过电话，没人接')
  expect(texts.some((text) => text.startsWith('并入了同一业主的另一单'))).toBe(true)
  const stranger = await claimed()
  expect(await wang.post(`/tickets/${again}/merge`, { with: stranger.ticket.id })).toMatchObject({
    status: 409,
    body: { code: 'not_same_owner' },
  })
})

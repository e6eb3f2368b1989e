import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

/** Teams, presence and canned replies over HTTP, as the desk's page uses them. */

let desk: TestDesk
let boss: TestClerk
let li: TestClerk
let elsewhere: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  boss = await desk.clerk('周经理', 'manager')
  li = await desk.clerk('小李')
  elsewhere = await desk.clerk('小陈', 'staff', ['nowhere'])
})
afterAll(() => desk.stop())

const patch = (clerk: TestClerk, path: string, body: unknown) => clerk.post(path, body, { method: 'PATCH' })

interface Colleague {
  id: string
  name: string
  teams: string[]
  holds: number
  here: boolean
}
const colleagues = async (clerk: TestClerk, query = '') =>
  (await clerk.get<{ colleagues: Colleague[] }>(`/teams${query}`)).body.colleagues
const named = (all: Colleague[], name: string) => all.find((one) => one.name === name)

test('a manager puts a clerk into teams, whose queue is then found under mine; a clerk may not', async () => {
  const { ticket } = await desk.handedOver()
  const queue = async () => (await li.get<{ tickets: { id: string }[] }>('/tickets?team=mine')).body.tickets
  expect(await queue()).toEqual([])
  expect((await patch(li, `/teams/${li.member.id}`, { teams: ['service'] })).status).toBe(403)
  expect((await patch(boss, `/teams/${li.member.id}`, { teams: [ticket.team] })).status).toBe(204)
  expect(named(await colleagues(li), '小李')).toMatchObject({ teams: [ticket.team], holds: 0 })
  expect((await queue()).map(({ id }) => id)).toContain(ticket.id)
  expect((await patch(boss, '/teams/nobody', { teams: [] })).status).toBe(404)
})

test('who beats is here, until the beats end', async () => {
  expect((await li.post('/presence')).status).toBe(204)
  const all = await colleagues(boss)
  expect([named(all, '小李')?.here, named(all, '周经理')?.here]).toEqual([true, false])
  desk.clock.forward(1)
  expect(named(await colleagues(boss), '小李')?.here).toBe(false)
})

test('who may not see the compound is not offered for it, and gets nothing passed on', async () => {
  const { ticket } = await desk.handedOver()
  expect(named(await colleagues(boss), '小陈')).toBeDefined()
  expect(named(await colleagues(boss, `?community=${ticket.community}`), '小陈')).toBeUndefined()
  await boss.post(`/tickets/${ticket.id}/claim`)
  expect((await boss.post(`/tickets/${ticket.id}/transfer`, { to: '小陈' })).status).toBe(404)
})

test('a canned reply is kept for all, changed by its author or a manager, and names only facts that there are', async () => {
  const { status, body } = await li.post('/canned', { shortcut: '您好', text: '{name}您好，我是{clerk}。' })
  expect([status, body.author]).toEqual([201, '小李'])
  expect((await boss.post('/canned', { shortcut: '您好', text: '您好' })).body).toMatchObject({ code: 'taken' })
  expect((await li.post('/canned', { shortcut: '坏的', text: '{date}就通气' })).status).toBe(422)
  const other = await desk.clerk('小王')
  expect((await patch(other, `/canned/${body.id}`, { text: '别的' })).status).toBe(403)
  expect((await patch(boss, `/canned/${body.id}`, { text: '{name}您好' })).body).toMatchObject({ text: '{name}您好' })
  expect((await elsewhere.post('/canned', { shortcut: '全部', text: '您好' })).status).toBe(422)
  const read = await elsewhere.get<{ canned: { shortcut: string }[] }>('/canned')
  expect(read.body.canned.map(({ shortcut }) => shortcut)).toEqual(['您好'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketNote, TicketRow } from '../../bot/types.ts'
import { mentionsIn } from '../../desk/mentions.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let li: TestClerk
let far: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  li = await desk.clerk('李强')
  far = await desk.clerk('李强国', 'staff', ['other'])
})
afterAll(() => desk.stop())

const calling = async (clerk: TestClerk) =>
  (await clerk.get<{ tickets: TicketRow[] }>('/tickets?mentioned=1')).body.tickets.map(({ id }) => id)

test('a note calls a colleague, who alone is told and has it marked until they look', async () => {
  const { ticket } = await desk.handedOver()
  const [hers, his] = [await wang.hears(), await li.hears()]
  const { body } = await wang.post<TicketNote>(`/tickets/${ticket.id}/notes`, { text: '@李强 您上次办过，看一下' })
  expect(body.mentions).toEqual(['李强'])
  await expect.poll(() => his.events.some(({ event }) => event === 'mentions')).toBe(true)
  expect(hers.events.some(({ event }) => event === 'mentions')).toBe(false)
  expect(await calling(li)).toEqual([ticket.id])
  expect(await calling(wang)).toEqual([])
  expect((await li.post(`/tickets/${ticket.id}/seen`)).status).toBe(204)
  expect(await calling(li)).toEqual([])
})

test('nobody is called to what they may not see, and nobody calls themselves', async () => {
  const { ticket } = await desk.handedOver()
  const text = '@李强国 @王芳 @不认识的人'
  const { body } = await wang.post<TicketNote>(`/tickets/${ticket.id}/notes`, { text })
  // The longer name is not of this compound, so that the shorter one in it counts.
  expect(body.mentions).toEqual(['李强'])
  expect((await far.post(`/tickets/${ticket.id}/seen`)).status).toBe(404)
})

test('of names that begin alike the longest is meant, and each once', () => {
  const colleagues = [{ name: '小王' }, { name: '小王芳' }]
  const called = (text: string) => mentionsIn(text, colleagues).map(({ name }) => name)
  expect(called('@小王芳 和 ＠小王 看看，@小王 急')).toEqual(['小王芳', '小王'])
  expect(called('小王@公司')).toEqual([])
})

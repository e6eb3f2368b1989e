import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message, Ticket } from '../../bot/types.ts'
import { newOwner } from '../http/client.ts'
import { knowledge } from '../support/qiao.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

const PHONE = '13800138000'
const ID_NUMBER = '330106199001011234'
const PLATE = '粤B12345'
/** Of community.yaml. */
const OFFICE = '028-5550-0100'
const DUTY = '028-5550-0110'

let desk: TestDesk
let clerk: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  clerk = await desk.clerk('王芳')
})
afterAll(() => desk.stop())

/** Has a repair written down with all that tells who they are, and asks for a person. */
async function repairWithAll() {
  const owner = await newOwner(desk.url)
  const words = `厨房水管漏水，身份证${ID_NUMBER}，车${PLATE}，客服${OFFICE}`
  for (const text of ['我要报修', words, '3栋2单元501', '随时', PHONE, '是', '转人工']) await owner.says(text)
  const ticket = (await desk.store.tickets.openOf(owner.id))!
  return { owner, ticket }
}

const own = (text: string) => [PHONE, ID_NUMBER, PLATE].filter((one) => text.includes(one))

test('what the bot repeats of phone, identity card and plate is hidden as the owner’s own words are; numbers of all stay', async () => {
  const { owner, ticket } = await repairWithAll()
  const said = await owner.sees()
  const repeated = said.filter(({ from, ...rest }) => from === 'bot' && own(JSON.stringify(rest)).length > 0)
  expect(repeated.length, 'the bot repeats nothing of it').toBeGreaterThan(0)

  const opened = await clerk.get<Ticket>(`/tickets/${ticket.id}`)
  expect(own(opened.text)).toEqual([])
  const { transcript } = opened.body.context
  const shown = (seq: number) => transcript.find((message) => message.seq === seq)!
  for (const { seq } of repeated) expect(shown(seq).masked).toBe(true)
  expect(shown(3).text).toBe(`厨房水管漏水，身份证330***********1234，车粤B***45，客服${OFFICE}`)

  // Whoever needs it looks, and it is kept that they did.
  const [first] = repeated as [Message]
  const revealed = await clerk.post(`/tickets/${ticket.id}/reveal`, { field: 'message', seq: first.seq })
  expect(revealed.body.text).toBe(first.text)
  const { entries } = await desk.store.audit.list({ action: 'reveal' })
  expect(entries[0]).toMatchObject({ who: { name: '王芳' }, after: { field: 'message', seq: first.seq } })
})

test('neither queue, earlier messages, home, work orders nor their files tell it; an order’s own number stays', async () => {
  const { owner, ticket } = await repairWithAll()
  const [order] = await desk.store.workOrders.ofConversation(owner.id)
  const { number } = order!
  const paths = [
    '/tickets?stage=waiting',
    `/tickets/${ticket.id}/messages`,
    `/work-orders?q=${number}`,
    `/work-orders/${number}`,
    `/work-orders/export.csv?q=${number}`,
  ]
  for (const path of paths) expect([path, own((await clerk.get(path)).text)]).toEqual([path, []])
  const { context } = (await clerk.get<Ticket>(`/tickets/${ticket.id}`)).body
  expect(context.transcript.map(({ text }) => text).join()).toContain(number)
  const file = await clerk.get(`/work-orders/export.csv?q=${number}`)
  expect(file.text).toContain('138****8000')
  expect(file.text).not.toContain('501')
})

test('of a work order one looks at what was given, and the audit keeps who did', async () => {
  const { owner } = await repairWithAll()
  const [order] = await desk.store.workOrders.ofConversation(owner.id)
  const path = `/work-orders/${order!.number}/reveal`
  const looked = await clerk.post<{ slots: Record<string, string> }>(path, { conversationId: owner.id })
  expect(looked.body.slots).toMatchObject({ contact: PHONE })
  const [note] = (await desk.store.audit.list({ action: 'reveal' })).entries
  expect(note).toMatchObject({ who: { name: '王芳' }, subject: order!.number, after: { field: 'report' } })
  expect((await clerk.post(path, { conversationId: 'another' })).status).toBe(404)
  const elsewhere = await desk.clerk('周敏', 'staff', ['other'])
  expect((await elsewhere.post(path, { conversationId: owner.id })).status).toBe(404)
})

test('what a colleague writes is hidden too; the company’s phones and what the bot knows stand as they are', async () => {
  const { ticket } = await desk.handedOver()
  await clerk.post(`/tickets/${ticket.id}/claim`)
  const text = `您的电话是${PHONE}对吗？值班 ${DUTY}，火警 119。`
  const sent = await clerk.post<{ message: Message }>(`/tickets/${ticket.id}/messages`, { clientMessageId: 'm', text })
  expect(sent.body.message.text).toBe(`您的电话是138****8000对吗？值班 ${DUTY}，火警 119。`)

  const owner = await newOwner(desk.url)
  for (const question of ['物业电话多少', '燃气什么时候通', '我被困在电梯里了']) await owner.says(question)
  await owner.says('转人工')
  const { id } = (await desk.store.tickets.openOf(owner.id))!
  const { transcript } = (await clerk.get<Ticket>(`/tickets/${id}`)).body.context
  expect(transcript.map(({ text: words }) => words)).toEqual((await owner.sees()).map(({ text: words }) => words))
  expect(JSON.stringify(transcript)).toContain(knowledge.communities.get('demo')!.facts['phone.24h']!.zh)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ticket } from '../../bot/types.ts'
import { hashToken } from '../../wire/ids.ts'
import { call, newOwner } from '../http/client.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

const CODE = 'HJKMNPQR'
const PHONE = '13800138000'
const ON_FILE = '13911112222'

let desk: TestDesk
let clerk: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  clerk = await desk.clerk('王芳')
})
afterAll(() => desk.stop())

/** An owner who has proved 3-2-501, given a number and asked for a person. */
async function provenOwner(): Promise<string> {
  const bills: [] = []
  const file = { name: 'homes.csv', hash: '', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  const home = { building: '3', unit: '2', room: '501', owner: '赵建国', phones: [ON_FILE], bills }
  await desk.store.homes.import('demo', [home], file)
  const [found] = (await desk.store.homes.list({})).homes
  const code = { codeHash: hashToken(CODE), madeBy: '', expiresAt: '2099-01-01T00:00:00.000Z' }
  await desk.store.homes.addCode({ homeId: found?.id ?? '', ...code })
  const owner = await newOwner(desk.url)
  await call(`${owner.url}/verify`, { token: owner.token, body: { code: CODE } })
  await owner.says(`转人工，我的电话 ${PHONE}`)
  return (await desk.store.tickets.openOf(owner.id))?.id ?? ''
}

const openTicket = async (id: string) => (await clerk.get<Ticket>(`/tickets/${id}`)).body
const looked = async () => (await desk.store.audit.list({ action: 'reveal' })).entries

test('the number and the people of the home are masked until a clerk looks, who then stands in audit and ticket', async () => {
  const id = await provenOwner()
  const { context } = await openTicket(id)
  expect(context.owner.phoneMasked).toBe('138****8000')
  expect(context.homeOnFile).toMatchObject({ ownerMasked: '赵**', phonesMasked: ['139****2222'] })
  expect(JSON.stringify(context)).not.toMatch(/13800138000|13911112222|建国/)

  const contact = await clerk.post(`/tickets/${id}/reveal`, { field: 'contact' })
  expect(contact.body).toEqual({ text: PHONE })
  const home = await clerk.post(`/tickets/${id}/reveal`, { field: 'home' })
  expect(home.body).toMatchObject({ name: '赵建国', phones: [ON_FILE] })
  await clerk.post(`/tickets/${id}/reveal`, { field: 'home' })

  expect((await looked()).map(({ after, subject, who }) => [who.name, subject, after])).toEqual([
    ['王芳', id, { field: 'home' }],
    ['王芳', id, { field: 'home' }],
    ['王芳', id, { field: 'contact' }],
  ])
  expect((await openTicket(id)).notes.map(({ text }) => text).sort()).toEqual([
    '看了业主的电话。',
    '看了这一户的业主姓名和电话。',
  ])
})

test('where nothing was given or proved there is nothing to look at; a number needs no seq', async () => {
  const { ticket } = await desk.handedOver()
  for (const field of ['contact', 'home'])
    expect((await clerk.post(`/tickets/${ticket.id}/reveal`, { field })).status).toBe(404)
  expect((await clerk.post(`/tickets/${ticket.id}/reveal`, { field: 'contact', seq: 1 })).status).toBe(422)
  expect((await clerk.post(`/tickets/${ticket.id}/reveal`, { field: 'message' })).status).toBe(422)
})

test('whoever is limited to another compound looks at nothing', async () => {
  const { ticket } = await desk.handedOver()
  const elsewhere = await desk.clerk('周敏', 'staff', ['other'])
  expect((await elsewhere.post(`/tickets/${ticket.id}/reveal`, { field: 'contact' })).status).toBe(404)
})

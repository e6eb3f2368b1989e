import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, type TestClerk, type TestDesk } from '../../desk/desk.ts'

let desk: TestDesk
let clerk: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  clerk = await desk.clerk('王芳')
})

afterAll(() => desk.stop())

test('the desk is told which phrases promise, and sends the text again with the token', async () => {
  const { ticket } = await desk.handedOver()
  await clerk.post(`/tickets/${ticket.id}/claim`)
  const body = { clientMessageId: 'p1', text: '放心，明天就能通' }
  const held = await clerk.post(`/tickets/${ticket.id}/messages`, body)
  expect(held.status).toBe(409)
  expect(held.body).toMatchObject({ code: 'promise', phrases: ['明天'], confirmToken: expect.any(String) })
  const sent = await clerk.post(`/tickets/${ticket.id}/messages`, { ...body, confirm: held.body.confirmToken })
  expect(sent.status).toBe(200)
  expect(sent.body).toMatchObject({ message: { from: 'staff', text: body.text } })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, type TestDesk } from './desk.ts'
import { saidIntoTheVoid } from './undelivered.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

interface Listed {
  deliveries: { id: number; state: string; text: string; conversationId: string }[]
  total: number
}

test('what could not be delivered stands on the desk, and a clerk sends it again', async () => {
  const clerk = await desk.clerk('王芳')
  const id = await saidIntoTheVoid(desk.store, '您好')
  await expect.poll(async () => (await clerk.get<Listed>('/deliveries')).body.total, { timeout: 10_000 }).toBe(1)
  const { deliveries } = (await clerk.get<Listed>('/deliveries?state=dead')).body
  expect(deliveries).toMatchObject([{ state: 'dead', text: '您好', conversationId: id, channel: 'wechat' }])
  expect((await clerk.post(`/deliveries/${deliveries[0]!.id}/retry`)).status).toBe(204)
  // It goes out once more, and fails once more.
  await expect.poll(async () => (await clerk.get<Listed>('/deliveries')).body.total, { timeout: 10_000 }).toBe(1)
})

test('a member who is limited to other compounds sees and sends none of it', async () => {
  await saidIntoTheVoid(desk.store, '二')
  const clerk = await desk.clerk('孙丽')
  const elsewhere = await desk.clerk('周敏', 'staff', ['other'])
  await expect
    .poll(async () => (await clerk.get<Listed>('/deliveries')).body.total, { timeout: 10_000 })
    .toBeGreaterThan(0)
  const { id } = (await clerk.get<Listed>('/deliveries')).body.deliveries[0]!
  expect((await elsewhere.get<Listed>('/deliveries')).body).toEqual({ deliveries: [], total: 0 })
  expect((await elsewhere.post(`/deliveries/${id}/retry`)).status).toBe(404)
})

test('what is not there cannot be sent again, and nobody looks without signing in', async () => {
  const clerk = await desk.clerk('李强')
  for (const id of ['999999', '99999999999', 'x', '1.5'])
    expect((await clerk.post(`/deliveries/${id}/retry`)).status).toBe(404)
  expect((await fetch(`${desk.url}/api/desk/deliveries`)).status).toBe(401)
})

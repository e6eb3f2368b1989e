import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, callAsIs } from '../http/client.ts'
import { openDesk, type TestDesk } from './desk.ts'

const PASSWORD = 'correct horse battery'

let desk: TestDesk
let token: string

beforeAll(async () => {
  desk = await openDesk()
  token = new URL(desk.setupUrl).searchParams.get('token') ?? ''
})

afterAll(() => desk.stop())

const setUp = (name: string, fields: object = {}) =>
  call(`${desk.url}/api/desk/setup`, { body: { token, name, password: PASSWORD, ...fields } })

test('a wrong token, a short password or a foreign page does not use the link up', async () => {
  expect(await setUp('坏人', { token: 'x' })).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
  expect(await setUp('坏人', { token: `${token}x` })).toMatchObject({ status: 401 })
  expect(await setUp('王芳', { password: 'short' })).toMatchObject({ status: 422, body: { code: 'bad_input' } })
  const body = { token, name: '坏人', password: PASSWORD }
  const foreign = await call(`${desk.url}/api/desk/setup`, { body, headers: { origin: 'https://elsewhere.example' } })
  expect(foreign).toMatchObject({ status: 403, body: { code: 'csrf' } })
  // Looking at the page, as the preview of a chat app does, is not using it.
  await callAsIs(desk.url, `/desk/setup?token=${token}`)
  expect(await desk.store.staff.list()).toEqual([])
})

test('of five callers at once one becomes the administrator, and nobody after', async () => {
  const names = ['甲', '乙', '丙', '丁', '戊']
  const answers = await Promise.all(names.map((name) => setUp(name)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401])
  expect(await desk.store.staff.list()).toMatchObject([{ role: 'admin' }])
  expect(await setUp('己')).toMatchObject({ status: 401 })
  const winner = answers.find(({ status }) => status === 201)
  expect(winner?.body).toMatchObject({ user: { role: 'admin' }, csrfToken: expect.any(String) })
  const cookie = winner?.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect((await call(`${desk.url}/api/desk/me`, { headers: { cookie } })).status).toBe(200)
})

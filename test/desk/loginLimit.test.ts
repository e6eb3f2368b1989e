import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../desk/passwords.ts'
import { call } from '../http/client.ts'
import { openDesk, type TestDesk } from './desk.ts'

const PASSWORD = 'correct horse battery'

let desk: TestDesk

beforeAll(async () => {
  desk = await openDesk({ LIMIT_FAILED_LOGINS: '3' })
  await desk.store.staff.add({ name: '王芳', role: 'staff', passwordHash: await hashPassword(PASSWORD) })
})

afterAll(() => desk.stop())

test('after so many failed logins even the right password waits, and is told how long', async () => {
  const login = (password: string) => call(`${desk.url}/api/desk/login`, { body: { name: '王芳', password } })
  // Those that succeed don't count.
  for (let n = 0; n < 4; n++) expect((await login(PASSWORD)).status).toBe(200)
  for (let n = 0; n < 3; n++) expect((await login('wrong horse battery')).status).toBe(401)
  const answer = await login(PASSWORD)
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 429, code: 'too_many' })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

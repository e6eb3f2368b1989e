import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../desk/passwords.ts'
import { type Call, call } from '../http/client.ts'
import { clerkOf, openDesk, type TestDesk } from './desk.ts'

const PASSWORD = 'correct horse battery'

let desk: TestDesk

beforeAll(async () => {
  desk = await openDesk()
  const passwordHash = await hashPassword(PASSWORD)
  for (const name of ['王芳', '李娜', '离职的人']) await desk.store.staff.add({ name, role: 'staff', passwordHash })
  await desk.store.staff.disable('离职的人')
})

afterAll(() => desk.stop())

const login = (name: string, password: string, more: Call = {}) =>
  call<{ user: { id: string; name: string; role: string }; csrfToken: string; code?: string }>(
    `${desk.url}/api/desk/login`,
    { body: { name, password }, ...more },
  )

test('login gives who one is, a CSRF token, and a cookie that no script and no other site can use', async () => {
  const { status, body, headers, text } = await login('王芳', PASSWORD)
  expect(status).toBe(200)
  expect(body).toEqual({
    user: { id: expect.any(String), name: '王芳', role: 'staff', disabled: false },
    csrfToken: expect.stringMatching(/^[\w-]{43}$/),
  })
  expect(text).not.toContain('scrypt')
  const cookie = headers.get('set-cookie') ?? ''
  for (const part of [/^qiao=[\w-]{43};/, /HttpOnly/, /SameSite=Strict/, /Path=\//]) expect(cookie).toMatch(part)
})

test('a wrong name, a wrong password and a disabled name get the very same answer', async () => {
  const answers = [
    await login('没有这个人', PASSWORD),
    await login('王芳', 'wrong horse battery'),
    await login('离职的人', PASSWORD),
  ]
  for (const { status, body, headers } of answers) {
    expect(status).toBe(401)
    expect(body.code).toBe('unauthorized')
    expect(headers.get('set-cookie')).toBeNull()
  }
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
})

test.each([
  {},
  { name: '王芳' },
  { name: '王芳', password: 7 },
  { name: ['王芳'], password: PASSWORD },
  { name: '', password: '' },
])('a login of %j is refused', async (body) => {
  const answer = await call(`${desk.url}/api/desk/login`, { body })
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'bad_request' })
})

test("a login from another site's page is refused, one from our own is not", async () => {
  const foreign = await login('王芳', PASSWORD, { headers: { origin: 'https://elsewhere.example' } })
  expect({ status: foreign.status, code: foreign.body.code }).toEqual({ status: 403, code: 'csrf' })
  expect((await login('王芳', PASSWORD, { headers: { origin: 'null' } })).status).toBe(403)
  expect((await login('王芳', PASSWORD, { headers: { origin: desk.url } })).status).toBe(200)
})

async function signIn(name: string) {
  const { body, headers } = await login(name, PASSWORD)
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  return clerkOf(desk.url, { ...body.user, role: 'staff', disabled: false }, cookie, body.csrfToken)
}

test('who am I: the same again; after logout nobody', async () => {
  const clerk = await signIn('王芳')
  expect((await clerk.get('/me')).body).toEqual({ user: clerk.member, csrfToken: clerk.csrf })
  expect((await clerk.post('/logout')).status).toBe(204)
  for (const path of ['/me', '/tickets', '/events']) {
    const { status, body } = await clerk.get(path)
    expect({ path, status, code: body.code }).toEqual({ path, status: 401, code: 'unauthorized' })
  }
})

test('logging out ends one session and no other', async () => {
  const [first, second] = [await signIn('王芳'), await signIn('王芳')]
  await first.post('/logout')
  expect((await second.get('/me')).status).toBe(200)
})

test('a session ends after twelve hours', async () => {
  const clerk = await signIn('李娜')
  desk.clock.forward(12 * 60 - 1)
  expect((await clerk.get('/me')).status).toBe(200)
  desk.clock.forward(2)
  expect((await clerk.get('/me')).status).toBe(401)
})

test.each(['', 'qiao=', 'qiao=x', 'qiao=%00', '__Host-qiao=x', `qiao=${'A'.repeat(43)}`])(
  'the cookie “%s” opens nothing',
  async (cookie) => {
    const { status, body } = await call(`${desk.url}/api/desk/tickets`, { headers: { cookie } })
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthorized' })
  },
)

test('whoever is disabled is out at once: calls are refused and the event stream ends', async () => {
  const clerk = await desk.clerk('要走的人')
  const stream = await clerk.hears()
  expect(stream.status).toBe(200)
  await desk.store.staff.disable('要走的人')
  await desk.handedOver()
  await stream.ended
  expect(stream.events).toEqual([])
  expect((await clerk.get('/me')).status).toBe(401)
  expect((await clerk.post('/logout')).status).toBe(401)
})

import { execFile } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isCommonPassword } from '../../desk/commonPasswords.ts'
import { checkPassword, hashPassword, isOldHash } from '../../desk/passwords.ts'
import { clerkOf, openDesk, type TestDesk } from '../desk/desk.ts'
import { type Call, call } from '../http/client.ts'

const PASSWORD = 'correct horse battery'

let desk: TestDesk

beforeAll(async () => {
  desk = await openDesk({ TRUST_PROXY: '1', LIMIT_FAILED_LOGINS_OF_NAME: '6' })
})

afterAll(() => desk.stop())

let addresses = 0
/** As a proxy in front tells it; each login from another one, unless the test is about addresses. */
const from = (address = `10.0.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}`) => ({
  'x-forwarded-for': address,
})

interface SignedIn {
  user: { id: string; name: string; totp?: boolean }
  csrfToken: string
  code?: string
  secondFactor?: string
}

const login = (name: string, fields: object = {}, headers: Record<string, string> = from()) =>
  call<SignedIn>(`${desk.url}/api/desk/login`, { body: { name, password: PASSWORD, ...fields }, headers })

async function enter(name: string, fields: object = {}) {
  const { body, headers } = await login(name, fields)
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  return clerkOf(desk.url, { id: body.user.id, name, role: 'staff', disabled: false }, cookie, body.csrfToken)
}

const newMember = async (name: string) =>
  desk.store.staff.add({ name, role: 'staff', passwordHash: await hashPassword(PASSWORD) })

describe('passwords', () => {
  test.each([
    'password1234',
    'P@ssw0rd@2026',
    'qwertyuiop12',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'woaini1314520',
    '1qaz2wsx3edc',
    'iloveyou1234',
    'wuyekefu2026',
    '物业客服密码123456',
    'letmeinletmein',
    'abcabcabcabcabc',
    'admin888admin888',
  ])('“%s” is among those that are tried first', async (password) => {
    expect(isCommonPassword(password)).toBe(true)
    await expect(hashPassword(password)).rejects.toMatchObject({ code: 'bad_input' })
  })

  test.each(['correct horse battery', 'mV3kz9Qp1xLt', '我家门前有两棵枣树呀', 'zebra-kettle-violin-42'])(
    '“%s” is not',
    (password) => expect(isCommonPassword(password)).toBe(false),
  )

  test("one's own name is a word that everybody tries", () => {
    expect(isCommonPassword('ouyangxiuwen2026', ['ouyangxiuwen'])).toBe(true)
    expect(isCommonPassword('ouyangxiuwen2026')).toBe(false)
  })

  test('scrypt with N = 2^17, a salt of its own, and the first form is hashed anew at the next login', async () => {
    const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)]
    expect(one).toMatch(/^scrypt\$17\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(two)
    const first = one.replace('$17$', '$')
    expect(await checkPassword(PASSWORD, first)).toBe(true)
    await desk.store.staff.add({ name: '老员工', role: 'staff', passwordHash: first })
    expect((await login('老员工')).status).toBe(200)
    const kept = await desk.store.staff.findByName('老员工')
    expect(isOldHash(kept?.passwordHash ?? '')).toBe(false)
    expect((await login('老员工')).status).toBe(200)
  })
})

describe('failed logins', () => {
  test('five from one address, whatever the names; another address is free, and five minutes later this one', async () => {
    await newMember('张伟')
    const here = from()
    for (let n = 0; n < 5; n++) expect((await login(`没有的人${n}`, {}, here)).status).toBe(401)
    const paused = await login('张伟', {}, here)
    expect(paused).toMatchObject({ status: 429, body: { code: 'too_many' } })
    expect(Number(paused.headers.get('retry-after'))).toBe(300)
    expect((await login('张伟')).status).toBe(200)
    desk.clock.forward(5)
    expect((await login('张伟', {}, here)).status).toBe(200)
  })

  test('so many of one name from wherever, then even the right password waits a quarter of an hour', async () => {
    await newMember('李强')
    for (let n = 0; n < 6; n++) expect((await login('李强', { password: `wrong ${n}` })).status).toBe(401)
    expect((await login(' 李强 ')).status).toBe(429)
    desk.clock.forward(14)
    expect((await login('李强')).status).toBe(429)
    desk.clock.forward(1)
    expect((await login('李强')).status).toBe(200)
  })

  test('twenty at once are no way round', async () => {
    await newMember('赵敏')
    const here = from()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => login('赵敏', { password: `no ${n}` }, here)),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  test('without a proxy that is ours, nobody names an address as theirs', async () => {
    const alone = await openDesk()
    const tries = Array.from({ length: 6 }, (_, n) => n + 1)
    const statuses: number[] = []
    for (const n of tries) {
      const body = { name: '没有的人', password: 'x' }
      const options: Call = { body, headers: { 'x-forwarded-for': `10.9.9.${n}` } }
      statuses.push((await call(`${alone.url}/api/desk/login`, options)).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    await alone.stop()
  })
})

describe('second factor', () => {
  const digits = (secret: string): string =>
    generateSync({ secret, epoch: Math.floor(desk.clock.now().getTime() / 1000) })

  async function withFactor(name: string) {
    const { id } = await newMember(name)
    const clerk = await enter(name)
    const offered = await clerk.post<{ secret: string; uri: string }>('/totp')
    const { secret } = offered.body
    expect(offered.body.uri).toMatch(/^otpauth:\/\/totp\//)
    const confirmed = await clerk.post<{ recoveryCodes: string[] }>('/totp/confirm', { code: digits(secret) })
    return { id, clerk, secret, codes: confirmed.body.recoveryCodes }
  }

  test('it counts once it is confirmed; then the password alone opens nothing', async () => {
    await newMember('孙丽')
    const clerk = await enter('孙丽')
    const { secret } = (await clerk.post<{ secret: string }>('/totp')).body
    expect((await clerk.post('/totp/confirm', { code: '000000' })).body).toMatchObject({ code: 'second_factor' })
    expect((await login('孙丽')).status).toBe(200)
    expect((await clerk.post('/totp/confirm', { code: digits(secret) })).status).toBe(200)
    const asked = await login('孙丽')
    expect(asked).toMatchObject({ status: 401, body: { code: 'second_factor', reason: 'needed' } })
    expect(asked.headers.get('set-cookie')).toBeNull()
    expect((await clerk.get('/me')).text).not.toContain(secret)
  })

  test('the same digits are good once; the next ones again; a clock that is a step off is borne', async () => {
    const { secret } = await withFactor('周杰')
    // Those that confirmed it are used up.
    expect((await login('周杰', { code: digits(secret) })).body).toMatchObject({ reason: 'wrong' })
    desk.clock.forward(1)
    const code = digits(secret)
    expect((await login('周杰', { code })).body.user).toMatchObject({ totp: true })
    expect((await login('周杰', { code })).body).toMatchObject({ code: 'second_factor', reason: 'wrong' })
    desk.clock.forward(1)
    const late = digits(secret)
    desk.clock.forward(0.5)
    expect((await login('周杰', { code: late })).status).toBe(200)
    desk.clock.forward(2)
    expect((await login('周杰', { code: late })).status).toBe(401)
  })

  test('wrong digits count as failed logins, a missing code does not', async () => {
    const { secret } = await withFactor('吴刚')
    desk.clock.forward(1)
    for (let n = 0; n < 10; n++) expect((await login('吴刚')).body).toMatchObject({ reason: 'needed' })
    for (let n = 0; n < 6; n++) expect((await login('吴刚', { code: `00000${n}` })).status).toBe(401)
    expect((await login('吴刚', { code: digits(secret) })).status).toBe(429)
  })

  test('a recovery code lets one in once; the record holds its hash alone', async () => {
    const { codes, id } = await withFactor('郑爽')
    expect(new Set(codes).size).toBe(10)
    const [code = ''] = codes
    expect((await login('郑爽', { code: code.toLowerCase() })).status).toBe(200)
    expect((await login('郑爽', { code })).body).toMatchObject({ code: 'second_factor' })
    expect(JSON.stringify(await desk.store.staff.secrets(id))).not.toContain(code.slice(0, 4))
  })

  test('by its digits one takes off one’s own: elsewhere sessions end, here a new one begins', async () => {
    const { clerk, secret } = await withFactor('吴倩')
    desk.clock.forward(1)
    const code = generateSync({ secret, epoch: Math.floor(desk.clock.now().getTime() / 1000) })
    expect((await clerk.post('/totp/off', { code: '000000' })).body).toMatchObject({ code: 'second_factor' })
    const off = await clerk.post<{ user: object; csrfToken: string }>('/totp/off', { code })
    expect(off.body.user).not.toHaveProperty('totp')
    expect((await clerk.get('/me')).status).toBe(401)
    const [cookie = ''] = (off.headers.get('set-cookie') ?? '').split(';')
    const here = { headers: { cookie, 'x-csrf-token': off.body.csrfToken } }
    expect((await call(`${desk.url}/api/desk/totp`, { ...here, body: {} })).status).toBe(200)
    expect((await login('吴倩')).status).toBe(200)
  })

  test('an administrator takes it off, and every session ends', async () => {
    const { id, clerk } = await withFactor('冯远')
    const admin = await desk.clerk('管理员', 'admin')
    expect((await admin.post(`/users/${id}/totp-reset`)).status).toBe(200)
    expect((await clerk.get('/me')).status).toBe(401)
    expect((await login('冯远')).status).toBe(200)
  })

  test('where it is required, nothing else goes before it is set up', async () => {
    const strict = await openDesk({ STAFF_TOTP: 'required' })
    const clerk = await strict.clerk('陈晨', 'admin')
    expect((await clerk.get('/me')).body).toMatchObject({ secondFactor: 'missing' })
    for (const path of ['/tickets', '/events', '/users', '/audit', '/sessions'])
      expect(await clerk.get(path)).toMatchObject({ status: 403, body: { code: 'forbidden', reason: 'second_factor' } })
    const { secret } = (await clerk.post<{ secret: string }>('/totp')).body
    const code = generateSync({ secret, epoch: Math.floor(strict.clock.now().getTime() / 1000) })
    expect((await clerk.post('/totp/confirm', { code })).status).toBe(200)
    expect((await clerk.get('/tickets')).status).toBe(200)
    expect((await clerk.get('/me')).body).not.toHaveProperty('secondFactor')
    expect((await clerk.post('/totp/off', { code })).status).toBe(403)
    await strict.stop()
  })
})

describe('sessions', () => {
  test("everybody sees and ends their own, an administrator everybody's; streams end at once", async () => {
    const [wang, li] = [await desk.clerk('王芳'), await desk.clerk('李娜')]
    const admin = await desk.clerk('主任', 'admin')
    const own = await wang.get<{ sessions: { id: string; own: boolean }[] }>('/sessions?all=1')
    expect(own.body.sessions).toMatchObject([{ name: '王芳', own: true }])
    expect(own.text).not.toContain(wang.cookie.slice('qiao='.length))
    const stream = await wang.hears()
    const id = own.body.sessions[0]?.id ?? ''
    const end = (clerk: typeof wang) => clerk.post(`/sessions/${id}`, undefined, { method: 'DELETE' })
    expect((await end(li)).status).toBe(404)
    expect((await wang.get('/me')).status).toBe(200)
    const all = await admin.get<{ sessions: { name: string }[] }>('/sessions?all=1')
    expect(all.body.sessions.map(({ name }) => name)).toContain('李娜')
    expect((await end(admin)).status).toBe(204)
    await stream.ended
    expect((await wang.get('/me')).status).toBe(401)
  })

  test('another role, other compounds or being disabled take effect at once', async () => {
    const admin = await desk.clerk('经理', 'admin')
    const changes = [{ role: 'manager' }, { communities: ['demo'] }, { disabled: true }]
    for (const [n, change] of changes.entries()) {
      const clerk = await desk.clerk(`客服${n}`)
      const stream = await clerk.hears()
      const changed = await admin.post(`/users/${clerk.member.id}`, change, { method: 'PATCH' })
      expect(changed).toMatchObject({ status: 200, body: change })
      await stream.ended
      expect((await clerk.get('/tickets')).status).toBe(401)
    }
  })

  test('what the command line does ends open streams too', async () => {
    const clerk = await desk.clerk('要走的人')
    const stream = await clerk.hears()
    await staffCommand('disable', '--name', '要走的人')
    await stream.ended
    expect((await clerk.get('/me')).status).toBe(401)
  })

  test('a new password of one’s own needs the present one, and ends the other sessions', async () => {
    await newMember('何静')
    const [here, there] = [await enter('何静'), await enter('何静')]
    const password = 'two violins and a kettle'
    expect(await here.post('/password', { current: 'wrong horse battery', password })).toMatchObject({ status: 422 })
    expect(await here.post('/password', { current: PASSWORD, password: 'password1234' })).toMatchObject({ status: 422 })
    expect((await here.post('/password', { current: PASSWORD, password })).status).toBe(200)
    expect((await there.get('/me')).status).toBe(401)
    expect((await login('何静')).status).toBe(401)
    expect((await login('何静', { password })).status).toBe(200)
  })
})

describe('cookies and pages of others', () => {
  test('behind https the cookie is bound to this very host, and HSTS is sent; on http neither', async () => {
    const plain = await login('没有的人')
    expect(plain.headers.get('strict-transport-security')).toBeNull()
    const port = await freePort()
    const secure = await openDesk({ PUBLIC_URL: 'https://qiao.example.com', PORT: String(port) })
    await secure.store.staff.add({ name: '王芳', role: 'staff', passwordHash: await hashPassword(PASSWORD) })
    const body = { name: '王芳', password: PASSWORD }
    const { headers } = await call(`http://127.0.0.1:${port}/api/desk/login`, { body })
    expect(headers.get('set-cookie')).toMatch(/^__Host-qiao=[\w-]{43};.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Strict/)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
    await secure.stop()
  })

  test("a stream and a read of another site's page are refused, even with the cookie", async () => {
    const clerk = await desk.clerk('受骗的人')
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }])
      for (const path of ['/events', '/tickets', '/attachments/x']) {
        const answer = await call(`${desk.url}/api/desk${path}`, { headers: { cookie: clerk.cookie, ...headers } })
        expect(answer).toMatchObject({ status: 403, body: { code: 'csrf' } })
      }
  })

  test('a stolen cookie is no CSRF token; an old cookie opens nothing', async () => {
    const clerk = await desk.clerk('被偷的人')
    const stolen = { cookie: clerk.cookie }
    expect((await call(`${desk.url}/api/desk/logout`, { method: 'POST', headers: stolen })).status).toBe(403)
    await clerk.post('/logout')
    expect((await call(`${desk.url}/api/desk/me`, { headers: stolen })).status).toBe(401)
  })
})

describe('the last administrator', () => {
  test('cannot be disabled or lowered, at the desk or from the command line', async () => {
    const lone = await openDesk()
    const admin = await lone.clerk('唯一', 'admin')
    for (const change of [{ disabled: true }, { role: 'staff' }]) {
      const answer = await admin.post(`/users/${admin.member.id}`, change, { method: 'PATCH' })
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } })
    }
    expect((await admin.get('/me')).status).toBe(200)
    await lone.stop()
  })
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

/** `npm run staff` beside the running server. */
function staffCommand(...words: string[]): Promise<string> {
  return new Promise((done, failed) => {
    const options = { env: { ...process.env, DATA_DIR: desk.dataDir } }
    const child = execFile('npx', ['tsx', 'scripts/staff.ts', ...words], options, (error, stdout, stderr) =>
      error ? failed(new Error(stderr)) : done(stdout),
    )
    child.stdin?.end(PASSWORD)
  })
}

test('from the command line: add, compounds, role, list, sessions, password, enable', async () => {
  expect(await staffCommand('add', '--name', '命令', '--role', 'staff', '--compounds', 'demo')).toMatch(/added 命令/)
  expect(await staffCommand('list')).toMatch(/^命令\tstaff\tdemo$/m)
  expect((await login('命令')).status).toBe(200)
  expect(await staffCommand('sessions', '--name', '命令')).toMatch(/^2026-.*10\.0\./)
  await staffCommand('role', '--name', '命令', '--role', 'manager')
  await staffCommand('compounds', '--name', '命令', '--compounds', '')
  expect(await staffCommand('list')).toMatch(/^命令\tmanager$/m)
  await staffCommand('disable', '--name', '命令')
  expect((await login('命令')).status).toBe(401)
  await staffCommand('enable', '--name', '命令')
  await staffCommand('password', '--name', '命令')
  expect((await login('命令')).status).toBe(200)
  const { entries } = await desk.store.audit.list({ action: 'staff add' })
  expect(entries).toMatchObject([{ from: 'command line', after: { role: 'staff', communities: ['demo'] } }])
  await expect(staffCommand('role', '--name', '没有的人', '--role', 'staff')).rejects.toThrow(/没有的人/)
}, 120_000)

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { call } from '../http/client.ts'
import { CLIENT, startProvider, type TestProvider } from './oidcProvider.ts'

let desk: TestDesk
let provider: TestProvider

beforeAll(async () => {
  provider = await startProvider()
  desk = await openDesk({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLE_CLAIM: 'qiao_role',
    STAFF_TOTP: 'required',
  })
  provider.register(`${desk.url}/api/desk/oidc/callback`)
  const wang = { name: '王芳', role: 'staff' as const, passwordHash: '', oidcSubject: 'wang@example.com' }
  await desk.store.staff.add(wang)
})

beforeEach(() => {
  provider.account = { id: 'w1', claims: { email: 'wang@example.com', email_verified: true } }
})

afterAll(async () => {
  await desk.stop()
  await provider.stop()
})

/** A browser that keeps cookies by host and follows redirects until it is sent back to us. */
function newBrowser() {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string): Map<string, string> => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const get = async (url: string): Promise<{ status: number; location?: string }> => {
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const to = response.headers.get('location')
    return { status: response.status, ...(to && { location: new URL(to, url).href }) }
  }
  return {
    get,
    cookie: (name: string): string | undefined => jarOf(desk.url).get(name),
    /** Signs in over there; the address of ours to which one is sent back. */
    signIn: async (): Promise<string> => {
      let { location } = await get(`${desk.url}/api/desk/oidc/start`)
      while (location && !location.startsWith(desk.url)) ({ location } = await get(location))
      return location ?? ''
    },
  }
}

const me = (cookie: string | undefined) => call(`${desk.url}/api/desk/me`, { headers: { cookie: `qiao=${cookie}` } })
const refused = { status: 303, location: expect.stringMatching(/\/desk\?sso=refused$/) }

test('whoever is on the staff comes in by the sign-in of the company, with no second factor of ours', async () => {
  const browser = newBrowser()
  const back = await browser.signIn()
  expect(await browser.get(back)).toMatchObject({ status: 303, location: `${desk.url}/desk` })
  const { status, body } = await me(browser.cookie('qiao'))
  expect({ status, user: body.user }).toMatchObject({ status: 200, user: { name: '王芳', role: 'staff' } })
  expect(body).not.toHaveProperty('secondFactor')
  expect(browser.cookie('qiao-oidc')).toBeUndefined()
  const { entries } = await desk.store.audit.list({ action: 'oidc' })
  expect(entries).toMatchObject([{ who: { name: '王芳' } }])
})

test('it asks with code, PKCE, state and nonce', async () => {
  const { location = '' } = await newBrowser().get(`${desk.url}/api/desk/oidc/start`)
  const asked = Object.fromEntries(new URL(location).searchParams)
  expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: CLIENT.id })
  for (const one of ['state', 'nonce', 'code_challenge']) expect(asked[one]).toMatch(/^[\w-]{43}$/)
})

test('a code is good once, and only in the browser that asked for it', async () => {
  const [browser, thief] = [newBrowser(), newBrowser()]
  const back = await browser.signIn()
  expect(await thief.get(back)).toMatchObject(refused)
  await thief.get(`${desk.url}/api/desk/oidc/start`)
  expect(await thief.get(back)).toMatchObject(refused)
  expect(thief.cookie('qiao')).toBeUndefined()
  expect(await browser.get(back)).toMatchObject({ location: `${desk.url}/desk` })
  expect(await browser.get(back)).toMatchObject(refused)
})

test.each([
  ['state', 'of another'],
  ['code', 'x'.repeat(43)],
  ['iss', 'https://elsewhere.example'],
])('a changed %s is refused', async (name, value) => {
  const browser = newBrowser()
  const back = new URL(await browser.signIn())
  back.searchParams.set(name, value)
  expect(await browser.get(back.href)).toMatchObject(refused)
  expect(browser.cookie('qiao')).toBeUndefined()
})

test('another nonce than the one that was sent is refused', async () => {
  const browser = newBrowser()
  const spoiled = newBrowser()
  const back = await browser.signIn()
  const one = JSON.parse(Buffer.from(browser.cookie('qiao-oidc') ?? '', 'base64url').toString()) as object
  const forged = Buffer.from(JSON.stringify({ ...one, nonce: 'x'.repeat(43) })).toString('base64url')
  const answer = await fetch(back, { redirect: 'manual', headers: { cookie: `qiao-oidc=${forged}` } })
  expect(answer.headers.get('location')).toMatch(/sso=refused/)
  expect(spoiled.cookie('qiao')).toBeUndefined()
})

test('whom the company knows and we do not, whose address is not proven, and who is disabled, stay out', async () => {
  await desk.store.staff.add({ name: '离职', role: 'staff', passwordHash: '', oidcSubject: 'gone@example.com' })
  await desk.store.staff.disable('离职')
  for (const claims of [
    { email: 'stranger@example.com', email_verified: true },
    { email: 'wang@example.com', email_verified: false },
    { email: 'gone@example.com', email_verified: true },
    {},
  ]) {
    provider.account = { id: 'x', claims }
    const browser = newBrowser()
    expect(await browser.get(await browser.signIn())).toMatchObject(refused)
    expect(browser.cookie('qiao')).toBeUndefined()
  }
  const { entries } = await desk.store.audit.list({ action: 'login_failed' })
  expect(entries[0]).toMatchObject({ after: { why: 'no email' } })
})

test('the role claim says who may what, and the change is kept', async () => {
  provider.account.claims.qiao_role = 'manager'
  const browser = newBrowser()
  await browser.get(await browser.signIn())
  expect((await me(browser.cookie('qiao'))).body).toMatchObject({ user: { role: 'manager' } })
  const { entries } = await desk.store.audit.list({ action: 'oidc_role' })
  expect(entries).toMatchObject([{ before: { role: 'staff' }, after: { role: 'manager' } }])
  provider.account.claims.qiao_role = 'emperor'
  const again = newBrowser()
  await again.get(await again.signIn())
  expect((await me(again.cookie('qiao'))).body).toMatchObject({ user: { role: 'manager' } })
})

test('where no provider is set there is none', async () => {
  const alone = await openDesk()
  expect((await call(`${alone.url}/api/desk/oidc`)).body).toEqual({ on: false })
  expect((await call(`${alone.url}/api/desk/oidc/start`)).status).toBe(404)
  await alone.stop()
})

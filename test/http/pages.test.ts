import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { call, callAsIs, newOwner } from './client.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  writeFileSync(join(app.pages, '..', 'qiao-outside.txt'), 'outside')
})

afterAll(() => app.stop())

test.each(['/', '/desk', '/desk/tickets/1', '/api/communities/demo/public', '/healthz', '/no-such', '/api/no-such'])(
  '%s comes with the headers that keep a page safe',
  async (path) => {
    const { headers } = await call(app.url + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toMatch(/frame-ancestors /)
    expect(policy).not.toMatch(/unsafe-|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
    expect(headers.get('x-powered-by')).toBeNull()
  },
)

test('the sites that are named may show the owner page in a frame, and no other page', async () => {
  const policyOf = async (path: string) => (await call(app.url + path)).headers.get('content-security-policy')
  expect(await policyOf('/')).toContain("frame-ancestors 'self' https://bbs.example.com;")
  for (const path of ['/desk', '/widget.js', '/api/communities/demo/public'])
    expect(await policyOf(path)).toMatch(/frame-ancestors 'self'(;|$)/)
  expect((await call(`${app.url}/`)).headers.get('x-frame-options')).toBeNull()
  expect((await call(`${app.url}/desk`)).headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

test('of all files other sites load the widget alone', async () => {
  const resourcePolicy = async (path: string) =>
    (await call(app.url + path)).headers.get('cross-origin-resource-policy')
  expect(await resourcePolicy('/widget.js')).toBe('cross-origin')
  expect(await resourcePolicy('/')).toBe('same-origin')
})

test('both pages are served, and looked at again each time', async () => {
  expect(await call(`${app.url}/`)).toMatchObject({ status: 200, text: '<title>owner</title>' })
  expect(await call(`${app.url}/desk/tickets/1`)).toMatchObject({ status: 200, text: '<title>desk</title>' })
  expect((await call(`${app.url}/`)).headers.get('cache-control')).toBe('no-cache')
})

test.each([
  '/../qiao-outside.txt',
  '/..%2fqiao-outside.txt',
  '/%2e%2e/qiao-outside.txt',
  '/%2e%2e%2fqiao-outside.txt',
  '/..%5cqiao-outside.txt',
  '/assets/../../qiao-outside.txt',
  '/assets/..%2f..%2fqiao-outside.txt',
  '/assets/%2e%2e/%2e%2e/qiao-outside.txt',
  '//etc/passwd',
  '/assets//etc/passwd',
  '/.hidden',
  '/index.html%00.png',
  '/%c0%ae%c0%ae/qiao-outside.txt',
  '/%',
  '/desk/../../qiao-outside.txt',
])('%s leads nowhere', async (path) => {
  const answer = await callAsIs(app.url, path)
  expect(answer.text).not.toMatch(/outside|hidden|root:/)
  if (!path.startsWith('/desk')) expect({ path, status: answer.status }).toEqual({ path, status: 404 })
})

test.each(['/api/no-such', '/no-such.html', '/assets/no-such.js'])('%s is not found, as a problem', async (path) => {
  const answer = await call(app.url + path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toMatch('application/problem+json')
  expect(answer.body).toMatchObject({ code: 'not_found' })
})

test.each(['OPTIONS', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'TRACE'])('%s does nothing anywhere', async (method) => {
  const owner = await newOwner(app.url)
  const headers = { authorization: `Bearer ${owner.token}` }
  for (const path of ['', '/messages', '/events', '/ticket', '/close', '/typing', '/rating']) {
    const { status, text } = await callAsIs(owner.url, `${new URL(owner.url).pathname}${path}`, { method, headers })
    expect(status).toBeLessThan(500)
    if (method === 'HEAD') expect(text).toBe('')
  }
  const after = await call(owner.url, { token: owner.token })
  expect(after.body).toMatchObject({ state: { stage: 'bot' } })
  expect(await owner.sees()).toEqual([])
})

test('no page of elsewhere may read an answer', async () => {
  const { headers } = await call(`${app.url}/api/conversations`, {
    body: {},
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

test('pages and scripts come compressed to whoever reads that; what the API says does not', async () => {
  writeFileSync(join(app.pages, 'long.js'), '// 桥'.repeat(2000))
  const headers = { 'accept-encoding': 'gzip' }
  const script = await callAsIs(app.url, '/long.js', { headers })
  expect(script.headers).toMatchObject({ 'content-encoding': 'gzip', vary: expect.stringMatching(/accept-encoding/i) })
  const plain = await callAsIs(app.url, '/long.js')
  expect(plain.headers['content-encoding']).toBeUndefined()
  const said = await callAsIs(app.url, '/api/communities/demo/public', { headers })
  expect([said.status, said.headers['content-encoding']]).toEqual([200, undefined])
})

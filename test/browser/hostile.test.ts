import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../http/client.ts'
import { hostileClasses, kept } from '../security/hostile/lines.ts'
import { openDeskAs, openOwner, openStage, type Stage } from './stage.ts'

/* What owners write is words on every page, whatever it is: nothing of it runs, asks or leads anywhere. */

/** Those that are aimed at a page. */
const AIMED = ['markup', 'script', 'handlers', 'svg and css', 'addresses', 'templates', 'bidi and unseen', 'structures']
const lines = hostileClasses.flatMap(([name, all]) => (AIMED.includes(name) ? all : []))
const written = lines.filter((line) => kept(line).trim() !== '')

let stage: Stage

beforeAll(async () => {
  stage = await openStage({ LIMIT_CONVERSATIONS: '100000', LIMIT_MESSAGES: '100000' })
})
afterAll(async () => {
  await stage?.end()
})

/** Everything that should never happen on a page from now on. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = []
  const own = new URL(stage.server.url).origin
  await page.exposeFunction('attacked', () => seen.push('a script ran'))
  page.on('dialog', async (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== own) seen.push(`asked ${url.href}`)
  })
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(own)) seen.push(`went to ${frame.url()}`)
  })
  page.on('frameattached', () => seen.push('a frame was put in'))
  page.on('popup', () => seen.push('a window opened'))
  return seen
}

/** `conversationId.secret`, as the page keeps it. */
async function tokenOf(page: Page): Promise<string> {
  const inBrowser = (): Promise<string> => page.evaluate('JSON.stringify({ ...localStorage })')
  await expect.poll(inBrowser).toMatch(TOKEN)
  return TOKEN.exec(await inBrowser())?.[0] ?? ''
}
const TOKEN = /[\w-]{22}\.[\w-]{20,}/

/** Elements that no page of ours has, and handlers that stand in the markup. */
const foreign = (page: Page): Promise<string[]> => page.evaluate<string[]>(FOREIGN)
const FOREIGN = `[...document.querySelectorAll('*')]
  .filter((element) =>
    /^(iframe|object|embed|base|marquee|math|plaintext|xmp|isindex|audio|video)$/i.test(element.tagName) ||
    [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^javascript:/i.test(value.trim())))
  .map((element) => element.outerHTML.slice(0, 100))`

test('it does see an attack', async () => {
  const { page } = await openOwner(stage)
  const seen = await watch(page)
  await page.evaluate('attacked()')
  await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>')")
  await expect.poll(() => seen).toContain('a script ran')
  await expect.poll(() => seen).toContain('a frame was put in')
  expect(await foreign(page)).toHaveLength(1)
})

test('an owner page and every room of the desk show it as words', { timeout: 240_000 }, async () => {
  const { desk, complaints: deskComplaints } = await openDeskAs(stage, '小林<img src=x onerror=attacked()>')
  const onDesk = await watch(desk)
  const { page, complaints, says } = await openOwner(stage)
  const onPage = await watch(page)
  await says(written[0] ?? '')
  const token = await tokenOf(page)
  const own = `${stage.server.url}/api/conversations/${token.split('.')[0]}`
  let sent = 0
  for (const text of written)
    await call(`${own}/messages`, { token, body: { clientMessageId: `hostile-${sent++}`, text } })
  await call(`${own}/messages`, { token, body: { clientMessageId: 'person', text: '转人工' } })
  await page.reload()
  await page.getByText('转人工').first().waitFor()
  const shown = await page.evaluate<string>('document.body.textContent')
  for (const line of written.slice(-40)) expect(shown).toContain(kept(line).trim())
  expect({ onPage, complaints, foreign: await foreign(page) }).toEqual({ onPage: [], complaints: [], foreign: [] })

  const links = await desk.locator('nav a').all()
  const rooms = await Promise.all(links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', own).href))
  expect(rooms.length).toBeGreaterThan(8)
  const ticket = desk.locator('a[href*="/desk/t/"]').first()
  await ticket.click()
  await desk.getByText('转人工').first().waitFor()
  const inThread = await desk.evaluate<string>('document.body.textContent')
  expect(inThread).toContain('<svg><script>')
  for (const room of rooms) {
    await desk.goto(room)
    await desk.waitForLoadState('networkidle').catch(() => undefined)
    expect({ room, foreign: await foreign(desk) }).toEqual({ room, foreign: [] })
  }
  expect({ onDesk, deskComplaints }).toEqual({ onDesk: [], deskComplaints: [] })
})

import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { startServer, type TestServer } from '../http/server.ts'
import { testClock } from '../support/clock.ts'
import { keepScreen, openBrowser, openPage } from './browser.ts'

const PAGES = join('dist', 'pages')
/** Bytes after gzip. */
const MOST = 25_000
const DESK = { width: 1280, height: 800 }

/** The property company's own site, strict about what it lets in. */
async function startSite(scriptFrom: () => string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(204).end()
    const qiao = scriptFrom()
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${qiao}; frame-src ${qiao}; style-src 'self'`,
    })
    response.end(
      `<!doctype html><html lang="zh-CN"><title>物业官网</title><h1>物业官网</h1><button>本站的按钮</button><script src="${qiao}/widget.js" data-community="demo" async></script></html>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

let friend: Awaited<ReturnType<typeof startSite>>
let stranger: Awaited<ReturnType<typeof startSite>>
let qiao: TestServer
let browser: Browser

beforeAll(async () => {
  await buildPages()
  friend = await startSite(() => qiao.url)
  stranger = await startSite(() => qiao.url)
  qiao = await startServer({ clock: testClock(), settings: { WIDGET_ORIGINS: friend.url } })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await qiao?.stop()
  for (const site of [friend, stranger]) site?.server.close()
})

const zipped = (file: string) => gzipSync(readFileSync(join(PAGES, file))).length

test('the widget and the first screen of the owner page that it opens are less than 25 kB, in any language', () => {
  const page = readFileSync(join(PAGES, 'index.html'), 'utf8')
  const parts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
  expect(parts.length).toBeGreaterThan(1)
  const words = readdirSync(join(PAGES, 'assets')).filter((file) => /^(?:zh|en)-.*\.js$/.test(file))
  expect(words).toHaveLength(3)
  const first = ['widget.js', 'index.html', ...parts].reduce((sum, file) => sum + zipped(file), 0)
  expect(first + Math.max(...words.map((file) => zipped(join('assets', file))))).toBeLessThan(MOST)
})

test('who comes for the first time loads that and no more until the conversation is open', async () => {
  const { page } = await openPage(browser, 'about:blank', DESK)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(qiao.url)
  await page.getByText('大家今天常问').waitFor()
  await expect.poll(() => asked.some((path) => /assets\/rest-.*js/.test(path))).toBe(true)
  const opened = asked.findIndex((path) => /^\/api\/conversations\/[^/]+\/messages/.test(path))
  const scripts = asked.slice(0, opened).filter((path) => path.endsWith('.js'))
  expect(scripts.map((path) => path.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['/assets/index', '/assets/zh'])
})

test('the script is one for older browsers: no modules, nothing newer than ES2019', () => {
  const script = readFileSync(join(PAGES, 'widget.js'), 'utf8')
  expect(script).not.toMatch(/\bimport\b|\bexport\b|\?\.[a-z(]|\?\?/)
})

test('no script that owners or repairers load looks behind in a pattern: Safari before 16.4 would read none of it', () => {
  const scripts = readdirSync(join(PAGES, 'assets')).filter((file) => file.endsWith('.js') && !file.startsWith('desk'))
  expect(scripts.length).toBeGreaterThan(4)
  for (const file of scripts)
    expect({ file, behind: readFileSync(join(PAGES, 'assets', file), 'utf8').match(/\(\?<[!=]/g) }).toEqual({
      file,
      behind: null,
    })
})

test('one script tag opens the owner page on a strict site, whose own page stays as it was', async () => {
  const { page, complaints } = await openPage(browser, friend.url, DESK)
  const names = 'Object.getOwnPropertyNames(window).length'
  const before = await page.evaluate(names)
  await page.getByRole('button', { name: '问物业' }).click()
  const frame = page.frameLocator('iframe')
  await frame.getByText('大家今天常问').waitFor()
  await frame.getByRole('textbox').fill('我家天然气到底哪天能通啊')
  await frame.getByRole('textbox').press('Enter')
  await frame.getByText('没有日期登记在册').waitFor()
  await keepScreen(page, 'widget')
  expect(await page.evaluate(names)).toBe(before)

  await frame.getByRole('textbox').press('Escape')
  await page.getByRole('button', { name: '问物业' }).click()
  await frame.getByText('没有日期登记在册').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '问物业' }).waitFor()
  expect(complaints).toEqual([])
})

test('a site that is not named shows no owner page; the way out is a page of its own', async () => {
  const { page } = await openPage(browser, stranger.url, DESK)
  // The browser's word on it comes when the frame's answer has come, however long that takes.
  const refused = page.waitForEvent('console', (said) => /frame-ancestors|Framing/.test(said.text()))
  await page.getByRole('button', { name: '问物业' }).click()
  await refused
  expect(await page.frameLocator('iframe').getByText('大家今天常问').count()).toBe(0)
  const href = await page.getByRole('link', { name: '单独打开' }).getAttribute('href')
  expect(href).toBe(`${qiao.url}/?community=demo`)
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { startServer, type TestServer } from '../http/server.ts'
import { testClock } from '../support/clock.ts'
import { keepScreen, openBrowser, openPage } from './browser.ts'

const DESK = { width: 1440, height: 900 }
const PASSWORD = 'correct horse battery staple'

let server: TestServer
let browser: Browser
let desk: Page
let complaints: string[]

beforeAll(async () => {
  await buildPages()
  server = await startServer({ clock: testClock() })
  browser = await openBrowser()
  const opened = await openPage(browser, server.setupUrl ?? '', DESK)
  desk = opened.page
  complaints = opened.complaints
  await desk.getByLabel('姓名').fill('小李')
  for (const field of await desk.getByLabel(/密码/).all()) await field.fill(PASSWORD)
  await desk.keyboard.press('Enter')
  await desk.getByRole('link', { name: '代录' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a call is taken down by keyboard alone: words, a look, Ctrl+Enter, and the next one', async () => {
  await desk.goto(`${server.url}/desk/intake`)
  const said = desk.getByLabel('说了什么')
  await said.waitFor()
  await expect.poll(() => desk.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
  await desk.keyboard.type('3栋2单元501厨房水管漏水，电话13800138000')
  const home = desk.getByLabel('几栋几单元几号')
  await expect.poll(() => home.inputValue()).toBe('3栋2单元501')
  expect(await desk.getByRole('button', { name: '工单', exact: true }).getAttribute('aria-pressed')).toBe('true')
  await keepScreen(desk, 'intake')
  await desk.keyboard.press('Control+Enter')
  await desk.getByText(/记成工单 \d+ 了/).waitFor()
  expect(await said.inputValue()).toBe('')
  await desk.keyboard.type('天然气什么时候能通')
  await desk.keyboard.press('Control+Enter')
  await desk.getByText('记成来单了').waitFor()
  await desk.getByRole('link', { name: '打开' }).click()
  await desk.getByText('电话里说的，小李记下。', { exact: false }).waitFor()
  expect(complaints).toEqual([])
})

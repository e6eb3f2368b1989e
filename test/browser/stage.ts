import type { Browser, Page } from 'playwright-core'
import { buildPages } from '../../scripts/buildPages.ts'
import type { TestClerk } from '../desk/desk.ts'
import { startServer, type TestServer } from '../http/server.ts'
import { testClock } from '../support/clock.ts'
import { openBrowser, openPage } from './browser.ts'

export const SCREEN = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }
/** The narrowest phone that still is in use. */
export const SMALL_PHONE = { width: 360, height: 740 }
export const PASSWORD = 'correct horse battery staple'

/** The running product with its pages, and a browser to look at them with. */
export interface Stage {
  server: TestServer
  browser: Browser
  end(): Promise<void>
}

export interface OwnerPage {
  page: Page
  /** What console and policy complained of. */
  complaints: string[]
  says(text: string): Promise<void>
}

export async function openStage(settings: Record<string, string> = {}): Promise<Stage> {
  await buildPages()
  const server = await startServer({ clock: testClock(), settings })
  const browser = await openBrowser()
  const end = async () => {
    await browser.close()
    await server.stop()
  }
  return { server, browser, end }
}

/** The desk as the first administrator sees it, who comes in by the link of the first start. */
export async function openDeskAs(
  { server, browser }: Stage,
  name: string,
): Promise<{ desk: Page; complaints: string[] }> {
  const { page, complaints } = await openPage(browser, server.setupUrl ?? '', SCREEN)
  await page.getByLabel('姓名').fill(name)
  for (const field of await page.getByLabel(/密码/).all()) await field.fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '来单' }).waitFor()
  return { desk: page, complaints }
}

export async function openOwner({ server, browser }: Stage, size = PHONE): Promise<OwnerPage> {
  const { page, complaints } = await openPage(browser, server.url, size)
  const box = page.getByRole('textbox', { name: '说说您的事' })
  const says = async (text: string) => {
    await box.fill(text)
    await box.press('Enter')
  }
  return { page, complaints, says }
}

/** The desk as this clerk, who is signed in already, has it open. */
export async function openDeskOf(
  browser: Browser,
  url: string,
  clerk: TestClerk,
  size = SCREEN,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const [name = '', value = ''] = clerk.cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}/desk`)
  await page.getByRole('navigation', { name: '来单列表' }).waitFor()
  return { page, complaints }
}

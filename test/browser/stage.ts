import type { Browser, Page } from 'playwright-core'
import { buildPages } from '../../scripts/buildPages.ts'
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

export async function openStage(): Promise<Stage> {
  await buildPages()
  const server = await startServer({ clock: testClock() })
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

import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const SCREENS = 'dist/screens'

/** A real Chromium; where it is, `scripts/test-services` says. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A page that fails the test when its console or its policy complains. */
export async function openPage(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A 401 on /me is how the desk learns that nobody is logged in.
    if (message.type() === 'error' && !/401/.test(message.text())) complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints }
}

/** Kept for whoever looks at the pages after a run. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true })
  await page.screenshot({ path: `${SCREENS}/${name}.png` })
}

import { type Browser, chromium, type Page } from 'playwright-core'
import type { Clerk } from './place.ts'

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** The desk in a browser, as this clerk; `path` below `/desk`. */
export async function openScreen(browser: Browser, url: string, clerk: Clerk, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const [name = '', value = ''] = clerk.cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(`${url}/desk${path}`)
  return page
}

/** Milliseconds from the request of the page until rows are drawn. */
export async function firstView(browser: Browser, url: string, clerk: Clerk, list: string): Promise<number> {
  const page = await openScreen(browser, url, clerk, `?list=${list}`)
  await page.locator('.rows .row').first().waitFor()
  const ms = await page.evaluate<number>(
    'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))',
  )
  await page.context().close()
  return ms
}

/** Watches a thread; `seen` gives when each text was drawn, by the clock of this machine. */
export async function watchThread(page: Page): Promise<void> {
  await page.locator('.entries').waitFor()
  await page.evaluate(`(() => {
    window.drawn = {}
    const look = () => {
      for (const bubble of document.querySelectorAll('.entry.owner .bubble')) {
        const text = bubble.textContent
        if (!(text in window.drawn)) window.drawn[text] = performance.timeOrigin + performance.now()
      }
    }
    new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, { childList: true, subtree: true })
    look()
  })()`)
}

export const drawnIn = (page: Page): Promise<Record<string, number>> => page.evaluate('window.drawn')

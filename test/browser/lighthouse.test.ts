import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { startServer, type TestServer } from '../http/server.ts'
import { testClock } from '../support/clock.ts'

const LEAST = 95

let server: TestServer
let browser: BrowserContext
let port: number
const profile = mkdtempSync(join(tmpdir(), 'qiao-lighthouse-'))

beforeAll(async () => {
  await buildPages()
  server = await startServer({ clock: testClock() })
  port = await freePort()
  // One profile for both: the session that is opened here is the one that lighthouse finds.
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${port}`],
    locale: 'zh-CN',
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(profile, { recursive: true, force: true })
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const holder = createServer().listen(0, '127.0.0.1', () => {
      const address = holder.address()
      holder.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

/** Lighthouse's score of 100, and what it marked down. */
async function accessibility(path: string): Promise<{ score: number; down: string[] }> {
  const run = await lighthouse(`${server.url}${path}`, {
    port,
    onlyCategories: ['accessibility'],
    disableStorageReset: true,
    logLevel: 'silent',
  })
  if (!run || run.lhr.runtimeError) throw new Error(`lighthouse did not finish: ${run?.lhr.runtimeError?.message}`)
  const { audits, categories } = run.lhr
  const down = Object.values(audits).filter(({ score }) => score !== null && score < 1)
  return { score: Math.round((categories.accessibility?.score ?? 0) * 100), down: down.map(({ id }) => id) }
}

test('Lighthouse gives the owner page and the desk 95 and more for accessibility', { timeout: 300_000 }, async () => {
  const owner = await accessibility('/')
  expect(owner.score, owner.down.join()).toBeGreaterThanOrEqual(LEAST)

  const page = await browser.newPage()
  await page.goto(server.setupUrl ?? '')
  await page.getByLabel('姓名').fill('小李')
  for (const field of await page.getByLabel(/密码/).all()) await field.fill('correct horse battery staple')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '进度板' }).waitFor()
  const desk = await accessibility('/desk')
  expect(desk.score, desk.down.join()).toBeGreaterThanOrEqual(LEAST)
})

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { readConfig } from '../config.ts'
import { serve } from '../main.ts'
import { ROOMS } from '../pages/desk/address.ts'
import { buildPages } from './buildPages.ts'

/** `npm run screenshots`: each page in both languages into docs/screenshots, over a demonstration record of its own. */

const OUT = join('docs', 'screenshots')
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
const PASSWORD = 'correct horse battery staple'
/** A Tuesday morning in Shanghai, for the server and the browsers: the pictures stay the same from day to day. */
const NOW = new Date('2026-11-24T02:10:00Z')

const LANGUAGES = {
  zh: {
    locale: 'zh-CN',
    gas: '我家天然气到底哪天能通啊',
    order: ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '随时', '对的'],
    emergency: '家里闻到很浓的煤气味，头晕',
    person: '电梯又坏了，转人工',
    clerk: '小李',
    repairer: '师傅怎么称呼',
    link: '生成链接',
  },
  en: {
    locale: 'en-GB',
    gas: 'When will my gas be connected?',
    order: [
      'The kitchen tap in building 3 unit 1 room 602 is broken, please repair it',
      '13800138000',
      'any time',
      'yes',
    ],
    emergency: 'I smell a lot of gas in my flat and feel dizzy',
    person: 'I want to talk to a person',
    clerk: 'Xiao Li',
    repairer: 'The repairer’s name',
    link: 'Make a link',
  },
}
type Told = (typeof LANGUAGES)['zh']

await buildPages()
mkdirSync(OUT, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  for (const [language, told] of Object.entries(LANGUAGES)) await takeAll(language, told)
} finally {
  await browser.close()
}

async function takeAll(language: string, told: Told): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qiao-screens-'))
  if (existsSync('dist/model')) cpSync('dist/model', join(dataDir, 'model'), { recursive: true })
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const running = await serve(config, { now: () => NOW })
  try {
    await takeOwner(running.url, language, told)
    await takeDesk(running.url, running.setupUrl ?? '', language, told)
  } finally {
    await running.stop()
    rmSync(dataDir, { recursive: true })
  }
}

async function takeOwner(url: string, language: string, told: Told): Promise<void> {
  const { page, says } = await openOwner(url, told)
  const keep = (name: string) => keepPicture(page, `owner-${name}.${language}`)
  await page.locator('.starters').waitFor()
  await keep('first')
  await says(told.gas)
  await keep('status')
  for (const line of told.order) await says(line)
  await keep('order')
  await page.locator('.head-mine').click()
  await page.locator('.mine-state').first().waitFor()
  await keep('mine')
  await page.locator('.head-mine').click()
  await says(told.person)
  await page.locator('.handoff').waitFor()
  await keep('waiting')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await keep('dark')
  if (language === 'zh') await takeTraditional(url)
  const other = await openOwner(url, told)
  await other.says(told.emergency)
  await keepPicture(other.page, `owner-emergency.${language}`)
}

/** The owner page alone has a third language. */
async function takeTraditional(url: string): Promise<void> {
  const { page, says } = await openOwner(url, { locale: 'zh-TW' })
  await page.locator('.starters').waitFor()
  await keepPicture(page, 'owner-first.zh-TW')
  await says('我家天然氣到底哪天能通啊')
  await keepPicture(page, 'owner-status.zh-TW')
}

async function takeDesk(url: string, setupUrl: string, language: string, told: Told): Promise<void> {
  const page = await openPage(setupUrl, told, DESK)
  const keep = (name: string) => keepPicture(page, `desk-${name}.${language}`)
  await page.locator('input').first().fill(told.clerk)
  for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSWORD)
  await keep('door')
  await page.keyboard.press('Enter')
  const row = page.locator('.rows a').last()
  await row.click()
  await page.getByRole('complementary').last().waitFor()
  await page.waitForLoadState('networkidle')
  await keep('ticket')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await keep('dark')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const room of ROOMS.filter((each) => each !== 'queue')) {
    await page.goto(`${url}/desk/${room}`)
    await page.getByRole('main').waitFor()
    await page.waitForLoadState('networkidle')
    await keep(room)
  }
  await takeRepairer(page, url, language, told)
  await page.setViewportSize(PHONE)
  await page.goto(`${url}/desk`)
  await row.waitFor()
  await keep('phone')
}

/** The order of the owner's page, on the phone of who repairs it. */
async function takeRepairer(desk: Page, url: string, language: string, told: Told): Promise<void> {
  await desk.goto(`${url}/desk/orders/1001`)
  await desk.getByLabel(told.repairer).fill(told.clerk)
  await desk.getByRole('button', { name: told.link }).click()
  const link = (await desk.locator('.dispatch-link output').textContent()) ?? ''
  const phone = await openPage(link, told, PHONE)
  await phone.getByRole('main').waitFor()
  await phone.waitForLoadState('networkidle')
  await keepPicture(phone, `repairer.${language}`)
}

async function openPage(url: string, { locale }: Pick<Told, 'locale'>, viewport: typeof PHONE): Promise<Page> {
  const context = await browser.newContext({ viewport, locale, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto(url)
  return page
}

async function openOwner(url: string, told: Pick<Told, 'locale'>) {
  const page = await openPage(url, told, PHONE)
  const box = page.locator('.composer textarea')
  const answered = page.locator('.run-bot .message')
  /** Says it, and waits for the answer. */
  const says = async (text: string) => {
    const before = await answered.count()
    await box.fill(text)
    await box.press('Enter')
    await answered.nth(before).waitFor()
  }
  return { page, says }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `${name}.jpg`), type: 'jpeg', quality: 62 })
}

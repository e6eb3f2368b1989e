import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { SETTLED } from './axe.ts'
import { keepScreen, openBrowser } from './browser.ts'
import { type Line, openLine } from './line.ts'

/** The network goes in the middle of a talk and comes back: nothing is lost, nothing is there twice. */

const PHONE = { width: 360, height: 740 }
const SCREEN = { width: 1440, height: 900 }

let desk: TestDesk
let browser: Browser
let owner: Page
let clerk: Page
let ownersLine: Line
let clerksLine: Line

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  ownersLine = await openLine(desk.url)
  clerksLine = await openLine(desk.url)
  const phone = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  owner = await phone.newPage()
  await owner.goto(ownersLine.url)
  clerk = await (await contextOf(await desk.clerk('小王', 'manager'), SCREEN)).newPage()
  await clerk.goto(`${clerksLine.url}/desk`)
})

afterAll(async () => {
  await browser?.close()
  await ownersLine?.end()
  await clerksLine?.end()
  await desk?.stop()
})

async function contextOf({ cookie }: TestClerk, viewport: typeof SCREEN): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: desk.url }])
  return context
}

const reply = () => clerk.getByRole('textbox', { name: '写给业主…' })

async function ownerSays(text: string): Promise<void> {
  await owner.getByRole('textbox').fill(text)
  await owner.getByRole('textbox').press('Enter')
}

test('the desk without a network keeps the reply, says so, and sends it once when it is back', async () => {
  await ownerSays('楼道灯坏了三天没人管，转人工')
  await clerk.getByText('楼道灯坏了三天没人管').first().click()
  await clerk.getByRole('button', { name: '接单' }).first().click()
  await owner.getByText('客服 小王 接手了').first().waitFor()
  clerksLine.cut()
  await clerk.getByText('和服务器的连接断了，正在重连。').first().waitFor()
  await reply().fill('我看一下是哪一层')
  await reply().press('Enter')
  await clerk.getByText('没发出去，点这里重发').waitFor()
  await keepScreen(clerk, 'desk-offline')
  await ownerSays('是12层')
  await owner.getByText('是12层').first().waitFor()
  clerksLine.mend()
  // What was said meanwhile comes by itself.
  await clerk.getByText('是12层').first().waitFor()
  await clerk.getByText('没发出去，点这里重发').click()
  await owner.getByText('我看一下是哪一层').first().waitFor()
  await clerk.getByText('没发出去，点这里重发').waitFor({ state: 'detached' })
  const [held] = (await desk.store.tickets.list({ stage: 'staff' })).tickets
  const said = await desk.store.conversations.messages(held?.conversationId ?? '', 0, 100)
  expect(said.filter(({ text }) => text === '我看一下是哪一层')).toHaveLength(1)
})

test('the owner without a network loses nothing that was said meanwhile', async () => {
  ownersLine.cut()
  await reply().fill('12层的灯归维修班')
  await reply().press('Enter')
  await clerk.getByText('12层的灯归维修班').first().waitFor()
  expect(await owner.getByText('12层的灯归维修班').count()).toBe(0)
  ownersLine.mend()
  await owner.getByText('12层的灯归维修班').first().waitFor()
  expect(await owner.getByText('12层的灯归维修班').count()).toBe(1)
})

/** What is serious or critical to whoever uses a screen reader or keys alone. */
async function barriers(page: Page): Promise<string[]> {
  // No colour is caught on its way to another.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(SETTLED)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

test('no barrier in the queue, the windows of passing on and of canned replies, and the teams; light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await clerk.emulateMedia({ colorScheme })
    expect(await barriers(clerk)).toEqual([])
    await clerk.getByRole('button', { name: '更多' }).click()
    expect(await barriers(clerk)).toEqual([])
    await clerk.getByRole('button', { name: '报经理' }).click()
    expect(await barriers(clerk)).toEqual([])
    await clerk.keyboard.press('Escape')
    await clerk.getByRole('button', { name: '转交' }).click()
    await clerk.getByRole('dialog').getByText('转到班组的队列').waitFor()
    expect(await barriers(clerk)).toEqual([])
    await clerk.keyboard.press('Escape')
    await reply().fill('/')
    await clerk.getByText('还没有常用语').waitFor()
    expect(await barriers(clerk)).toEqual([])
    await reply().fill('')
  }
  await keepScreen(clerk, 'desk-dark')
})

test('a manager ticks a team, whose tickets are then found under it, on a phone too', async () => {
  await clerk.emulateMedia({ colorScheme: 'light' })
  await clerk.getByRole('link', { name: '设置' }).click()
  await clerk.getByRole('checkbox', { name: '小王 客服' }).check()
  await clerk.getByText('存好了。').first().waitFor()
  expect(await barriers(clerk)).toEqual([])
  await clerk.setViewportSize(PHONE)
  await clerk.goto(`${clerksLine.url}/desk?list=team`)
  await clerk.getByText('楼道灯坏了三天没人管').first().waitFor()
  expect(await clerk.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  await keepScreen(clerk, 'desk-queue-phone')
})

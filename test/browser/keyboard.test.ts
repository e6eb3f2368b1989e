import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { barriers } from './axe.ts'
import { openBrowser } from './browser.ts'

/** A clerk's work from the queue to the end of a ticket, without a pointer. */

let desk: TestDesk
let browser: Browser
let page: Page

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  const wang = await desk.clerk('小王')
  await desk.clerk('小李')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const [name = '', value = ''] = wang.cookie.split('=')
  await context.addCookies([{ name, value, url: desk.url }])
  page = await context.newPage()
  await page.goto(`${desk.url}/desk`)
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

/** Tab until the focus is on what has this name. */
async function tabTo(name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate<string>(
      "document.activeElement.closest('label')?.innerText || document.activeElement.innerText || ''",
    )
  for (let steps = 0; steps < 40; steps++) {
    if (name.test(await focused())) return
    await press('Tab')
  }
  throw new Error(`no way to ${name} by Tab`)
}

test('open, claim, answer, note, and end, by keys alone', async () => {
  const { ticket, owner } = await desk.handedOver()
  await page.getByText('转人工').first().waitFor()
  await press('j')
  await page.getByRole('heading', { level: 1, name: '没说住处' }).waitFor()
  await press('c')
  await page.getByText('接上了').waitFor()
  await press('r')
  await page.keyboard.type('您好，我来看一下')
  await press('Enter')
  await page.getByText('您好，我来看一下').first().waitFor()
  await press('Escape', 'n')
  await page.keyboard.type('问过维修了')
  await press('Enter')
  await page.getByText('问过维修了').first().waitFor()
  await press('Escape', 'e')
  await page.getByRole('dialog').waitFor()
  await tabTo(/^办结/)
  await press('Enter')
  await page.getByText('办结了。').waitFor()
  expect((await owner.sees()).map(({ text }) => text)).toContain('您好，我来看一下')
  expect((await desk.store.tickets.find(ticket.id))?.stage).toBe('resolved')
})

test('passed on by keys: a window that Escape closes, and a colleague chosen in it', async () => {
  const { ticket } = await desk.handedOver()
  await page.locator(`a[href*="${ticket.id}"]`).waitFor()
  await press('j')
  await page.getByRole('button', { name: '接单' }).first().waitFor()
  await press('c')
  await page.getByText('接上了').waitFor()
  await press('t')
  await page.getByRole('dialog').waitFor()
  await press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  await press('t')
  await page.getByRole('radio', { name: /^小李/ }).waitFor()
  await tabTo(/^小李/)
  await press('Space')
  await tabTo(/^转交$/)
  await press('Enter')
  await page.getByText('转给 小李 了').waitFor()
  expect((await desk.store.tickets.find(ticket.id))?.assignee).toBe('小李')
})

test('Ctrl K: to a room, to a ticket by what was said, and what can be done with it, by typing alone', async () => {
  const { ticket, owner } = await desk.handedOver()
  await owner.says('信箱的锁生锈了')
  await press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('进度')
  await page.getByRole('option', { name: /进度/ }).first().waitFor()
  await press('Enter')
  await page.waitForURL('**/desk/board**')
  await press('Control+k')
  await expect.poll(() => page.evaluate('document.activeElement?.role')).toBe('combobox')
  await page.keyboard.type('信箱')
  await page.getByRole('option', { name: /转人工/ }).waitFor()
  expect(await barriers(page)).toEqual([])
  await press('Enter')
  await page.waitForURL(`**/desk/t/${ticket.id}**`)
  await page.getByRole('button', { name: /^接单/ }).first().waitFor()
  await press('Control+k')
  await page.keyboard.type('接单')
  await page.getByRole('option', { name: /^操作\s*接单/ }).waitFor()
  await press('Enter')
  await page.getByText('接上了').waitFor()
  expect((await desk.store.tickets.find(ticket.id))?.assignee).toBe('小王')
})

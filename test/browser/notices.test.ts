import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { newOwner, type TestOwner } from '../http/client.ts'
import { barriers } from './axe.ts'
import { keepScreen, openBrowser } from './browser.ts'
import { openDeskOf } from './stage.ts'

/** What this tab gave notice of and still shows; the notices are the browser's own. */
interface Given {
  title: string
  body: string
  tag: string
}

/** Keeps each notice that the page asks the browser for, and marks those that are closed again. */
const WATCHED = `
  window.given = []
  const Real = window.Notification
  window.Notification = class extends Real {
    constructor(title, options) {
      super(title, options)
      window.given.push(this)
    }
    close() {
      window.given = window.given.filter((one) => one !== this)
      super.close()
    }
  }`

let desk: TestDesk
let browser: Browser
let context: BrowserContext
let tab: Page
let other: Page
/** Something else that the clerk looks at. */
let elsewhere: Page
let owner: TestOwner
let ticketId: string
let complaints: string[]
/** The one of the two tabs that gives notice for both. */
let teller: Page

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  const opened = await openDeskOf(browser, desk.url, await desk.clerk('王芳'))
  complaints = opened.complaints
  tab = opened.page
  context = tab.context()
  await context.addInitScript(WATCHED)
  await tab.reload()
  await trueFocus(tab)
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** A driven page takes itself for the one in front for ever, unless told not to. */
async function trueFocus(page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
}

const given = (page: Page): Promise<Given[]> =>
  page.evaluate('window.given.map(({ title, body, tag }) => ({ title, body, tag }))')

const hasFocus = (page: Page) => expect.poll(() => page.evaluate('document.hasFocus()'))

const all = async () => [...(await given(tab)), ...(await given(other))]

/** Lists are read again once a second at most. */
const SOON = { timeout: 10_000 }

const SAID = '我是3栋2单元501，电话13800138000，厨房还在漏'

test('a clerk asks for notices; nobody asks them before, and a browser that refuses says what to do', async () => {
  expect(await tab.evaluate('Notification.permission')).not.toBe('granted')
  await tab.getByRole('button', { name: '新消息提醒' }).click()
  const window = tab.getByRole('dialog')
  await window.getByText('这台电脑上还没有打开。').waitFor()
  expect(await barriers(tab)).toEqual([])
  await window.getByRole('button', { name: '打开提醒' }).click()
  await window.getByText(/浏览器还不让这里弹提醒。请点地址栏左边的图标/).waitFor()
  await context.grantPermissions(['notifications'], { origin: desk.url })
  await window.getByRole('button', { name: '打开提醒' }).click()
  await window.getByText('这台电脑上已经打开。').waitFor()
  await window.getByLabel('同时响一声').check()
  await keepScreen(tab, 'notices')
  await window.getByRole('button', { name: '关闭' }).click()
})

test('while the desk is in front nothing is given; once it is behind, a new ticket is, without the owner’s words', async () => {
  owner = await newOwner(desk.url)
  await owner.says('转人工')
  await tab
    .getByRole('link', { name: /想找人工|转人工/ })
    .first()
    .waitFor()
  elsewhere = await context.newPage()
  await elsewhere.goto('about:blank')
  await elsewhere.bringToFront()
  await hasFocus(tab).toBe(false)
  expect(await given(tab)).toEqual([])
  const second = await newOwner(desk.url)
  await second.says('我是3栋2单元502，电话13900139000，转人工')
  await expect
    .poll(() => given(tab), SOON)
    .toEqual([{ title: '来了一张新单', body: '点开就能看。', tag: 'qiao.waiting' }])
  await tab.bringToFront()
  await expect.poll(() => given(tab), SOON).toEqual([])
})

test('a word to the clerk who holds the ticket: of two tabs one tells, and a click leads to the ticket', async () => {
  ticketId = (await desk.store.tickets.openOf(owner.id))?.id ?? ''
  await tab.goto(`${desk.url}/desk/t/${ticketId}`)
  await tab.getByRole('button', { name: '接单' }).first().click()
  await tab.getByRole('textbox', { name: '写给业主…' }).waitFor()
  await tab.goto(`${desk.url}/desk/board`)
  await trueFocus(tab)
  other = await context.newPage()
  await other.goto(`${desk.url}/desk/orders`)
  await other.getByRole('heading').first().waitFor()
  await trueFocus(other)
  await elsewhere.bringToFront()
  for (const page of [tab, other]) await hasFocus(page).toBe(false)
  desk.clock.forward(1)
  await owner.says(SAID)
  const notice = { title: '有业主等您回话', body: '您接的单来了新消息，点开看看。', tag: `qiao.${ticketId}` }
  await expect.poll(all, SOON).toEqual([notice])
  // Somewhere in the record of the browser, too, there is no word of it.
  expect(JSON.stringify(await all())).not.toMatch(/漏|501|138/)
  teller = (await given(tab)).length ? tab : other
  await teller.evaluate(`window.given[0].dispatchEvent(new Event('click'))`)
  await teller.waitForURL(new RegExp(`/desk/t/${ticketId}`))
  await teller.getByText('厨房还在漏').first().waitFor()
  await expect.poll(all, SOON).toEqual([])
})

test('what is read in another tab, or answered by then, is taken back', async () => {
  await elsewhere.bringToFront()
  for (const page of [tab, other]) await hasFocus(page).toBe(false)
  desk.clock.forward(1)
  await owner.says('听到了吗')
  await expect.poll(all, SOON).toHaveLength(1)
  const reader = teller === tab ? other : tab
  await reader.bringToFront()
  await reader.goto(`${desk.url}/desk/t/${ticketId}`)
  await expect.poll(all, SOON).toEqual([])
})

test('a tab in front speaks for the ones behind it', async () => {
  const front = teller === tab ? other : tab
  await trueFocus(front)
  await front.bringToFront()
  await hasFocus(front).toBe(true)
  await hasFocus(teller).toBe(false)
  desk.clock.forward(1)
  const now = desk.clock.now().toISOString()
  const looked = teller.waitForResponse(
    async (answer) =>
      /mine=1&unanswered=1/.test(answer.url()) && (await answer.text()).includes(`"lastAskedAt":"${now}"`),
  )
  await owner.says('还在吗')
  await looked
  await elsewhere.bringToFront()
  await hasFocus(front).toBe(false)
  await (await newOwner(desk.url)).says('转人工')
  // Had the word before it been told, its notice would lie beside this one.
  await expect.poll(all, SOON).toMatchObject([{ tag: 'qiao.waiting' }])
})

test('turned off in one tab, no tab of the clerk watches any more', async () => {
  const watching = () =>
    tab.evaluate(`navigator.locks.query().then(({ held, pending }) => [...held, ...pending].map(({ name }) => name))`)
  expect(await watching()).toHaveLength(2)
  await tab.bringToFront()
  await tab.getByRole('button', { name: '新消息提醒' }).click()
  await tab.getByRole('button', { name: '关掉提醒' }).click()
  await tab.getByText('这台电脑上还没有打开。').waitFor()
  await expect.poll(watching).toEqual([])
  expect(await all()).toEqual([])
  expect(complaints).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { keepScreen, openBrowser, openPage } from './browser.ts'
import { SMALL_PHONE } from './stage.ts'

/** More than the server takes: the page keeps it, says so calmly, and sends it again when the server has said. */

let desk: TestDesk
let browser: Awaited<ReturnType<typeof openBrowser>>

beforeAll(async () => {
  await buildPages()
  desk = await openDesk({ LIMIT_INSTALLATION: '1' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

test('what was not taken waits on the page, goes out by itself, and stands in the record once', async () => {
  const { page, complaints } = await openPage(browser, desk.url, SMALL_PHONE)
  const box = page.getByRole('textbox', { name: '说说您的事' })
  await page.getByText('小桥').first().waitFor()
  await page.clock.install()
  for (const text of ['物业费怎么交', '电梯什么时候修好', '楼道灯不亮']) {
    await box.fill(text)
    await box.press('Enter')
    await page.getByText(text).first().waitFor()
  }
  const waits = page.getByText('没发出去，先替您留着，一会儿自动再发。')
  await waits.nth(1).waitFor()
  expect(await page.getByText('没发出去，点这里重发').count()).toBe(0)
  await keepScreen(page, 'owner-busy')
  await box.fill('家里着火了')
  await box.press('Enter')
  await page.getByText('119').first().waitFor()

  desk.clock.forward(1)
  await page.clock.fastForward(60_000)
  await page.locator('.bubble-pending').nth(1).waitFor({ state: 'detached' })
  desk.clock.forward(1)
  await page.clock.fastForward(60_000)
  await waits.first().waitFor({ state: 'detached' })
  await page.locator('.bubble-pending').first().waitFor({ state: 'detached' })

  const { tickets } = await desk.store.tickets.list({})
  const said = await desk.store.conversations.messages(tickets[0]?.conversationId ?? '', 0, 100)
  const own = said.filter(({ from }) => from === 'owner').map(({ text }) => text)
  expect(own).toEqual(['物业费怎么交', '家里着火了', '电梯什么时候修好', '楼道灯不亮'])
  expect(complaints.filter((line) => !line.includes('429'))).toEqual([])
})

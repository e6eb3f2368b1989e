import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { keepScreen, openBrowser, openPage } from './browser.ts'
import { openDeskOf } from './stage.ts'

/** Two clerks at two screens and an owner on a phone; no page is loaded again from the first word to the last. */

const PHONE = { width: 360, height: 740 }

let desk: TestDesk
let browser: Browser
let owner: Page
let wang: Page
let li: Page
const complaints: string[][] = []

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  const phone = await openPage(browser, desk.url, PHONE)
  complaints.push(phone.complaints)
  owner = phone.page
  wang = await screenOf(await desk.clerk('小王'))
  li = await screenOf(await desk.clerk('小李'))
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

async function screenOf(clerk: TestClerk): Promise<Page> {
  const screen = await openDeskOf(browser, desk.url, clerk)
  complaints.push(screen.complaints)
  return screen.page
}

/** Lost with the page, should it be loaded again. */
const mark = (page: Page) => page.evaluate("document.body.setAttribute('data-same', 'page')")
const isSame = (page: Page) => page.evaluate("document.body.getAttribute('data-same') === 'page'")

async function ownerSays(text: string): Promise<void> {
  await owner.getByRole('textbox').fill(text)
  await owner.getByRole('textbox').press('Enter')
}

/** Whoever holds the ticket now, and the other. */
let winner: Page
let loser: Page
let winnerName: string
let loserName: string

test('two clerks press at the same moment: one has it, the other reads by whom', async () => {
  for (const page of [owner, wang, li]) await mark(page)
  await ownerSays('楼道灯坏了三天没人管，转人工')
  for (const page of [wang, li]) await page.getByText('楼道灯坏了三天没人管').first().click()
  const buttons = [wang, li].map((page) => page.getByRole('button', { name: '接单' }).first())
  for (const button of buttons) await button.waitFor()
  // Without Playwright's waiting, which would let one see the other's claim first.
  await Promise.all(buttons.map((button) => button.dispatchEvent('click')))
  const lost = (page: Page) =>
    page
      .getByText(/先接了这张单/)
      .waitFor()
      .then(() => page)
  loser = await Promise.any([lost(wang), lost(li)])
  winner = loser === wang ? li : wang
  ;[winnerName, loserName] = loser === wang ? ['小李', '小王'] : ['小王', '小李']
  await loser.getByText(`${winnerName} 先接了这张单`).waitFor()
  await winner.getByText('接上了，业主已经看到您的名字。').waitFor()
  await owner.getByText(`客服 ${winnerName} 接手了`).first().waitFor()
  expect(await loser.getByRole('textbox', { name: '写给业主…' }).count()).toBe(0)
})

test('passed on with a word to whoever is at the desk; the other has it at once', async () => {
  await winner.getByRole('button', { name: '转交' }).click()
  const window = winner.getByRole('dialog')
  await window.getByText('在线').first().waitFor()
  await keepScreen(winner, 'desk-pass-on')
  await window.getByRole('radio', { name: new RegExp(`^${loserName}`) }).check()
  await window.getByLabel('带一句话（只有同事看得到）').fill('灯的位置问过了，在12层')
  await window.getByRole('button', { name: '转交' }).click()
  await winner.getByText(`转给 ${loserName} 了`).waitFor()
  await loser.getByText('灯的位置问过了，在12层').first().waitFor()
  await loser.getByRole('textbox', { name: '写给业主…' }).waitFor()
  await owner.getByText(`${winnerName} 把您的事交给了 ${loserName}`).first().waitFor()
  expect(await owner.getByText('灯的位置问过了').count()).toBe(0)
})

test('three replies, one of them kept and found again by a slash, and the end: all seen by the owner', async () => {
  const box = loser.getByRole('textbox', { name: '写给业主…' })
  await box.fill('{name}您好，我是{clerk}，前面说的我都看到了')
  await loser.getByRole('button', { name: '存为常用语' }).click()
  await loser.getByLabel('名字（一个词）').fill('接手')
  await loser.getByRole('dialog').getByRole('button', { name: '存下来' }).click()
  await loser.getByText('存好了').waitFor()
  await box.fill('/接')
  await loser.getByRole('option', { name: /接手/ }).waitFor()
  await keepScreen(loser, 'desk-slash')
  await box.press('Enter')
  await expect.poll(() => box.inputValue()).toBe(`【称呼】您好，我是${loserName}，前面说的我都看到了`)
  for (const text of [`您好，我是${loserName}，前面说的我都看到了`, '12层的灯归维修班', '有情况我再告诉您']) {
    await box.fill(text)
    await box.press('Enter')
    await owner.getByText(text).first().waitFor()
  }
  await loser.getByRole('button', { name: /^办结/ }).first().click()
  await loser.getByRole('dialog').getByRole('button', { name: /办结/ }).click()
  await owner
    .getByText(/已处理完这件事/)
    .first()
    .waitFor()
  for (const page of [owner, wang, li]) expect(await isSame(page)).toBe(true)
  expect(complaints.flat()).toEqual([])
})

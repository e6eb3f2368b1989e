import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOMS } from '../../pages/desk/address.ts'
import { barriers } from './axe.ts'
import { openPage } from './browser.ts'
import { openStage, SCREEN, SMALL_PHONE, type Stage } from './stage.ts'

let stage: Stage
let desk: Page

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage?.end()
})

async function openOwner() {
  const { page } = await openPage(stage.browser, stage.server.url, SMALL_PHONE)
  const box = page.getByRole('textbox', { name: '说说您的事' })
  const answered = page.locator('.run-bot .message')
  const says = async (text: string) => {
    const before = await answered.count()
    await box.fill(text)
    await box.press('Enter')
    await answered.nth(before).waitFor()
  }
  return { page, says }
}

test('the owner page bars nobody: first screen, answers, a work order, panels, a person, offline', async () => {
  const { page, says } = await openOwner()
  await page.getByText('大家今天常问').waitFor()
  expect(await barriers(page)).toEqual([])
  await says('我家天然气到底哪天能通啊')
  await page.getByText('没有日期登记在册').waitFor()
  expect(await barriers(page)).toEqual([])
  for (const line of ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '随时', '对的']) await says(line)
  await page.getByRole('region', { name: /^工单 \d+/ }).waitFor()
  expect(await barriers(page)).toEqual([])
  for (const panel of ['我的', '电话和上班时间']) {
    await page.getByRole('button', { name: panel, exact: true }).click()
    expect(await barriers(page)).toEqual([])
  }
  await page.getByRole('button', { name: '电话和上班时间' }).click()
  await says('转人工')
  expect(await barriers(page)).toEqual([])
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: '说说您的事' }).fill('喂')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('等网络恢复').waitFor()
  expect(await barriers(page)).toEqual([])
})

test('nor does it in an emergency, in the largest text and strong contrast', async () => {
  const { page, says } = await openOwner()
  await says('家里闻到很浓的煤气味，头晕')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '我的', exact: true }).click()
  await page.getByRole('button', { name: '特大', exact: true }).click()
  await page.getByRole('button', { name: '更清楚', exact: true }).click()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '我的', exact: true }).click()
  expect(await barriers(page)).toEqual([])
})

test('the desk bars nobody at its door, in the queue and at a ticket, wide and on a phone', async () => {
  const { page: owner } = await openOwner()
  await owner.getByRole('textbox', { name: '说说您的事' }).fill('我要投诉，电梯又坏了，转人工')
  await owner.getByRole('button', { name: '发送' }).click()
  desk = (await openPage(stage.browser, stage.server.setupUrl ?? '', SCREEN)).page
  await desk.getByLabel('姓名').fill('小李')
  expect(await barriers(desk)).toEqual([])
  for (const field of await desk.getByLabel(/密码/).all()) await field.fill('correct horse battery staple')
  await desk.keyboard.press('Enter')
  const row = desk.getByText('电梯又坏了').first()
  await row.waitFor()
  expect(await barriers(desk)).toEqual([])
  await desk.setViewportSize(SMALL_PHONE)
  expect(await barriers(desk)).toEqual([])
  await desk.setViewportSize(SCREEN)
  await row.click()
  await desk.getByRole('button', { name: '接单' }).first().click()
  await desk.getByRole('textbox', { name: '写给业主…' }).waitFor()
  expect(await barriers(desk)).toEqual([])
  await desk.setViewportSize(SMALL_PHONE)
  expect(await barriers(desk)).toEqual([])
  await desk.setViewportSize(SCREEN)
})

test.each(ROOMS.filter((room) => room !== 'queue'))('nor in the room %s, wide and on a phone', async (room) => {
  await desk.goto(`${stage.server.url}/desk/${room}`)
  await desk.getByRole('main').waitFor()
  await desk.waitForLoadState('networkidle')
  expect(await barriers(desk)).toEqual([])
  await desk.setViewportSize(SMALL_PHONE)
  expect(await barriers(desk)).toEqual([])
  await desk.setViewportSize(SCREEN)
})

test('nor at the door of who comes back', async () => {
  const { page } = await openPage(stage.browser, `${stage.server.url}/desk`, SCREEN)
  await page.getByLabel(/密码/).first().waitFor()
  expect(await barriers(page)).toEqual([])
})

test('a picture without words for it would be found', async () => {
  const { page } = await openPage(stage.browser, stage.server.url, SMALL_PHONE)
  await page.getByText('大家今天常问').waitFor()
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))")
  expect((await barriers(page)).join()).toMatch(/light image-alt.*dark image-alt/)
})

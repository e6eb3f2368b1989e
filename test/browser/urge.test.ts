import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { keepScreen } from './browser.ts'
import { openDeskAs, openOwner, openStage, type Stage } from './stage.ts'

let stage: Stage
let desk: Page
let complaints: string[]

beforeAll(async () => {
  stage = await openStage()
  const opened = await openDeskAs(stage, '小李')
  desk = opened.desk
  complaints = opened.complaints
})

afterAll(async () => {
  await stage?.end()
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a clerk notes that the gas company was urged, with a photo; an owner who asks reads the receipt', async () => {
  await desk.goto(`${stage.server.url}/desk/board`)
  await desk
    .getByRole('link', { name: /还没通气/ })
    .first()
    .click()
  const panel = desk.getByRole('complementary')
  await panel.getByRole('button', { name: '记一次催办' }).click()
  await panel.getByLabel('催了谁').fill('燃气公司')
  await panel.getByRole('button', { name: '当面' }).click()
  await panel.getByLabel('对方怎么说').fill('检测员还在排班，没有日期')
  await panel.getByLabel('加一张照片').setInputFiles({ name: '柜台.png', mimeType: 'image/png', buffer: PNG })
  await panel.getByText('已选：柜台.png').waitFor()
  expect(await barriers(desk)).toEqual([])
  await panel.getByRole('button', { name: '记下来' }).click()
  await panel.getByText('当面催了燃气公司，对方说：检测员还在排班，没有日期').waitFor()
  await panel.getByRole('link', { name: /柜台\.png/ }).waitFor()
  await keepScreen(desk, 'urged')
  const owner = await openOwner(stage)
  await owner.says('天然气什么时候能通')
  await owner.page.getByText(/为这件事催过 4 次/).waitFor()
  await owner.page.getByText('当面催了燃气公司').first().waitFor()
  expect(await owner.page.getByText('柜台.png').count()).toBe(0)
  expect([...complaints, ...owner.complaints]).toEqual([])
})

test('an owner who rings up again is counted at the work order by a tap', async () => {
  await desk.goto(`${stage.server.url}/desk/intake`)
  await desk.getByLabel('说了什么').fill('6栋1单元302厨房水管漏水')
  await desk.getByRole('button', { name: '工单', exact: true }).click()
  await desk.keyboard.press('Control+Enter')
  await desk.getByText(/记成工单 \d+ 了/).waitFor()
  await desk.getByRole('link', { name: '打开' }).click()
  const panel = desk.getByRole('complementary')
  await panel.getByText('还没有人催过').waitFor()
  await panel.getByRole('button', { name: '业主又来催' }).click()
  await panel.getByLabel('业主怎么说').fill('水还在滴')
  await desk.keyboard.press('Enter')
  await panel.getByText(/第 1 次催，最近一次 .*小李替业主记的/).waitFor()
  expect(await barriers(desk)).toEqual([])
  expect(complaints).toEqual([])
})

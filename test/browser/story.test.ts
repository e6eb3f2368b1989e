import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepScreen, openPage } from './browser.ts'
import { openStage, PHONE, SCREEN, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage?.end()
})

test('an owner asks about the gas, asks for a person; a clerk takes over with everything attached; the owner sees the answer', async () => {
  const { page: owner, complaints } = await openPage(stage.browser, stage.server.url, PHONE)
  const box = owner.getByRole('textbox')
  const says = async (text: string) => {
    await box.fill(text)
    await box.press('Enter')
  }

  await says('我家天然气到底哪天能通啊')
  await owner.getByText('还没通气，卡在燃气公司').waitFor()
  await owner.getByText('没有日期登记在册').waitFor()
  await owner.getByText(/截至 今天 9:10/).waitFor()
  await keepScreen(owner, 'owner')

  await says('转人工')
  await owner
    .getByText(/已转给客服/)
    .first()
    .waitFor()

  const { page: desk, complaints: deskComplaints } = await openPage(stage.browser, stage.server.setupUrl ?? '', SCREEN)
  await desk.getByLabel(/名/).first().fill('小李')
  for (const field of await desk.getByLabel(/密码/).all()) await field.fill('correct horse battery staple')
  await desk.keyboard.press('Enter')
  await desk.getByText('我家天然气到底哪天能通啊').first().click()
  await desk.getByRole('button', { name: '接单' }).first().click()
  await owner.getByText('客服 小李 接手了').first().waitFor()

  const context = desk.getByRole('complementary').last()
  await context.getByText('通气进度').first().waitFor()
  await context
    .getByText(/燃气公司/)
    .first()
    .waitFor()
  await desk.getByText('还没通气，卡在燃气公司').first().waitFor()

  await desk.getByRole('textbox', { name: '写给业主…' }).first().fill('您好，我刚给燃气公司打过电话，检测还在做')
  await desk.getByRole('button', { name: '发送' }).first().click()
  await owner.getByText('我刚给燃气公司打过电话').waitFor()
  await keepScreen(desk, 'desk')

  await says('好的谢谢')
  await desk.getByText('好的谢谢').first().waitFor()
  expect(await owner.getByText('不客气').count()).toBe(0)

  await desk.getByRole('button', { name: /^办结/ }).first().click()
  await desk.getByRole('dialog').getByRole('button', { name: /办结/ }).click()
  await owner
    .getByText(/已处理完这件事/)
    .first()
    .waitFor()

  await owner.reload()
  await owner.getByText('我刚给燃气公司打过电话').waitFor()
  expect([...complaints, ...deskComplaints]).toEqual([])
})

test('markup in what an owner writes is shown as it was written, on both pages', async () => {
  const { page: owner, complaints } = await openPage(stage.browser, stage.server.url, PHONE)
  await owner.getByRole('textbox').fill('转人工 <img src=x onerror="document.title=1"> <b>粗</b>')
  await owner.getByRole('textbox').press('Enter')
  await owner.getByText('<b>粗</b>').first().waitFor()
  expect(await owner.locator('img[src="x"]').count()).toBe(0)
  expect(await owner.title()).not.toBe('1')
  expect(complaints).toEqual([])
})

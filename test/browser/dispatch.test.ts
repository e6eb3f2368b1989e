import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { keepScreen, openPage } from './browser.ts'
import { openDeskAs, openOwner, openStage, SMALL_PHONE, type Stage } from './stage.ts'

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

test('a work order goes to a phone and comes back done: desk and owner see it without a reload', async () => {
  const owner = await openOwner(stage)
  for (const line of ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '随时', '对的']) {
    const before = await owner.page.locator('.run-bot .message').count()
    await owner.says(line)
    await owner.page.locator('.run-bot .message').nth(before).waitFor()
  }
  await desk.goto(`${stage.server.url}/desk/orders/1001`)
  await desk.getByLabel('师傅怎么称呼').fill('刘师傅')
  await desk.getByRole('button', { name: '生成链接' }).click()
  const link = await desk.locator('.dispatch-link output').textContent()
  expect(await barriers(desk)).toEqual([])

  const { page: phone, complaints: onPhone } = await openPage(stage.browser, link ?? '', SMALL_PHONE)
  await phone.getByRole('button', { name: '接单' }).waitFor()
  expect(await phone.getByRole('link', { name: /业主电话/ }).count()).toBe(0)
  expect(await barriers(phone)).toEqual([])
  await keepScreen(phone, 'repairer-offered')
  await phone.getByRole('button', { name: '接单' }).click()
  expect(await phone.getByRole('link', { name: /业主电话/ }).getAttribute('href')).toBe('tel:13800138000')
  await desk
    .getByText(/接单$|接单 ·/)
    .first()
    .waitFor()
  await owner.page.getByText('已接单，刘师傅跟进').waitFor()
  await phone.getByRole('button', { name: '已到现场' }).click()
  await owner.page.getByText('刘师傅说已经到现场').waitFor()
  await phone.getByLabel('拍照上传').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PNG })
  await phone.getByText('已传 1 张照片').waitFor()
  expect(await barriers(phone)).toEqual([])
  await keepScreen(phone, 'repairer-working')
  await phone.getByLabel('做了什么').fill('换了角阀')
  await phone.getByRole('button', { name: '做完了' }).click()
  await phone.getByText('辛苦了').waitFor()
  await desk.getByText('换了角阀').waitFor()
  await desk.getByText('师傅拍的照片').waitFor()
  await owner.page.getByText('登记为已完成').waitFor()
  expect([...complaints, ...onPhone, ...owner.complaints]).toEqual([])
})

test('a link that was called back says so, in English too, on the narrowest phone', async () => {
  const { page: phone } = await openPage(stage.browser, `${stage.server.url}/r/#${'x'.repeat(43)}`, SMALL_PHONE)
  await phone.getByText('这个链接不对').waitFor()
  await phone.getByRole('button', { name: 'English' }).click()
  await phone.getByText("This link isn't right").waitFor()
  expect(await barriers(phone)).toEqual([])
  const answer = await phone.request.get(`${stage.server.url}/r/`)
  expect(answer.headers()).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
  expect(answer.headers()['content-security-policy']).toContain("default-src 'self'")
})

import { generateSync } from 'otplib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../desk/passwords.ts'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { keepScreen, openBrowser, openPage } from './browser.ts'

const PASSWORD = 'correct horse battery staple'

let desk: TestDesk
let browser: Browser

beforeAll(async () => {
  await buildPages()
  desk = await openDesk({ STAFF_TOTP: 'required' })
  browser = await openBrowser()
  await desk.store.staff.add({ name: '主任', role: 'admin', passwordHash: await hashPassword(PASSWORD) })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
})

const digits = (secret: string): string =>
  generateSync({ secret, epoch: Math.floor(desk.clock.now().getTime() / 1000) })

test('an administrator sets up a second factor, adds a colleague, and reads of it in the audit', async () => {
  const { page, complaints } = await openPage(browser, `${desk.url}/desk`, { width: 1440, height: 900 })
  await page.getByLabel('姓名').fill('主任')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  const secret = (await page.locator('.totp-secret').textContent()) ?? ''
  await keepScreen(page, 'totp-setup')
  await page.getByLabel('验证器上的六位数字').fill(digits(secret))
  await page.getByRole('button', { name: '确认' }).click()
  await page.locator('.recovery-codes li').first().waitFor()
  expect(await page.locator('.recovery-codes li').count()).toBe(10)
  await page.getByRole('button', { name: '收好了' }).click()
  await page.getByRole('link', { name: '人员' }).click()
  const form = page.locator('form.card')
  await form.getByLabel('姓名').fill('新来的小李')
  await form.getByLabel('密码').fill('two violins and a kettle')
  await form.getByRole('button', { name: '加一位同事' }).click()
  await page.getByRole('heading', { name: '新来的小李' }).waitFor()
  await keepScreen(page, 'users')
  await page.getByRole('link', { name: '审计' }).click()
  await page.getByRole('cell', { name: 'POST /users' }).waitFor()
  await keepScreen(page, 'audit')
  expect(complaints).toEqual([])
  // The next login asks for the digits.
  desk.clock.forward(1)
  const next = await openPage(browser, `${desk.url}/desk`, { width: 390, height: 844 })
  await next.page.getByLabel('姓名').fill('主任')
  await next.page.getByLabel('密码').fill(PASSWORD)
  await next.page.getByRole('button', { name: '登录' }).click()
  await next.page.getByLabel('验证器上的六位数字').fill(digits(secret))
  await keepScreen(next.page, 'login-code')
  await next.page.getByRole('button', { name: '登录' }).click()
  await next.page.locator('.head').waitFor()
})

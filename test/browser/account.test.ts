import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../desk/passwords.ts'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { barriers } from './axe.ts'
import { keepScreen, openBrowser, openPage } from './browser.ts'
import { PHONE, SCREEN } from './stage.ts'

const PASSWORD = 'correct horse battery staple'
const NEXT = 'two violins and a kettle'

let desk: TestDesk
let browser: Browser

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  await desk.store.staff.add({ name: '王芳', role: 'staff', passwordHash: await hashPassword(PASSWORD) })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
})

async function signIn(size = SCREEN): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, `${desk.url}/desk`, size)
  await opened.page.getByLabel('姓名').fill('王芳')
  await opened.page.getByLabel('密码').fill(PASSWORD)
  await opened.page.getByRole('button', { name: '登录' }).click()
  await opened.page.locator('.head').waitFor()
  return opened
}

const digits = (secret: string): string =>
  generateSync({ secret, epoch: Math.floor(desk.clock.now().getTime() / 1000) })

test('a clerk signs out elsewhere, sets up and removes a second factor, and changes the password', async () => {
  const { page, complaints } = await signIn()
  const phone = await signIn(PHONE)
  await page.getByRole('link', { name: '王芳' }).click()
  await page.getByRole('heading', { name: '王芳的账号' }).waitFor()

  // The phone that lies about somewhere is out at once.
  await page.getByRole('button', { name: '让那里退出' }).click()
  await phone.page.getByText('登录过期了').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '让那里退出' }).count()).toBe(0)

  await page.getByRole('button', { name: '开始设置' }).click()
  const secret = (await page.locator('.totp-secret').textContent()) ?? ''
  expect(await page.locator('.totp-secret span').first().textContent()).toHaveLength(4)
  expect(await page.getByRole('link', { name: '在验证器里打开' }).getAttribute('href')).toMatch(/^otpauth:\/\/totp\//)
  await page.getByLabel('验证器上的六位数字').fill('000000')
  await page.getByRole('button', { name: '确认打开' }).click()
  await page.getByText('这六位数字不对').waitFor()
  expect(await barriers(page)).toEqual([])
  await keepScreen(page, 'account')
  await page.getByLabel('验证器上的六位数字').fill(digits(secret))
  await page.getByRole('button', { name: '确认打开' }).click()
  await page.getByText('备用码只显示这一次').waitFor()
  expect(await page.locator('.recovery-codes li').count()).toBe(10)
  await page.getByRole('button', { name: '收好了' }).click()
  await page.getByText('已开：').waitFor()

  desk.clock.forward(1)
  await page.getByLabel('验证器上的六位数字').fill(digits(secret))
  await page.getByRole('button', { name: '关掉第二重验证' }).click()
  await page.getByText('没开。').waitFor()

  await page.getByLabel('现在的密码').fill('not this one at all')
  await page.getByLabel('新密码').fill(NEXT)
  await page.getByRole('button', { name: '改密码' }).click()
  await page.getByText('现在的密码不对。').waitFor()
  await page.getByLabel('现在的密码').fill(PASSWORD)
  await page.getByLabel('新密码').fill('password123456')
  await page.getByRole('button', { name: '改密码' }).click()
  await page.getByText('这个密码太常见').waitFor()
  await page.getByLabel('新密码').fill(NEXT)
  await page.getByRole('button', { name: '改密码' }).click()
  await page.getByText('密码改好了').waitFor()
  expect(complaints.filter((one) => !/422|401/.test(one))).toEqual([])

  // The session is a new one, and writes go on.
  await page.getByRole('button', { name: '开始设置' }).click()
  await page.locator('.totp-secret').waitFor()
  const actions = (await desk.store.audit.list({})).entries.map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['password', 'totp_off', 'POST /totp', 'POST /totp/confirm', 'DELETE /sessions/:id']),
  )
})

test('on a phone it stands in the menu; in English all of it is English', async () => {
  const opened = await openPage(browser, `${desk.url}/desk`, PHONE)
  const { page } = opened
  await page.getByLabel('姓名').fill('王芳')
  await page.getByLabel('密码').fill(NEXT)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: /去哪里/ }).click()
  await page.getByRole('link', { name: '我的账号' }).click()
  await page.getByRole('heading', { name: '王芳的账号' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await keepScreen(page, 'account-phone')
  await page.getByRole('button', { name: 'English' }).click()
  const main = await page.getByRole('main').innerText()
  expect(main.replaceAll('王芳', '')).not.toMatch(/\p{Script=Han}/u)
})

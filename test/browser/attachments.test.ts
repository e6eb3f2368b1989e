import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepScreen, openPage } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

/** A red point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const photo = (name: string, buffer = PNG) => ({ name, mimeType: 'image/png', buffer })

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage?.end()
})

test('an owner sends a photo without a word and sees it; a clerk sees it too', async () => {
  const { page: owner, complaints } = await openPage(stage.browser, stage.server.url, { width: 390, height: 844 })
  const button = owner.getByRole('button', { name: '发照片、录音或文件' })
  await button.waitFor()
  const box = await button.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48)
  const chooser = owner.locator('input[type=file]')
  await chooser.setInputFiles([photo('漏水.png'), photo('多余.png')])
  await owner.getByRole('button', { name: '去掉 多余.png' }).click()
  await owner.getByText('已传好').waitFor()
  await keepScreen(owner, 'attachments-chosen')
  await owner.getByRole('button', { name: '发送' }).click()
  await owner.getByText(/看不懂照片/).waitFor()
  const link = owner.getByRole('link', { name: '打开 漏水.png' })
  await link.waitFor()
  const drawn = await link
    .locator('img')
    .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)
  expect(drawn).toBe(1)
  await keepScreen(owner, 'attachments-sent')
  expect(complaints).toEqual([])

  const { page: desk, complaints: deskComplaints } = await openPage(stage.browser, stage.server.setupUrl ?? '', {
    width: 1440,
    height: 900,
  })
  await desk.getByLabel(/名/).first().fill('小李')
  for (const field of await desk.getByLabel(/密码/).all()) await field.fill('correct horse battery staple')
  await desk.keyboard.press('Enter')
  await desk
    .getByText(/发来 1 张照片/)
    .first()
    .click()
  const shown = desk.locator('a.file img')
  await shown.waitFor()
  await expect
    .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(1)
  await keepScreen(desk, 'attachments-desk')
  expect(deskComplaints).toEqual([])
})

test('what is no photo is refused in words, and can be left out', async () => {
  const { page: owner } = await openPage(stage.browser, stage.server.url, { width: 390, height: 844 })
  await owner.locator('input[type=file]').setInputFiles(photo('假的.png', Buffer.from('no picture')))
  await owner.getByText(/这种文件收不了/).waitFor()
  expect(await owner.getByRole('button', { name: '发送' }).isDisabled()).toBe(true)
  await owner.getByRole('button', { name: '去掉 假的.png' }).click()
  expect(await owner.getByText(/这种文件收不了/).count()).toBe(0)
})

test('a clerk sends a photo and a document beside words; the owner sees the photo and opens the document', async () => {
  const { page: owner } = await openPage(stage.browser, stage.server.url, { width: 390, height: 844 })
  const box = owner.getByRole('textbox', { name: '说说您的事' })
  await box.fill('水表不走字，转人工')
  await box.press('Enter')
  await owner
    .getByText(/已转给客服/)
    .first()
    .waitFor()
  const { page: desk, complaints } = await openPage(stage.browser, `${stage.server.url}/desk`, {
    width: 1440,
    height: 900,
  })
  await desk.getByLabel('姓名').fill('小李')
  await desk.getByLabel('密码').fill('correct horse battery staple')
  await desk.keyboard.press('Enter')
  await desk
    .getByText(/水表不走字/)
    .first()
    .click()
  await desk.getByRole('button', { name: '接单' }).last().click()
  const paper = { name: '公示.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj\n') }
  await desk.locator('.composer input[type=file]').setInputFiles([photo('水表.png'), paper, photo('多余.png')])
  await desk.getByRole('button', { name: '去掉 多余.png' }).click()
  await expect.poll(() => desk.getByText('已传好').count()).toBe(2)
  await desk.getByPlaceholder('写给业主…').fill('您看这两个')
  await keepScreen(desk, 'attachments-composer')
  await desk.keyboard.press('Enter')
  const link = owner.getByRole('link', { name: '打开 水表.png' })
  await link.waitFor()
  await expect
    .poll(() => link.locator('img').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(1)
  await owner.getByRole('button', { name: '打开 公示.pdf' }).waitFor()
  await desk.locator('.entry.staff a.file img').waitFor()
  expect(await desk.locator('.chosen-files').count()).toBe(0)
  await keepScreen(owner, 'attachments-from-staff')
  expect(complaints).toEqual([])
})

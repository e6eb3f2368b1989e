import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepScreen } from './browser.ts'
import { openOwner, openStage, SMALL_PHONE, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage?.end()
})

async function ownerOnSmallPhone() {
  const owner = await openOwner(stage, SMALL_PHONE)
  return { ...owner, answered: owner.page.locator('.run-bot .message') }
}

test('an owner finds their work order and what they follow under 我的, urges the one and ends the other', async () => {
  const { page, complaints, says, answered } = await ownerOnSmallPhone()
  const lines = ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '随时', '对的']
  for (const [index, line] of lines.entries()) {
    await says(line)
    await answered.nth(index).waitFor()
  }
  await page.getByRole('region', { name: /^工单 \d+/ }).waitFor()
  await says('我家天然气到底哪天能通啊')
  await page.getByRole('button', { name: '有消息告诉我' }).click()
  await answered.nth(lines.length + 1).waitFor()

  await page.getByRole('button', { name: '我的', exact: true }).click()
  const panel = page.getByRole('region', { name: '我的工单、关注和显示' })
  await panel.getByText('水龙头坏了').waitFor()
  await panel.getByText('已登记').waitFor()
  await keepScreen(page, 'owner-mine')
  await panel.getByRole('button', { name: /^不再通知 / }).click()
  await panel.getByText(/^以后不再通知/).waitFor()

  await panel.getByRole('button', { name: '催一下' }).click()
  expect(await panel.count()).toBe(0)
  await page.getByText(/记在工单 \d+ 上/).waitFor()

  await page.getByRole('button', { name: '我的', exact: true }).click()
  await panel.getByText('还没有关注').waitFor()
  expect(complaints).toEqual([])
})

test('text size and contrast are chosen once and stay', async () => {
  const { page } = await ownerOnSmallPhone()
  const looks = () =>
    page.evaluate(
      `[getComputedStyle(document.documentElement)].map((root) => [root.fontSize, root.getPropertyValue('--text')])[0]`,
    )
  expect(await looks()).toEqual(['17px', '#23211d'])
  await page.getByRole('button', { name: '我的', exact: true }).click()
  await page.getByRole('button', { name: '特大', exact: true }).click()
  await page.getByRole('button', { name: '更清楚', exact: true }).click()
  await keepScreen(page, 'owner-large')
  await page.reload()
  expect(await looks()).toEqual(['24px', '#000'])
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(SMALL_PHONE.width)
})

test('traditional Chinese by the browser, the other languages by the list; answers follow', async () => {
  const context = await stage.browser.newContext({
    viewport: SMALL_PHONE,
    locale: 'zh-HK',
    timezoneId: 'Asia/Hong_Kong',
  })
  const page = await context.newPage()
  await page.goto(stage.server.url)
  await page.getByText('大家今天常問').waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('zh-TW')
  await page.getByRole('textbox', { name: '說說您的事' }).fill('我家天然氣到底哪天能通啊')
  await page.getByRole('button', { name: '送出' }).click()
  await page.getByText('沒有日期登記在冊').waitFor()
  await page.getByText(/截至 .*來源/).waitFor()
  await keepScreen(page, 'owner-traditional')
  const choice = page.getByRole('combobox')
  await choice.selectOption('English')
  await page.getByRole('textbox', { name: 'Your question' }).waitFor()
  await page.reload()
  await page.getByRole('textbox', { name: 'Your question' }).waitFor()
  await page.context().setOffline(true)
  await choice.selectOption('简体中文')
  await page.getByRole('textbox', { name: '说说您的事' }).waitFor()
  await context.close()
})

test('what was not loaded first is there without a network: 我的, choosing a file, what was answered', async () => {
  const { page, says } = await ownerOnSmallPhone()
  await says('我家天然气到底哪天能通啊')
  await page.getByText(/截至 .*来源/).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '我的', exact: true }).click()
  await page.getByRole('button', { name: '特大', exact: true }).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '漏水.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await page.getByText('没传上，去掉再选一次。').waitFor()
})

test('where the rest does not come, a card is its words, its panel says so, and all comes with the network', async () => {
  const { page, says } = await ownerOnSmallPhone()
  let away = true
  let refused = 0
  await page.route('**/assets/rest-*.js', (route) => {
    if (!away) return route.continue()
    refused += 1
    return route.abort()
  })
  await page.reload()
  await page.getByText('大家今天常问').waitFor()
  await says('我家天然气到底哪天能通啊')
  await page.locator('.run-bot .bubble').getByText('没有日期登记在册').waitFor()
  expect(await page.locator('.card').count()).toBe(0)
  await page.getByRole('button', { name: '我的', exact: true }).click()
  await page.getByText('没连上物业的服务器').waitFor()
  const before = refused
  await page.getByRole('button', { name: '重试' }).click()
  await expect.poll(() => refused).toBeGreaterThan(before)
  away = false
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('button', { name: '特大', exact: true }).waitFor()
  await page.getByText(/截至 .*来源/).waitFor()
})

test('what is written without a network waits, and goes out once and in order when it is back', async () => {
  const { page, says } = await ownerOnSmallPhone()
  const lines = ['喂，在吗', '电梯又停了', '我住3栋', '转人工']
  await page.getByText('大家今天常问').waitFor()
  await page.context().setOffline(true)
  for (const line of lines.slice(0, 3)) await says(line)
  await page.getByText('等网络恢复，会自动发出').nth(2).waitFor()
  await page.getByText('网络断了，写好的连上后自动发出。').waitFor()
  await keepScreen(page, 'owner-offline')
  await says(lines[3] ?? '')
  expect(await page.locator('.run-bot').count()).toBe(0)

  await page.context().setOffline(false)
  await page
    .getByText(/已转给客服/)
    .first()
    .waitFor()
  await expect.poll(() => page.locator('.bubble-pending').count()).toBe(0)
  expect(await page.locator('.run-owner .bubble').allTextContents()).toEqual(lines)

  await page.reload()
  await page
    .getByText(/已转给客服/)
    .first()
    .waitFor()
  expect(await page.locator('.run-owner .bubble').allTextContents()).toEqual(lines)
})

test.each([
  ['one after the other', false],
  ['at once, without the stream', true],
])('in an emergency the numbers to call stay in sight: question and answer come %s', async (_, alone) => {
  const { page, says } = await ownerOnSmallPhone()
  await page.getByText('大家今天常问').waitFor()
  if (alone) {
    await page.route('**/events*', (route) => route.abort())
    await page.reload()
    await page.getByText('大家今天常问').waitFor()
  }
  await says('家里闻到很浓的煤气味，头晕')
  await page.locator('.handoff').waitFor()
  const inSight = async () => {
    const box = await page.locator('.call-urgent').first().boundingBox()
    const frame = await page.locator('main').boundingBox()
    return box && frame ? box.y >= frame.y && box.y + box.height <= frame.y + frame.height : false
  }
  await expect.poll(inSight, { timeout: 5000 }).toBe(true)
})

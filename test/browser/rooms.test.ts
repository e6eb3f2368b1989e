import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepScreen } from './browser.ts'
import { openDeskAs, openOwner, openStage, SMALL_PHONE, type Stage } from './stage.ts'

let stage: Stage
let desk: Page
let deskComplaints: string[]

beforeAll(async () => {
  stage = await openStage()
  const opened = await openDeskAs(stage, '小李')
  desk = opened.desk
  deskComplaints = opened.complaints
})

afterAll(async () => {
  await stage?.end()
})

/** What the guard refuses is a 409, which the browser's console names too. */
const withoutRefusals = (complaints: string[]) => complaints.filter((complaint) => !/409|422/.test(complaint))

test('a clerk notes on the board that the gas company was urged; the next owner who asks is told so', async () => {
  await desk.getByRole('link', { name: '进度板' }).click()
  const gas = desk.getByRole('listitem').filter({ hasText: '通气进度' }).filter({ hasText: '全小区' })
  await gas.getByRole('button', { name: '加一句' }).click()
  await gas.getByRole('textbox').fill('柜台说检测还在排')
  await gas.getByRole('button', { name: '刚催过' }).click()
  await gas.getByText('记上了：今天 催了一次：柜台说检测还在排').waitFor()
  await keepScreen(desk, 'board')

  const owner = await openOwner(stage)
  await owner.says('我家天然气到底哪天能通啊')
  await owner.page.getByText('催了一次：柜台说检测还在排').waitFor()
  await owner.page.getByText(/来源：小李/).waitFor()

  await desk.reload()
  await gas.getByText('催了一次：柜台说检测还在排').waitFor()
  expect([...owner.complaints, ...deskComplaints]).toEqual([])
})

test('a slip on the board is taken back', async () => {
  await desk.goto(`${stage.server.url}/desk/board`)
  const lift = desk.getByRole('listitem').filter({ hasText: '电梯' }).filter({ hasText: '5栋2单元' })
  await lift.getByRole('button', { name: '刚催过' }).click()
  const line = lift.getByRole('list').getByText('催了一次')
  await line.waitFor()
  await lift.getByRole('button', { name: '撤销' }).click()
  await line.waitFor({ state: 'detached' })
  await lift.getByText('来源：工程班老陈 / 维保单位').waitFor()
})

test('from a phone, where a matter stands is changed by a tap, a line and a tap; who follows it is told', async () => {
  const owner = await openOwner(stage)
  await owner.says('我家天然气到底哪天能通啊')
  await owner.page.getByRole('button', { name: '有消息告诉我' }).click()
  await owner.page.locator('.run-bot .message').nth(1).waitFor()

  const phone = await desk.context().newPage()
  await phone.setViewportSize(SMALL_PHONE)
  await phone.goto(`${stage.server.url}/desk/board`)
  await phone
    .getByRole('link', { name: /还没通气/ })
    .first()
    .click()
  await phone.getByLabel('现在怎样 · 要写').fill('主管道检测做完了，等燃气公司排通气')
  await phone.getByRole('button', { name: '存下' }).click()
  await owner.page.getByText('主管道检测做完了，等燃气公司排通气').first().waitFor()
  await keepScreen(phone, 'board-phone')
  const wide = await phone.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(SMALL_PHONE.width)
  await phone.getByLabel('现在怎样 · 要写').fill('还没通气，卡在燃气公司对主管道的检测没做完')
  await phone.getByRole('button', { name: '存下' }).click()
  await owner.page.getByText('还没通气，卡在燃气公司对主管道的检测没做完').nth(1).waitFor()
  await phone.close()
})

test('two clerks change one entry: the second is told by whom, sees what it says now, and may still save', async () => {
  const other = await desk.context().newPage()
  const state = (page: Page) => page.getByLabel('现在怎样 · 要写')
  for (const page of [desk, other]) {
    await page.goto(`${stage.server.url}/desk/board`)
    await page.getByRole('link', { name: /供水正常/ }).click()
    await state(page).waitFor()
  }
  await state(desk).fill('供水正常，水压偏低')
  await other.getByLabel('卡在', { exact: true }).fill('水泵检修')
  await other.getByRole('button', { name: '存下' }).click()
  await other.getByText(/存好了/).waitFor()
  await desk.getByRole('button', { name: '存下' }).click()
  await desk.getByText('小李刚改过这一条').waitFor()
  const theirs = desk.locator('.panel').getByRole('alert').filter({ hasText: '现在板上是这样' })
  await theirs.getByText('水泵检修').waitFor()
  await theirs.getByRole('button', { name: /仍存我的/ }).click()
  await desk.getByText(/存好了/).waitFor()
  await desk.getByRole('link', { name: '供水正常，水压偏低' }).waitFor()
  expect(await desk.locator('.entry-card.current').getByText('水泵检修').count()).toBe(1)
  await other.close()
})

test('the guard holds “明天一定通气” until the clerk answers for it, which is noted on the ticket', async () => {
  const owner = await openOwner(stage)
  await owner.says('我家天然气到底哪天能通啊')
  await owner.page.getByText('还没通气，卡在燃气公司').waitFor()
  await owner.says('转人工')
  await owner.page
    .getByText(/已转给客服/)
    .first()
    .waitFor()

  await desk.goto(`${stage.server.url}/desk`)
  await desk.getByText('我家天然气到底哪天能通啊').first().click()
  await desk.getByRole('button', { name: '接单' }).first().click()
  await desk.getByRole('textbox', { name: '写给业主…' }).fill('明天一定通气')
  await desk.getByRole('button', { name: '发送' }).click()
  const guard = desk.getByRole('alert').filter({ hasText: '像是在承诺' })
  await guard.getByRole('button', { name: '关联一条记录' }).click()
  await guard.getByRole('button', { name: /进度板 · 通气进度/ }).waitFor()
  await keepScreen(desk, 'guard')
  expect(await owner.page.getByText('明天一定通气').count()).toBe(0)

  await guard.getByRole('button', { name: '仍然发出' }).click()
  await owner.page.getByText('明天一定通气').waitFor()
  await desk.getByText(/小李 确认发出第 \d+ 条消息里的承诺/).waitFor()
  expect([...owner.complaints, ...withoutRefusals(deskComplaints)]).toEqual([])
})

const HOMES = '房号,业主姓名,电话,收费项目,账期,应收,已收\n3-2-501,王芳,13800138000,物业费,2026-09,236.50,0\n'

test('homes are imported after a dry run, and a code of one binds the owner’s conversation to it', async () => {
  await desk.goto(`${stage.server.url}/desk/homes/import`)
  const file = (text: string) => ({ name: 'homes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const chosen = desk.getByLabel('选一个文件')
  await chosen.setInputFiles(file(HOMES.replace('236.50', '二百')))
  await desk.getByRole('button', { name: '先检查，不写入' }).click()
  await desk.getByRole('cell', { name: /金额不对/ }).waitFor()
  expect(await desk.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)

  await chosen.setInputFiles(file(HOMES))
  await desk.getByRole('button', { name: '先检查，不写入' }).click()
  await desk.getByRole('button', { name: '导入', exact: true }).click()
  await desk.getByText('导入好了。').waitFor()
  await desk.getByRole('link', { name: '3栋2单元501' }).click()
  expect(await desk.getByText('13800138000').count()).toBe(0)
  await desk.getByRole('button', { name: '生成一次性绑定码' }).click()
  const code = (await desk.locator('output').textContent()) ?? ''
  await keepScreen(desk, 'home')

  const owner = await openOwner(stage)
  await owner.page.getByRole('button', { name: '电话和上班时间' }).click()
  const field = owner.page.getByPlaceholder('绑定码（8 位）')
  await field.fill('AAAA-AAAA')
  await owner.page.getByRole('button', { name: '绑定', exact: true }).click()
  await owner.page.getByText('还可以试 4 次').waitFor()
  await field.fill(code.toLowerCase())
  await owner.page.getByRole('button', { name: '绑定', exact: true }).click()
  await owner.page.getByText('已绑定 3栋2单元501').waitFor()
  await owner.page.reload()
  await owner.page.getByText('住处已绑定').waitFor()
  expect(withoutRefusals(owner.complaints)).toEqual([])
})

test('a work order is moved at the desk and the owner’s card follows; the owner urges it by a tap', async () => {
  const owner = await openOwner(stage)
  const order = owner.page.getByRole('region', { name: /^工单 \d+/ }).last()
  const answered = owner.page.locator('.run-bot .message')
  const lines = ['3栋1单元602厨房水龙头坏了要报修', '13800138000', '随时', '对的']
  for (const [index, line] of lines.entries()) {
    await owner.says(line)
    await answered.nth(index).waitFor()
  }
  await order.waitFor()
  const number = /\d+/.exec((await order.getAttribute('aria-label')) ?? '')?.[0] ?? ''

  await desk.goto(`${stage.server.url}/desk/orders/${number}`)
  await desk.getByRole('button', { name: '接单', exact: true }).click()
  await order.locator('[aria-current=step]').filter({ hasText: '已接单' }).waitFor()
  await order.getByRole('button', { name: '催一下' }).click()
  await owner.page.getByText(`记在工单 ${number} 上`).waitFor()
  await desk
    .getByRole('complementary')
    .getByText(/业主自己催的/)
    .first()
    .waitFor()
  await keepScreen(desk, 'order')
  expect(withoutRefusals([...owner.complaints, ...deskComplaints])).toEqual([])
})

test('many ask about the water at once: the desk answers all of them with one message', async () => {
  const owners = await Promise.all([openOwner(stage), openOwner(stage), openOwner(stage)])
  for (const owner of owners) {
    await owner.says('5栋停水了吗')
    await owner.page.locator('.run-bot .message').first().waitFor()
  }
  await desk.goto(`${stage.server.url}/desk`)
  await desk.getByText(/停水：3 户在问/).waitFor()
  await desk.getByRole('button', { name: '一次回复大家' }).click()
  const words = '水泵跳闸了，工程班正在查，查清了在这里告诉大家'
  await desk.getByRole('dialog').getByLabel('写给所有人的话').fill(words)
  await desk.getByRole('dialog').getByRole('button', { name: '发给大家' }).click()
  for (const { page } of owners) await page.getByText(words).waitFor()
  await desk.getByText('3 户收到了。').waitFor()
})

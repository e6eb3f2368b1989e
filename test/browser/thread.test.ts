import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ticket } from '../../bot/types.ts'
import { buildPages } from '../../scripts/buildPages.ts'
import { hashToken } from '../../wire/ids.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { saidIntoTheVoid } from '../desk/undelivered.ts'
import { call, newOwner } from '../http/client.ts'
import { aTicket, aTurn, find, says } from '../store/fixtures.ts'
import { barriers } from './axe.ts'
import { keepScreen, openBrowser } from './browser.ts'
import { openDeskOf } from './stage.ts'

/** What a clerk does within one ticket, from the context beside it to its end. */

let desk: TestDesk
let browser: Browser
let wang: TestClerk
let li: TestClerk
let screen: Page
let complaints: string[]

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  wang = await desk.clerk('小王')
  li = await desk.clerk('小李')
  ;({ page: screen, complaints } = await openDeskOf(browser, desk.url, wang))
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** An owner who says these and then waits for a person; the ticket. */
async function waiting(...texts: string[]): Promise<string> {
  const owner = await newOwner(desk.url)
  for (const text of [...texts, '转人工']) await owner.says(text)
  const ticket = await desk.store.tickets.openOf(owner.id)
  if (!ticket) throw new Error('no ticket was opened')
  return ticket.id
}

const openTicket = (id: string, page = screen) => page.goto(`${desk.url}/desk/t/${id}`)

test('a number is masked until the clerk looks, and colleagues read who did', async () => {
  const id = await waiting('楼道灯坏了，我的电话 13800138000')
  await openTicket(id)
  const context = screen.getByRole('complementary', { name: '资料' })
  await context.getByText('138****8000').first().waitFor()
  expect(await screen.getByText('13800138000').count()).toBe(0)
  await context.getByRole('button', { name: '看全号' }).first().click()
  await context.getByRole('link', { name: '13800138000' }).waitFor()
  await screen.getByText('看了业主的电话。').waitFor()
  await keepScreen(screen, 'desk-reveal')
  expect(await barriers(screen)).toEqual([])
  expect(complaints).toEqual([])
})

test('what did not reach its owner says why, and one click sends it again', async () => {
  const owner = await saidIntoTheVoid(desk.store, '您好，请问是哪一栋？')
  const seq = await says(desk.store, owner, '转人工', 'second')
  const turn = aTurn(await find(desk.store, owner), seq, { stage: 'waiting', ticket: aTicket() })
  await desk.store.conversations.commitTurn(turn)
  const id = (await desk.store.tickets.openOf(owner))?.id ?? ''
  await openTicket(id)
  const line = screen.locator('.delivery.failed').first()
  await line.getByText('这个渠道没有开通，请打电话').waitFor({ timeout: 20_000 })
  // The newest first.
  const before = (await desk.store.deliveries.list({})).deliveries.at(-1)
  await line.getByRole('button', { name: '再发一次' }).click()
  await screen.getByText('又发出去了').waitFor()
  // It fails once more, later than before.
  await expect
    .poll(async () => (await desk.store.deliveries.list({})).deliveries.find(({ id }) => id === before?.id)?.state, {
      timeout: 20_000,
    })
    .toBe('dead')
  await line.getByText('这个渠道没有开通').waitFor()
  const entries = (await desk.store.audit.list({ action: 'POST /deliveries/:id/retry' })).entries
  expect(entries).toMatchObject([{ who: { name: '小王' }, subject: String(before?.id) }])
  expect(complaints).toEqual([])
})

test('a call that was promised at the ticket backs the words that repeat it', async () => {
  const id = await waiting('窗户密封条掉了，转人工')
  await openTicket(id)
  await screen.getByRole('button', { name: '接单' }).first().click()
  await screen.getByText('接上了').waitFor()
  const dueAt = new Date(Date.now() + 3 * 86_400_000).toISOString()
  await wang.post(`/tickets/${id}/callbacks`, { dueAt, matter: '窗户密封条' })
  const box = screen.getByRole('textbox', { name: '写给业主…' })
  await box.fill('我明天一定给您回电')
  await box.press('Enter')
  const guard = screen.getByRole('alert').filter({ hasText: '像是在承诺' })
  await guard.getByRole('button', { name: '关联一条记录' }).click()
  await guard.getByRole('button', { name: /答应的回电 · 小王答应的.*窗户密封条/ }).click()
  await guard.waitFor({ state: 'detached' })
  await screen.getByText('我明天一定给您回电').waitFor()
  const { notes } = (await wang.get<Ticket>(`/tickets/${id}`)).body
  expect(notes.map(({ text }) => text).join()).not.toContain('仍然发出')
})

test('with the end of a ticket the clerk says what it was about, and how to answer it becomes a draft', async () => {
  const id = await waiting('阳台上能不能养鸡')
  await openTicket(id)
  await screen.getByRole('button', { name: '接单' }).first().click()
  await screen.getByText('接上了').waitFor()
  await screen.keyboard.press('e')
  const window = screen.getByRole('dialog')
  await window.getByText('教教机器人').click()
  await window.getByRole('button', { name: /^用业主的原话/ }).click()
  await window.getByText('请先选是关于什么事的。').waitFor()
  expect(await window.getByRole('button', { name: /^办结/ }).isDisabled()).toBe(true)
  await window.getByLabel('这件事是关于').selectOption('neighbor.pets')
  await window.getByLabel('机器人本该自己答上').check()
  await window.getByLabel('更好的答复', { exact: true }).fill('阳台养家禽要看管理规约，客服可以帮您查。')
  await window.getByLabel('更好的答复（英文，可以不填）').fill('Poultry on a balcony depends on the house rules.')
  await keepScreen(screen, 'desk-lesson')
  expect(await barriers(screen)).toEqual([])
  await window.getByRole('button', { name: /^办结/ }).click()
  await screen.getByText('说的存成草稿了').waitFor()
  const { drafts } = (await wang.get<{ drafts: { intent: string; ticketId: string; content: string }[] }>('/knowledge'))
    .body
  const own = drafts.filter(({ ticketId }) => ticketId === id)
  expect(own.map(({ intent }) => intent)).toEqual(['neighbor.pets', 'neighbor.pets'])
  for (const words of ['阳台上能不能养鸡', '阳台养家禽要看管理规约', 'Poultry on a balcony depends'])
    expect(own.filter(({ content }) => content.includes(words))).toHaveLength(1)
  expect(complaints).toEqual([])
})

/** The ticket ends, as another clerk would end it. */
async function ended(id: string): Promise<void> {
  await desk.store.tickets.claim(id, li.member.id, '小李接手了')
  desk.clock.forward(1)
  await desk.store.tickets.resolve(id, li.member.id, '这件事办完了')
  desk.clock.forward(1)
}

test('the earlier ticket of the same owner lies folded above, and is read in its place', async () => {
  const owner = await newOwner(desk.url)
  await owner.says('门禁卡刷不开')
  await owner.says('转人工')
  const before = (await desk.store.tickets.openOf(owner.id))?.id ?? ''
  await ended(before)
  await owner.says('车位怎么租')
  await owner.says('转人工')
  const now = (await desk.store.tickets.openOf(owner.id))?.id ?? ''
  await openTicket(now)
  const thread = screen.getByRole('main')
  await thread.getByText('车位怎么租').first().waitFor()
  expect(await thread.locator('.bubble', { hasText: '门禁卡刷不开' }).count()).toBe(0)
  await screen
    .getByRole('complementary', { name: '资料' })
    .getByRole('button', { name: /门禁卡刷不开/ })
    .click()
  await thread.locator('.history .bubble', { hasText: '门禁卡刷不开' }).waitFor()
  await thread.locator('.history').getByText('这件事办完了').waitFor()
  await keepScreen(screen, 'desk-history')
  expect(await barriers(screen)).toEqual([])
  await thread.getByRole('link', { name: '打开这张单' }).click()
  await screen.waitForURL(`**/desk/t/${before}`)
  expect(complaints).toEqual([])
})

test('a ticket of another channel that proved the same home is offered, and merged', async () => {
  const bind = async (url: string, token: string, homeId: string, code: string) => {
    await desk.store.homes.addCode({ homeId, codeHash: hashToken(code), madeBy: '', expiresAt: '2099-01-01T00:00:00Z' })
    expect((await call(`${url}/verify`, { token, body: { code } })).status).toBe(200)
  }
  const file = { name: 'h.csv', hash: '', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  await desk.store.homes.import('demo', [{ building: '7', room: '702', phones: [], bills: [] }], file)
  const homeId = (await desk.store.homes.list({ q: '7-702' })).homes[0]?.id ?? ''
  const [one, two] = [await newOwner(desk.url), await newOwner(desk.url)]
  await bind(one.url, one.token, homeId, 'HJKMNPQR')
  await bind(two.url, two.token, homeId, 'HJKMNPQT')
  await one.says('楼上漏水，转人工')
  await two.says('漏水的事还没人管，转人工')
  const [into, from] = [await desk.store.tickets.openOf(one.id), await desk.store.tickets.openOf(two.id)]
  await openTicket(into?.id ?? '')
  await screen.getByRole('button', { name: '接单' }).first().click()
  await screen.getByText('接上了').waitFor()
  await screen.getByRole('button', { name: /^更多/ }).click()
  await screen.getByRole('button', { name: '并入以前的单' }).click()
  await screen
    .getByRole('dialog')
    .getByRole('radio', { name: /同一户，网页/ })
    .check()
  await screen.getByRole('dialog').getByRole('button', { name: '并进来' }).click()
  await screen.getByText('并好了').waitFor()
  expect(await desk.store.tickets.find(from?.id ?? '')).toMatchObject({ stage: 'resolved', mergedInto: into?.id })
  expect(complaints).toEqual([])
})

test('a note calls a colleague by @, who is told, finds it marked after a reload, and is done with a look', async () => {
  const id = await waiting('物业费能不能分期')
  const other = await openDeskOf(browser, desk.url, li)
  await openTicket(id)
  await screen.getByRole('button', { name: '接单' }).first().waitFor()
  await screen.keyboard.press('n')
  const box = screen.getByRole('textbox', { name: '写给同事的备注' })
  await box.pressSequentially('这事 @小')
  await screen.getByRole('option', { name: /小李/ }).waitFor()
  await keepScreen(screen, 'desk-mention')
  expect(await barriers(screen)).toEqual([])
  await box.press('Enter')
  expect(await box.inputValue()).toBe('这事 @小李 ')
  await box.pressSequentially('办过')
  await box.press('Enter')
  await screen.getByText('（已提醒 小李）').waitFor()
  await other.page.getByText('有同事在备注里提到您').waitFor()
  await other.page.reload()
  await other.page.getByRole('button', { name: /^提到我/ }).click()
  await other.page.locator('.row', { hasText: '提到您' }).waitFor()
  expect(await barriers(other.page)).toEqual([])
  await other.page.locator('.row a').first().click()
  // What left the list stays in its place under the pointer.
  await other.page.getByText('已离开这一栏').waitFor()
  await other.page.mouse.move(900, 400)
  await other.page.getByText('没有提到您的新备注。').waitFor()
  expect([...complaints, ...other.complaints]).toEqual([])
  await other.page.close()
})

test('a canned reply is mended and taken away by whoever wrote it, and by nobody else but a manager', async () => {
  await wang.post('/canned', { community: 'demo', shortcut: '稍等', text: '请稍等' })
  await li.post('/canned', { community: 'demo', shortcut: '再见', text: '慢走' })
  const id = await waiting('信箱钥匙丢了')
  await openTicket(id)
  await screen.getByRole('button', { name: '接单' }).first().click()
  await screen.getByText('接上了').waitFor()
  await screen.getByRole('button', { name: '常用语', exact: true }).click()
  const window = screen.getByRole('dialog')
  const [own, other] = ['/稍等', '/再见'].map((name) => window.locator('li', { hasText: name }))
  await other!.waitFor()
  expect(await other!.getByRole('button').count()).toBe(0)
  await own!.getByRole('button', { name: '修改' }).click()
  await window.getByLabel('内容').fill('请您稍等，我去问一下')
  expect(await barriers(screen)).toEqual([])
  await window.getByRole('button', { name: '存下来' }).click()
  await own!.getByText('请您稍等，我去问一下').waitFor()
  await own!.getByRole('button', { name: '删除' }).click()
  await own!.getByRole('button', { name: '确定删除' }).click()
  await own!.waitFor({ state: 'detached' })
  expect((await desk.store.canned.list(['demo'])).map(({ shortcut }) => shortcut)).toEqual(['再见'])
  expect(complaints).toEqual([])
})

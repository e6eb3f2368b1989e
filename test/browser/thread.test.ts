import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { newOwner } from '../http/client.ts'
import { barriers } from './axe.ts'
import { keepScreen, openBrowser } from './browser.ts'
import { openDeskOf } from './stage.ts'

/** What a clerk does within one ticket, from the context beside it to its end. */

let desk: TestDesk
let browser: Browser
let wang: TestClerk
let screen: Page
let complaints: string[]

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  wang = await desk.clerk('小王')
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

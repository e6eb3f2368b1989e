import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { newOwner } from '../http/client.ts'
import { barriers } from './axe.ts'
import { keepScreen, openBrowser } from './browser.ts'
import { openDeskOf, SMALL_PHONE } from './stage.ts'

let desk: TestDesk
let browser: Browser
let wang: Page
let zhou: Page
const complaints: string[][] = []

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  const screenOf = async (name: string) => {
    const screen = await openDeskOf(browser, desk.url, await desk.clerk(name))
    complaints.push(screen.complaints)
    return screen.page
  }
  wang = await screenOf('王芳')
  zhou = await screenOf('周敏')
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** A wall-clock time some days from now, as a field of date and time takes it. */
const inDays = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`

test('a call is promised at a ticket, stands under what is owed, and is done with a word', async () => {
  await (await newOwner(desk.url)).says('转人工')
  const id = (await desk.store.tickets.list({})).tickets[0]?.id
  await wang.goto(`${desk.url}/desk/t/${id}`)
  const panel = wang.getByRole('complementary', { name: '资料' })
  await panel.getByRole('button', { name: '记一个回电' }).click()
  await panel.getByLabel('几点前回电').fill(inDays(5))
  await panel.getByLabel('回什么事').fill('窗户的事')
  await panel.getByRole('button', { name: '记下' }).click()
  await panel.getByText('王芳答应的').waitFor()
  expect(await barriers(wang)).toEqual([])
  await zhou.goto(`${desk.url}/desk/day?only=all`)
  await zhou.getByText('窗户的事').waitFor()
  expect(await barriers(zhou)).toEqual([])
  await keepScreen(zhou, 'day')
  await zhou.getByLabel('结果').fill('打通了，约好看房')
  await zhou.keyboard.press('Enter')
  await zhou.getByText('没有欠着的回电').waitFor()
  await panel.getByText('打通了，约好看房').waitFor()
  expect(complaints.flat()).toEqual([])
})

test('a shift is handed over with a note and signed by the one who comes; who wrote it can’t sign', async () => {
  await wang.goto(`${desk.url}/desk/day`)
  await wang.getByLabel('要交代的话').fill('煤气那户等回电')
  await wang.getByRole('button', { name: '交班', exact: true }).click()
  await wang.getByText('还没有人签收').waitFor()
  expect(await wang.getByRole('button', { name: '我接班，签收' }).count()).toBe(0)
  await zhou.goto(`${desk.url}/desk/day`)
  await zhou.getByText('煤气那户等回电').waitFor()
  await zhou.setViewportSize(SMALL_PHONE)
  expect(await barriers(zhou)).toEqual([])
  await keepScreen(zhou, 'handover-phone')
  await zhou.getByRole('button', { name: '我接班，签收' }).click()
  await wang.getByText(/周敏签收/).waitFor()
  expect(complaints.flat()).toEqual([])
})

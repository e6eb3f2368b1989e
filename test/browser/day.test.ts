import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { keepScreen } from './browser.ts'
import { openDeskAs, openStage, type Stage } from './stage.ts'

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

test('a call is taken down by keyboard alone: words, a look, Ctrl+Enter, and the next one', async () => {
  await desk.goto(`${stage.server.url}/desk/intake`)
  const said = desk.getByLabel('说了什么')
  await said.waitFor()
  await expect.poll(() => desk.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
  await desk.keyboard.type('3栋2单元501厨房水管漏水，电话13800138000')
  const home = desk.getByLabel('几栋几单元几号')
  await expect.poll(() => home.inputValue()).toBe('3栋2单元501')
  expect(await desk.getByRole('button', { name: '工单', exact: true }).getAttribute('aria-pressed')).toBe('true')
  await keepScreen(desk, 'intake')
  await desk.keyboard.press('Control+Enter')
  await desk.getByText(/记成工单 \d+ 了/).waitFor()
  expect(await said.inputValue()).toBe('')
  await desk.keyboard.type('天然气什么时候能通')
  await desk.keyboard.press('Control+Enter')
  await desk.getByText('记成来单了').waitFor()
  await desk.getByRole('link', { name: '打开' }).click()
  await desk.getByText('电话里说的，小李记下。', { exact: false }).waitFor()
  expect(complaints).toEqual([])
})

test('where the words leave it open nothing is chosen, and the likeliest stand within a tap', async () => {
  await desk.goto(`${stage.server.url}/desk/intake`)
  const said = desk.getByLabel('说了什么')
  await said.fill('那个东西又那样了')
  const offered = desk.getByRole('group', { name: '拿不准是什么事，请选一个：' })
  await offered.getByRole('button').nth(2).waitFor()
  expect(await offered.getByRole('button').count()).toBe(3)
  expect(await desk.getByLabel('是什么事').inputValue()).toBe('')
  await offered.getByRole('button').nth(1).click()
  expect(await desk.getByLabel('是什么事').inputValue()).not.toBe('')
  expect(await barriers(desk)).toEqual([])
  expect(complaints).toEqual([])
})

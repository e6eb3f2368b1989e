import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOMS } from '../../pages/desk/address.ts'
import { buildPages } from '../../scripts/buildPages.ts'
import { openDesk, type TestDesk } from '../desk/desk.ts'
import { openBrowser } from './browser.ts'
import { openDeskOf } from './stage.ts'

let desk: TestDesk
let browser: Browser
let page: Page

beforeAll(async () => {
  await buildPages()
  desk = await openDesk()
  browser = await openBrowser()
  page = (await openDeskOf(browser, desk.url, await desk.clerk('Li', 'admin'))).page
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('navigation', { name: 'Queue' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** Labels, names for screen readers and hints that are Chinese, without what people wrote and what a compound has on file. */
const CHINESE = `(() => {
  const han = /\\p{Script=Han}/u
  const data = 'textarea, [lang^="zh"], [data-said], option, pre, code'
  const found = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const { parentElement: parent, data: text } = walk.currentNode
    if (han.test(text) && parent.checkVisibility() && !parent.closest(data)) found.push(text.trim())
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
    for (const name of ['aria-label', 'placeholder', 'title'])
      if (han.test(one.getAttribute(name) ?? '')) found.push(name + ': ' + one.getAttribute(name))
  return [...new Set(found)]
})()`

test.each(ROOMS)('the room %s speaks English throughout', async (room) => {
  await page.goto(`${desk.url}/desk${room === 'queue' ? '' : `/${room}`}`)
  await page.getByRole('main').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(CHINESE)).toEqual([])
  expect(await page.evaluate('document.title')).not.toMatch(/undefined/)
  expect(await page.locator('body').innerText()).not.toMatch(/undefined|\[object/)
})

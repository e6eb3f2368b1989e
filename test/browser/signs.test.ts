import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOwner } from '../http/client.ts'
import { openDeskAs, openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage?.end()
})

/** Read backwards behind the override: “…转给 321 号”. */
const SAID = '请把钱转给\u202e123\u202c号，找\u200b客服，谢谢👨\u200d👩\u200d👧'

/** In the page: what is marked and how, what is copied, and where the three digits stand. */
const SEEN = `(() => {
  const bubble = [...document.querySelectorAll('.entry.owner .bubble')].find((one) => one.textContent.includes('请把钱'))
  const signs = [...bubble.querySelectorAll('.sign')].map((one) => [one.title, getComputedStyle(one, '::before').content])
  getSelection().selectAllChildren(bubble)
  const digits = [...bubble.childNodes].find((node) => node.textContent === '123')
  const places = [0, 1, 2].map((at) => {
    const range = document.createRange()
    range.setStart(digits, at)
    range.setEnd(digits, at + 1)
    return range.getBoundingClientRect().left
  })
  return { signs, copied: getSelection().toString(), places }
})()`

interface Seen {
  signs: string[][]
  copied: string
  places: number[]
}

test('what an owner’s words hide is marked at the desk, turns nothing, and is copied as it was written', async () => {
  const owner = await newOwner(stage.server.url)
  await owner.says(SAID)
  await owner.says('转人工')
  const { desk, complaints } = await openDeskAs(stage, '王芳')
  await desk.locator('a[href*="/desk/t/"]').first().click()
  await desk.locator('.entry.owner .sign').first().waitFor()
  const { signs, copied, places } = await desk.evaluate<Seen>(SEEN)
  expect(signs).toEqual([
    ['右到左覆盖', '"U+202E"'],
    ['方向结束', '"U+202C"'],
    ['零宽空格', '"U+200B"'],
  ])
  expect(copied).toBe(SAID)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(await desk.getByRole('img', { name: '右到左覆盖 U+202E' }).count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})

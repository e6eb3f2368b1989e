import { expect, test } from 'vitest'
import { groupAlike } from '../../intents/likeness.ts'

/** The texts of each group, sorted. */
const grouped = async (texts: string[]): Promise<string[][]> =>
  (await groupAlike(texts)).map((members) => members.map((index) => texts[index] ?? '').sort())

test('what is about the same comes together, few texts or many', async () => {
  const hens = ['阳台上能养鸡吗', '我想在阳台养鸡行不行', '陽台上可以養雞嗎']
  const pool = ['游泳池几点开门', '游泳池开到几点']
  const groups = await grouped([...hens, '附近哪家烤鸭好吃', ...pool])
  expect(groups[0]).toEqual([...hens].sort())
  expect(groups[1]).toEqual([...pool].sort())
  expect(groups).toHaveLength(3)
})

test('each text is in one group, and nothing makes no group', async () => {
  const texts = Array.from({ length: 60 }, (_, n) => `第${n}个问题说的是${String.fromCharCode(0x4e00 + n * 37)}`)
  expect((await groupAlike(texts)).flat().sort((a, b) => a - b)).toEqual(texts.map((_, index) => index))
  expect(await groupAlike([])).toEqual([])
})

import { expect, test } from 'vitest'
import type { StatusEntry, Words } from '../../../bot/types.ts'
import { scripted } from '../../support/classifier.ts'
import { NIGHT } from '../../support/clock.ts'
import { openQiao } from '../../support/qiao.ts'

const asks = scripted({
  暖气通了吗: { intent: 'heating.status' },
  'is the heating on': { intent: 'heating.status' },
  家里水管坏了: { intent: 'repair.report' },
})
const same = (text: string): Words => ({ zh: text, en: text })

const entry = (parts: Partial<StatusEntry>): StatusEntry => ({
  id: 'heat',
  community: 'demo',
  topic: 'heating',
  scope: {},
  state: { zh: '还没供热', en: 'not on yet' },
  log: [{ day: '2026-11-20', text: same('问过供热公司'), by: same('小李') }],
  asOf: '2026-11-25T01:10:00Z',
  staleAfterHours: 168,
  source: same('小李'),
  ...parts,
})

/** A board that holds this entry alone. */
async function withBoard(parts: Partial<StatusEntry>) {
  const qiao = await openQiao({ classifier: asks })
  qiao.store.board.entries = async () => [entry(parts)]
  return qiao
}

test('a day that a source announced is told', async () => {
  const announced = { text: same('12月15日供热'), source: same('供热公司') }
  const qiao = await withBoard({ announced })
  const owner = await qiao.owner()
  await owner.says('暖气通了吗')
  expect(owner.lastReply).toContain('12月15日供热')
  expect(qiao.errors).toEqual([])
})

test('a day that nobody announced is withheld, reported, and a person gets the matter', async () => {
  const qiao = await withBoard({ nextActor: same('供热公司下周二开阀') })
  const owner = await qiao.owner()
  await owner.says('暖气通了吗')
  expect(owner.lastReply).not.toContain('下周二')
  expect(owner.lastReply).toMatch(/没有登记在册，我不乱说，请客服核实/)
  expect(owner.last.replies[0]?.card).toBeUndefined()
  expect(String(qiao.errors[0])).toContain('下周二 (date)')
  expect((await qiao.store.tickets.list({})).tickets[0]).toMatchObject({ reason: 'promise', stage: 'waiting' })
})

test('withheld in English too', async () => {
  const qiao = await withBoard({ state: { zh: '还没供热', en: 'it will be on by Friday' } })
  const owner = await qiao.owner('en')
  await owner.says('is the heating on')
  expect(owner.lastReply).toMatch(/No date or amount for this is on record/)
  expect(owner.lastReply).not.toContain('Friday')
})

test("the owner's own time is repeated to them", async () => {
  const qiao = await openQiao({ classifier: asks })
  const owner = await qiao.owner()
  for (const text of ['家里水管坏了', '3栋2单元1502', '厨房', '明天下午', '13800138000']) await owner.says(text)
  expect(owner.lastReply).toContain('方便时间：明天下午')
  expect(qiao.errors).toEqual([])
})

test('when the office opens is the compound’s own record', async () => {
  const qiao = await openQiao({ classifier: asks, at: NIGHT })
  const owner = await qiao.owner()
  await owner.says('转人工')
  expect(owner.lastReply).toContain('明天 8:30开始有人回')
  expect(qiao.errors).toEqual([])
})

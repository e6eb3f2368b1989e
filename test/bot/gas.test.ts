import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const asks = scripted({
  燃气通了吗: { intent: 'gas.connection_status' },
  'when is the gas coming': { intent: 'gas.connection_status' },
})

test('the gas answer says where it stands, what was done by whom, who acts next, as of when, and names no date', async () => {
  const qiao = await openQiao({ classifier: asks })
  const owner = await qiao.owner()
  await owner.says('燃气通了吗')
  expect(owner.lastReply).toMatch(/检测没做完/)
  expect(owner.lastReply).toMatch(/名单交给燃气公司（客服小李）/)
  expect(owner.lastReply).toMatch(/第三次催办/)
  expect(owner.lastReply).toMatch(/下一步：燃气公司/)
  expect(owner.lastReply).toMatch(/没有日期登记在册/)
  expect(owner.lastReply).toMatch(/今天 9:10更新，来源：客服小李/)
  expect(owner.last.outcome?.action).toBe('status')
})

test('the card says the same as the text', async () => {
  const qiao = await openQiao({ classifier: asks })
  const owner = await qiao.owner()
  await owner.says('燃气通了吗')
  const card = owner.last.replies[0]?.card
  expect(card).toMatchObject({ kind: 'status', place: '全小区', asOf: '今天 9:10' })
  if (card?.kind !== 'status') throw new Error('no status card')
  expect(card.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'done', 'now', 'next'])
  for (const step of card.steps.filter((each) => each.state === 'done')) expect(owner.lastReply).toContain(step.text)
})

test('English is answered in English', async () => {
  const qiao = await openQiao({ classifier: asks })
  const owner = await qiao.owner()
  await owner.says('when is the gas coming')
  expect(owner.lastReply).toMatch(/No date is on record/)
  expect(owner.lastReply).not.toMatch(/[\u4e00-\u9fff]/)
})

test('a record that grew stale is not told as today’s, and a clerk gets the task', async () => {
  const qiao = await openQiao({ classifier: asks })
  const owner = await qiao.owner()
  qiao.clock.forward(8 * 24 * 60)
  await owner.says('燃气通了吗')
  expect(owner.lastReply).toMatch(/太久没更新，我不当现在的情况讲/)
  expect(owner.last.outcome?.handoff?.reason).toBe('stale_status')
  const { tickets } = await qiao.store.tickets.list({})
  expect(tickets[0]).toMatchObject({ reason: 'stale_status', stage: 'waiting' })
})

test('many who ask about a stale record make one task a day; each of them is told plainly', async () => {
  const qiao = await openQiao({ classifier: asks })
  qiao.clock.forward(8 * 24 * 60)
  const [first, second] = [await qiao.owner(), await qiao.owner()]
  await first.says('燃气通了吗')
  await second.says('燃气通了吗')
  expect(second.lastReply).toMatch(/太久没更新，我不当现在的情况讲。同事已经在核实/)
  expect(second.lastReply).not.toMatch(/在这里回您/)
  expect((await second.conversation()).stage).toBe('bot')
  const stale = async () => (await qiao.store.tickets.list({})).total
  expect(await stale()).toBe(1)
  qiao.clock.forward(24 * 60)
  await (await qiao.owner()).says('燃气通了吗')
  expect(await stale()).toBe(2)
})

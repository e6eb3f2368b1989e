import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const KNOWS = scripted({
  关了总阀了: { intent: 'repair.report' },
  现在怎么办: { intent: 'repair.report' },
  你们几点上班: { intent: 'staff.hours' },
})
const BURST = '水管爆了，满屋子都是水'
const start = async () => {
  const qiao = await openQiao({ classifier: KNOWS })
  const owner = await qiao.owner()
  await owner.says(BURST)
  expect(owner.last.outcome?.action).toBe('emergency')
  return { qiao, owner }
}

test('what was done since the alarm is news for those who come, and opens no form', async () => {
  const { owner } = await start()
  await owner.says('关了总阀了')
  expect(owner.last.outcome?.action).toBe('relay')
  expect(owner.lastReply).toMatch(/值班人员看得到.*028-5550-0110/)
  await owner.says('人都出来了')
  expect(owner.last.replies).toEqual([])
})

test('a form that was open waits, too: nobody is asked for a phone while it burns', async () => {
  const qiao = await openQiao({ classifier: scripted({ 我家跳闸了: { intent: 'power.trip' } }) })
  const owner = await qiao.owner()
  await owner.says('我家跳闸了')
  await owner.says('插座在冒烟，着火了')
  expect(owner.last.outcome?.action).toBe('emergency')
  await owner.says('电闸拉了')
  expect(owner.last.outcome?.action).toBe('relay')
  expect(owner.lastReply).toMatch(/值班人员看得到/)
})

test('“现在怎么办” gets the instruction again, on the same ticket', async () => {
  const { qiao, owner } = await start()
  await owner.says('现在怎么办')
  expect(owner.last.outcome?.action).toBe('emergency')
  expect(owner.lastReply).toMatch(/总阀/)
  expect((await qiao.store.tickets.list({})).total).toBe(1)
})

test('what it can answer it still answers, and after half an hour it files again', async () => {
  const { qiao, owner } = await start()
  await owner.says('你们几点上班')
  expect(owner.last.outcome?.intent).toBe('staff.hours')
  qiao.clock.forward(31)
  await owner.says('关了总阀了')
  expect(owner.last.outcome?.action).toBe('ask_slot')
})

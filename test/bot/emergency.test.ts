import { expect, test } from 'vitest'
import { broken, scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const knows = scripted({
  '厨房里头味道不对，头发晕': { intent: 'gas.leak' },
  这下麻烦了: { intent: 'emergency.injury', certainty: 'close' },
})

test('an emergency is answered with an instruction first, phones, and a ticket above all others', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  await owner.says('家里闻到煤气味，很浓')
  expect(owner.last.outcome).toMatchObject({
    action: 'emergency',
    intent: 'gas.leak',
    handoff: { priority: 'emergency' },
  })
  expect(owner.lastReply).toMatch(/开关/)
  expect(owner.lastReply).not.toMatch(/马上到|已到/)
  const card = owner.last.replies[0]?.card
  expect(card?.kind === 'emergency' && card.phones.map((phone) => phone.number)).toContain('119')
  expect((await qiao.store.tickets.list({})).tickets[0]).toMatchObject({ priority: 'emergency', stage: 'waiting' })
})

test('it works when the model is broken', async () => {
  const qiao = await openQiao({ classifier: broken })
  const owner = await qiao.owner()
  await owner.says('有人困在电梯里了')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'elevator.trapped' })
  await owner.says('物业费怎么交')
  expect(owner.last.outcome).toMatchObject({ action: 'handoff', handoff: { reason: 'error' } })
  expect(owner.lastReply).toMatch(/您的话没有丢/)
})

test('it speaks even while staff hold the conversation; what only the model finds alerts them in silence', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  const li = await qiao.clerk('小李')
  await owner.says('转人工')
  const id = (await qiao.store.tickets.list({})).tickets[0]?.id ?? ''
  await li.claim(id, li.member)
  await owner.says('这下麻烦了')
  expect(owner.last.replies).toEqual([])
  expect((await li.open(id)).priority).toBe('emergency')
  await owner.says('着火了，楼道全是烟')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'emergency.fire' })
  expect((await owner.conversation()).stage).toBe('staff')
})

test('it comes before an open form, and the form is still there afterwards', async () => {
  const qiao = await openQiao({ classifier: scripted({ 我要报修: { intent: 'repair.report' } }) })
  const owner = await qiao.owner()
  await owner.says('我要报修')
  await owner.says('不好了水管爆了，水哗哗往外喷，关不住')
  expect(owner.last.outcome?.action).toBe('emergency')
  expect((await owner.conversation()).memory.form?.intent).toBe('repair.report')
})

test('a missing child outweighs a model that is nearly sure of another matter', async () => {
  const cctv = { intent: 'security.cctv', confidence: 0.95 }
  const qiao = await openQiao({
    classifier: scripted({
      '我儿子不见了，先给我看监控': {
        ...cctv,
        alternatives: [cctv, { intent: 'emergency.missing', confidence: 0.03 }],
      },
    }),
  })
  const owner = await qiao.owner()
  await owner.says('我儿子不见了，先给我看监控')
  expect(owner.last.outcome?.intent).toBe('emergency.missing')
})

test('an emergency that comes second in a message comes first in the answer', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says('去年的停车费发票还能开吗？对了厨房着了，烟很大')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'emergency.fire' })
})

test('what the model alone finds comes before an open form too', async () => {
  const qiao = await openQiao({
    classifier: scripted({ 我要报修: { intent: 'repair.report' }, 一进门那股味: { intent: 'gas.leak' } }),
  })
  const owner = await qiao.owner()
  await owner.says('我要报修')
  await owner.says('一进门那股味')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'gas.leak' })
  expect((await owner.conversation()).memory.form?.intent).toBe('repair.report')
})

test('the model raises the alarm alone only from a chance on that was measured', async () => {
  const sure = { intent: 'gas.leak', confidence: 0.55, alternatives: [{ intent: 'gas.leak', confidence: 0.55 }] }
  const unsure = { intent: 'gas.leak', confidence: 0.15, alternatives: [{ intent: 'gas.leak', confidence: 0.15 }] }
  const qiao = await openQiao({
    classifier: scripted({ 一进门那股味: sure, 有点味道: { ...unsure, certainty: 'close' } }),
  })
  const owner = await qiao.owner()
  await owner.says('一进门那股味')
  expect(owner.last.outcome?.action).toBe('emergency')
  const other = await qiao.owner()
  await other.says('有点味道')
  expect(other.last.outcome?.action).toBe('clarify')
})

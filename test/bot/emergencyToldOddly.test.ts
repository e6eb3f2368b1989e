import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const MINUTE = 60_000

test('what is told in two messages is one thing', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says('孩子在滑梯玩')
  expect(owner.last.outcome?.action).not.toBe('emergency')
  await owner.says('转头就没了')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'emergency.missing' })
})

test.each([
  [9, 'emergency'],
  [11, 'fallback'],
])('what was said %i minutes ago: %s', async (minutes, action) => {
  const qiao = await openQiao({ classifier: scripted({ 孩子在滑梯玩: { intent: 'facility.use' } }) })
  const owner = await qiao.owner()
  await owner.says('孩子在滑梯玩')
  qiao.clock.set(new Date(qiao.clock.now().getTime() + minutes * MINUTE).toISOString())
  await owner.says('转头就没了')
  expect(owner.last.outcome?.action).toBe(action)
})

test('two messages that have nothing to do with each other make no alarm', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  for (const text of ['楼道灯坏了', '什么时候修', '孩子在滑梯玩', '物业费怎么交']) {
    await owner.says(text)
    expect(owner.last.outcome?.action, text).not.toBe('emergency')
  }
})

test('a smell first, then what it smells of', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says('厨房有味道')
  await owner.says('臭鸡蛋那种')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'gas.leak' })
})

test('after the instruction a short answer raises no second alarm', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says('厨房着火了')
  expect(owner.last.outcome?.action).toBe('emergency')
  await owner.says('好的谢谢')
  expect(owner.last.outcome?.action).not.toBe('emergency')
})

test('another wish first, the emergency last', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says('停车卡怎么续费，另外我家灶台下面嘶嘶响，味道好冲')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'gas.leak' })
})

test('in the middle of a repair form it comes first, and the form waits', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  await owner.says('我要报修')
  const { form } = (await owner.conversation()).memory
  expect(form).toBeDefined()
  await owner.says('等等，插座冒火花了，还有烟')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'emergency.fire' })
  expect((await owner.conversation()).memory.form?.intent).toBe(form?.intent)
})

test('while staff hold the conversation the instruction is given all the same', async () => {
  const qiao = await openQiao()
  const owner = await qiao.owner()
  const li = await qiao.clerk('小李')
  await owner.says('转人工')
  const id = (await qiao.store.tickets.list({})).tickets[0]?.id ?? ''
  await li.claim(id, li.member)
  await owner.says('孩子说厨房好臭')
  await owner.says('像煤气味')
  expect(owner.last.outcome).toMatchObject({ action: 'emergency', intent: 'gas.leak' })
  expect((await owner.conversation()).stage).toBe('staff')
})

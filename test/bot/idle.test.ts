import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const knows = scripted({ 我要报修: { intent: 'repair.report' }, 你好: { intent: 'meta.greeting' } })

test('after a day without a word the conversation begins afresh, and still knows the home', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  await owner.says('我要报修')
  await owner.says('3栋2单元1502')
  expect((await owner.conversation()).memory.form).toBeDefined()
  qiao.clock.forward(24 * 60)
  await owner.says('你好')
  expect(owner.last.outcome?.action).toBe('smalltalk')
  const { memory } = await owner.conversation()
  expect(memory.form).toBeUndefined()
  expect(memory.said.home).toMatchObject({ building: '3', unit: '2', room: '1502' })
})

test('a minute less, and the form goes on', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  await owner.says('我要报修')
  qiao.clock.forward(24 * 60 - 1)
  await owner.says('水龙头关不严一直滴')
  expect(owner.last.outcome?.action).toBe('ask_slot')
})

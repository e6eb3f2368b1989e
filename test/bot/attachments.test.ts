import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const knows = scripted({
  我要报修: { intent: 'repair.report' },
  物业费怎么交: { intent: 'fee.pay' },
})
const OFFICE = '028-5550-0100'
const DUTY = '028-5550-0110'

async function begin() {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner()
  const sends = async (type: string, text = '') => owner.says(text, undefined, [await owner.uploads(type)])
  return { qiao, owner, sends }
}

test('a photo without a word: the bot owns up, gives the phones, and a person gets it', async () => {
  const { qiao, owner, sends } = await begin()
  const { outcome } = await sends('image/jpeg')
  expect(outcome).toMatchObject({
    action: 'handoff',
    handoff: { reason: 'not_understood', priority: 'normal', team: 'service' },
  })
  expect(owner.lastReply).toMatch(/看不懂照片/)
  expect(owner.lastReply).toContain(OFFICE)
  expect(owner.lastReply).toContain(DUTY)
  const ticket = await qiao.store.tickets.openOf(owner.id)
  expect(ticket?.summary).toMatch(/发来 1 张照片/)
  expect((await owner.sees())[0]?.attachments).toMatchObject([{ type: 'image/jpeg', size: 1 }])
  expect(await qiao.store.conversations.classifications(owner.id)).toEqual([])
})

test('a voice message: the emergency numbers come first', async () => {
  const { owner, sends } = await begin()
  await sends('audio/amr')
  expect(owner.lastReply).toMatch(/听不懂语音/)
  for (const number of ['119', '120', '110', OFFICE, DUTY]) expect(owner.lastReply).toContain(number)
  expect(owner.last.outcome?.handoff?.reason).toBe('not_understood')
})

test('in English it is said in English', async () => {
  const qiao = await openQiao({ classifier: knows })
  const owner = await qiao.owner('en')
  await owner.says('', undefined, [await owner.uploads('audio/ogg')])
  expect(owner.lastReply).toMatch(/can't hear it yet/)
})

test('while a person is awaited a further photo meets no silence, and opens nothing twice', async () => {
  const { qiao, owner, sends } = await begin()
  await sends('image/jpeg')
  await sends('image/jpeg')
  expect(owner.last.outcome?.action).toBe('relay')
  expect(owner.lastReply).toMatch(/客服接手时会看到/)
  await sends('audio/aac')
  expect(owner.lastReply).toMatch(/119/)
  expect((await qiao.store.tickets.list({})).total).toBe(1)
})

test('while staff hold it, the bot keeps quiet', async () => {
  const { qiao, owner, sends } = await begin()
  await sends('image/jpeg')
  const clerk = await qiao.clerk('王芳')
  const ticket = await qiao.store.tickets.openOf(owner.id)
  await clerk.claim(ticket?.id ?? '', clerk.member)
  expect((await sends('image/png')).replies).toEqual([])
})

test('with words it is answered by the words', async () => {
  const { owner, sends } = await begin()
  const { outcome } = await sends('image/jpeg', '物业费怎么交')
  expect(outcome).toMatchObject({ action: 'answer', intent: 'fee.pay' })
  expect(outcome?.handoff).toBeUndefined()
  expect((await owner.sees())[0]?.attachments).toHaveLength(1)
})

test('photos inside an open form go with the work order, the question stays', async () => {
  const { qiao, owner, sends } = await begin()
  await sends('image/png', '我要报修')
  const { outcome } = await sends('image/jpeg')
  expect(outcome?.action).toBe('ask_slot')
  expect(outcome?.handoff).toBeUndefined()
  expect(owner.lastReply).toMatch(/照片收到，会附在工单上/)
  await sends('application/pdf', '厨房水龙头关不严一直滴水')
  for (const answer of ['3栋2单元1502', '明天上午', '13800138000'])
    if (owner.last.outcome?.action === 'ask_slot') await owner.says(answer)
  expect(owner.last.outcome?.action).toBe('confirm')
  await owner.says('确认', 'yes')
  const [order] = (await qiao.store.workOrders.list({})).workOrders
  expect(order?.attachments?.map(({ type }) => type)).toEqual(['image/png', 'image/jpeg', 'application/pdf'])
})

test('a voice inside an open form is heard by a person, who gets what was said so far', async () => {
  const { owner, sends } = await begin()
  await owner.says('我要报修')
  const { outcome } = await sends('audio/mp4')
  expect(outcome?.handoff?.reason).toBe('not_understood')
  expect(owner.lastReply).toMatch(/119/)
})

const LEAK = '厨房水龙头漏水，3栋2单元1502，电话13800001111，什么时候都行'

test('a photo sent before anything is said goes with the work order that follows, a voice does not', async () => {
  const qiao = await openQiao({ classifier: scripted({ [LEAK]: { intent: 'repair.report' } }) })
  const owner = await qiao.owner()
  await owner.says('', undefined, [await owner.uploads('image/jpeg'), await owner.uploads('audio/amr')])
  await owner.says(LEAK, undefined, [await owner.uploads('application/pdf')])
  await owner.says('对')
  const order = await qiao.store.workOrders.byNumber('1001')
  expect(order?.attachments?.map(({ type }) => type)).toEqual(['image/jpeg', 'application/pdf'])
  expect((await owner.conversation()).memory.files).toBeUndefined()
})

test('a photo of an hour ago is no longer taken to belong to it, nor one that another order has', async () => {
  const qiao = await openQiao({ classifier: scripted({ [LEAK]: { intent: 'repair.report' } }) })
  const owner = await qiao.owner()
  await owner.says('', undefined, [await owner.uploads('image/jpeg')])
  qiao.clock.forward(61)
  await owner.says(LEAK)
  await owner.says('对')
  expect(await qiao.store.workOrders.byNumber('1001')).not.toHaveProperty('attachments')
})

import { expect, test } from 'vitest'
import { type Owner, openQiao, type TestQiao } from '../support/qiao.ts'
import { sureOf } from './heard.ts'

const LIFT = '3栋电梯坏了'
const KNOWS = {
  [LIFT]: 'elevator.fault',
  '6栋电梯坏了': 'elevator.fault',
  电梯坏了: 'elevator.fault',
  'the lift in building 3 is broken': 'elevator.fault',
  停水了吗: 'water.outage',
  家里没水了: 'water.outage',
  停电了: 'power.outage',
  '3栋暖气停了吗': 'heating.status',
  物业费怎么交: 'fee.pay',
}
const OPEN = /3栋电梯故障，已有 3 户反映，我们收到了，正在核实；客服更新后在这里告诉您。/

const open = () => openQiao({ classifier: sureOf(KNOWS) })

/** So many owners, each from a conversation of their own, one after the other. */
async function ask(qiao: TestQiao, text: string, times: number): Promise<Owner[]> {
  const owners: Owner[] = []
  for (let n = 0; n < times; n++) {
    const owner = await qiao.owner()
    await owner.says(text)
    owners.push(owner)
  }
  return owners
}

const clerkOf = async (qiao: TestQiao) => (await qiao.clerk('王芳')).member
const first = async (qiao: TestQiao) => (await qiao.store.incidents.list({}))[0]?.id ?? ''

test('fifty owners with one broken lift make one task, and no fifty tickets or work orders', async () => {
  const qiao = await open()
  const owners = await ask(qiao, LIFT, 50)
  expect(await qiao.store.incidents.list({})).toMatchObject([
    { topic: 'lift', building: '3', state: 'open', askers: 50 },
  ])
  expect((await qiao.store.tickets.list({})).total).toBe(0)
  expect((await qiao.store.workOrders.list({})).total).toBe(0)
  expect(owners[1]?.lastReply).not.toMatch(/户反映/)
  expect(owners[3]?.lastReply).toMatch(OPEN)
  expect(owners[49]?.lastReply).toMatch(/已有 49 户反映/)
  expect(owners[49]?.last.replies[0]?.sources).toEqual([{ kind: 'incident', id: await first(qiao) }])
})

test('two buildings make two, other topics none', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 4)
  await ask(qiao, '6栋电梯坏了', 4)
  await ask(qiao, '物业费怎么交', 6)
  const incidents = await qiao.store.incidents.list({})
  expect(incidents.map(({ building }) => building).sort()).toEqual(['3', '6'])
})

test('water concerns the whole compound; what the board says is still said', async () => {
  const qiao = await open()
  await ask(qiao, '停水了吗', 3)
  const [owner] = await ask(qiao, '家里没水了', 1)
  expect(await qiao.store.incidents.list({})).toMatchObject([{ topic: 'water', building: '', askers: 4 }])
  expect(owner?.lastReply).toMatch(/^全小区停水，已有 3 户反映.*正在核实/)
  expect(owner?.last.replies[0]?.sources).toMatchObject([{ kind: 'incident' }, { kind: 'status' }])
})

test('the same owner three times is no burst, nor three owners over an hour', async () => {
  const qiao = await open()
  const owner = await qiao.owner()
  for (let n = 0; n < 4; n++) await owner.says('停水了吗')
  expect(await qiao.store.incidents.list({})).toEqual([])
  for (let n = 0; n < 4; n++) {
    qiao.clock.forward(11)
    await ask(qiao, '停电了', 1)
  }
  expect(await qiao.store.incidents.list({})).toEqual([])
})

test('a lift whose building nobody named counts once it is known', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 2)
  const [owner] = await ask(qiao, '电梯坏了', 1)
  expect(await qiao.store.incidents.list({})).toEqual([])
  await owner?.says('3栋1单元')
  expect(await qiao.store.incidents.list({})).toMatchObject([{ building: '3', askers: 3 }])
})

test('one answer reaches everybody who asked, once, and whoever asks later at once', async () => {
  const qiao = await open()
  const owners = await ask(qiao, LIFT, 5)
  const clerk = await clerkOf(qiao)
  const id = await first(qiao)
  const words = { text: '维保单位已经到现场检查，修好的时间还没有给。' }
  expect(await qiao.incidents.answer(id, clerk, words)).toMatchObject({ told: 5, incident: { state: 'answered' } })
  expect(await qiao.incidents.answer(id, clerk, words)).toMatchObject({ told: 0 })
  for (const owner of owners) {
    const told = (await owner.sees()).filter(({ text }) => text.includes(words.text))
    expect(told).toMatchObject([{ from: 'bot', text: `3栋电梯故障，客服 王芳 给各位的回复：${words.text}` }])
  }
  const [later] = await ask(qiao, LIFT, 1)
  expect(later?.lastReply).toMatch(/已有 5 户反映。客服 王芳 今天 10:00给大家的回复：维保单位已经到现场检查/)
  expect(await qiao.incidents.answer(id, clerk, words)).toMatchObject({ told: 0 })
  const more = { text: '电梯已恢复运行。' }
  expect(await qiao.incidents.answer(id, clerk, more)).toMatchObject({ told: 6 })
})

test('an answer that promises is held; confirmed it goes out, and later askers get it too', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 3)
  const clerk = await clerkOf(qiao)
  const id = await first(qiao)
  const text = '电梯明天上午十点修好。'
  const held = await qiao.incidents.answer(id, clerk, { text }).catch((error) => error)
  expect(held).toMatchObject({ code: 'promise', details: { confirmToken: expect.any(String) } })
  await qiao.incidents.answer(id, clerk, { text, confirm: held.details.confirmToken })
  const [later] = await ask(qiao, LIFT, 1)
  expect(later?.lastReply).toContain(text)
  expect(qiao.errors).toEqual([])
})

test('closed it is over: the next burst is another one; it ends by itself after half a day', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 4)
  const id = await first(qiao)
  expect(await qiao.incidents.close(id)).toMatchObject({ state: 'closed' })
  await expect(qiao.incidents.close(id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(qiao.incidents.answer(id, await clerkOf(qiao), { text: '修好了' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const [next] = await ask(qiao, LIFT, 1)
  expect(next?.lastReply).not.toMatch(/户反映/)
  await ask(qiao, LIFT, 2)
  expect(await qiao.store.incidents.list({ open: true })).toHaveLength(1)
  qiao.clock.forward(13 * 60)
  const [late] = await ask(qiao, LIFT, 1)
  expect(late?.lastReply).not.toMatch(/户反映/)
  expect(await qiao.store.incidents.list({ open: true })).toEqual([])
})

test('whose lift is another matter files it all the same, and is not stopped again', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 3)
  const [owner] = await ask(qiao, LIFT, 1)
  await owner?.taps('我这儿情况不一样，单独登记')
  expect(owner?.lastReply).not.toMatch(/户反映/)
  await owner?.says('对')
  expect((await qiao.store.workOrders.list({})).total).toBe(1)
})

test('in English, with the number of the record; and following it is offered', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 3)
  const owner = await qiao.owner('en')
  await owner.says('the lift in building 3 is broken')
  expect(owner.lastReply).toMatch(/Building 3: 3 homes have reported it/)
  expect(owner.last.replies[0]?.choices?.map(({ value }) => value)).toContain('subscribe:lift')
})

test('someone shut in the lift is an emergency, incident or not', async () => {
  const qiao = await open()
  await ask(qiao, LIFT, 4)
  const owner = await qiao.owner()
  await owner.says('我被困在3栋电梯里了')
  expect(owner.last.outcome?.action).toBe('emergency')
})

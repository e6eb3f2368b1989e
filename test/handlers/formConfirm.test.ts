import { expect, test } from 'vitest'
import type { Owner } from '../support/qiao.ts'
import { ordersOf, ownerWith, says, timesSaid } from './heard.ts'

const ALL = '我家厨房水龙头一直滴水，3栋2单元1502，电话13800001111，周六上午在家'

async function atSummary() {
  const opened = await ownerWith({ [ALL]: 'repair.report' })
  await opened.owner.says(ALL)
  expect(opened.owner.last.outcome?.action).toBe('confirm')
  return opened
}

const slots = (owner: Owner) => owner.last.outcome?.form?.slots

const YES = [
  '对',
  '对的对的',
  '嗯',
  '嗯 对的，就这样',
  '没错',
  '可以',
  '就这样吧',
  'OK',
  '好的谢谢',
  '是的',
  '没问题',
  '登记吧',
  '行',
  '👌',
  '對',
  'yes',
]
for (const words of YES) {
  test(`“${words}” is a yes`, async () => {
    const { qiao, owner } = await atSummary()
    await owner.says(words)
    expect(owner.last.outcome?.action).toBe('opened')
    expect(await ordersOf(qiao, owner)).toHaveLength(1)
  })
}

for (const words of ['对不起打扰了', '行不行啊', '可以吗', '对了，来之前先打电话', '对，不过电话错了']) {
  test(`“${words}” is no yes`, async () => {
    const { qiao, owner } = await atSummary()
    await owner.says(words)
    expect(await ordersOf(qiao, owner)).toEqual([])
  })
}

for (const words of ['不对', '有地方要改', '错了', 'no', '不是的']) {
  test(`“${words}” is a no: what is wrong is asked`, async () => {
    const { owner } = await atSummary()
    await owner.says(words)
    expect(owner.lastReply).toMatch(/^哪里不对？直接说对的|^What is wrong/)
  })
}

for (const words of [
  '算了',
  '算了，不报了',
  '取消',
  '不用了谢谢',
  '不登记了',
  '先不报了吧',
  '取消登記',
  'never mind',
]) {
  test(`“${words}” cancels, and nothing is filed`, async () => {
    const { qiao, owner } = await atSummary()
    await owner.says(words)
    expect(owner.last.outcome).toMatchObject({ action: 'cancelled' })
    expect((await owner.conversation()).memory.form).toBeUndefined()
    expect(await ordersOf(qiao, owner)).toEqual([])
  })
}

const FIXES: [string, Record<string, string>][] = [
  ['不对，是5栋', { home: '5栋2单元1502' }],
  ['不是3栋是6栋', { home: '6栋2单元1502' }],
  ['房号错了，是3-2-1503', { home: '3栋2单元1503' }],
  ['电话错了是13900002222', { contact: '13900002222' }],
  ['不是13800001111，是13900002222', { contact: '13900002222' }],
  ['电话不留了', { contact: '-' }],
  ['时间改成周日上午', { when: '周日上午' }],
  ['不是周六上午，是周日下午', { when: '周日下午' }],
  ['不是厨房是卫生间', { place: '卫生间', what: '我家卫生间水龙头一直滴水' }],
  ['位置是卫生间', { place: '卫生间' }],
  ['不对，是马桶堵了', { what: '马桶堵了' }],
  ['对了，来之前先打电话', { what: '我家厨房水龙头一直滴水；来之前先打电话' }],
  ['对，不过时间改到周日', { when: '周日' }],
]
for (const [words, changed] of FIXES) {
  test(`“${words}” changes that and nothing else`, async () => {
    const { owner } = await atSummary()
    const before = slots(owner)
    await owner.says(words)
    expect(owner.last.outcome?.action).toBe('confirm')
    expect(slots(owner)).toEqual({ ...before, ...changed })
  })
}

test('“电话错了” without the right one: it is asked for, and nothing else', async () => {
  const { owner } = await atSummary()
  await owner.says('电话错了')
  expect(owner.lastReply).toMatch(/^留个电话/)
  await owner.says('13900002222')
  expect(slots(owner)?.contact).toBe('13900002222')
  expect(owner.last.outcome?.action).toBe('confirm')
})

test('confirm, correction, yes: the corrected one is filed, once', async () => {
  const { qiao, owner } = await atSummary()
  await says(owner, '不对，是5栋', '时间改成周日上午', '嗯，对的')
  expect(await ordersOf(qiao, owner)).toMatchObject([{ slots: { home: '5栋2单元1502', when: '周日上午' } }])
})

test('a second yes opens no second one', async () => {
  const { qiao, owner } = await atSummary()
  await says(owner, '对', '对')
  expect(owner.lastReply).toBe('已经登记好了，工单号 1001，不用再报一遍。')
  expect(await ordersOf(qiao, owner)).toHaveLength(1)
})

test('a second tap on yes opens no second one', async () => {
  const { qiao, owner } = await atSummary()
  await owner.says('对，登记', 'yes')
  await owner.says('对，登记', 'yes')
  expect(await ordersOf(qiao, owner)).toHaveLength(1)
  expect(owner.lastReply).toMatch(/不用再报一遍/)
})

test('two yes at the same moment open one', async () => {
  const { qiao, owner } = await atSummary()
  await Promise.all([owner.says('对'), owner.says('对')])
  expect(await ordersOf(qiao, owner)).toHaveLength(1)
})

test('the buttons do what their words do', async () => {
  const { qiao, owner } = await atSummary()
  await owner.taps('有地方要改')
  expect(owner.lastReply).toMatch(/哪里不对/)
  await owner.says('电话')
  await owner.taps('不留电话')
  expect(slots(owner)?.contact).toBe('-')
  await owner.taps('对，登记')
  expect(await ordersOf(qiao, owner)).toMatchObject([{ slots: { contact: '-' } }])
})

test('asked what is wrong, “好” files nothing: the summary is shown again', async () => {
  const { qiao, owner } = await atSummary()
  await says(owner, '不对', '好')
  expect(owner.last.outcome?.action).toBe('confirm')
  expect(await ordersOf(qiao, owner)).toEqual([])
})

test('asked to wait it waits, without asking again', async () => {
  const { owner } = await atSummary()
  await owner.says('等一下，我问问老伴')
  expect(owner.lastReply).toBe('好，不急，想好了再回我。')
  await owner.says('可以')
  expect(owner.last.outcome?.action).toBe('opened')
})

test('neither yes nor no: other words once, then a person with what was noted; nothing is filed', async () => {
  const { qiao, owner } = await atSummary()
  await says(owner, '哼哼哈嘿')
  expect(owner.lastReply).toMatch(/没错就回“对”/)
  await says(owner, '咕噜咕噜')
  expect(owner.last.outcome).toMatchObject({ action: 'handoff', handoff: { reason: 'not_understood' } })
  expect(await ordersOf(qiao, owner)).toEqual([])
  const { tickets } = await qiao.store.tickets.list({})
  expect((await qiao.store.tickets.find(tickets[0]?.id ?? ''))?.context.slots).toMatchObject({ home: '3栋2单元1502' })
  expect(await timesSaid(owner, /我记的是/)).toBe(1)
})

test('“取消” after it is filed takes it back while nobody has accepted it', async () => {
  const { qiao, owner } = await atSummary()
  await says(owner, '对', '取消')
  expect(owner.lastReply).toMatch(/工单 1001 取消了/)
  expect(await ordersOf(qiao, owner)).toMatchObject([{ state: 'cancelled' }])
})

test('once filed it is changed by people only, and they hear of it', async () => {
  const { qiao, owner } = await atSummary()
  await says(owner, '对', '电话错了是13900002222')
  expect(owner.lastReply).toMatch(/工单 1001 已经登记了，我自己改不了/)
  await owner.says('取消')
  expect(owner.lastReply).toBe('记下了，客服接手时会看到。')
  expect((await qiao.store.tickets.list({})).total).toBe(1)
  expect(await ordersOf(qiao, owner)).toMatchObject([{ state: 'filed', slots: { contact: '13800001111' } }])
})

import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'
import { ordersOf, ownerWith, says, timesSaid } from './heard.ts'

const ALL = '你好，我要报修，我家厨房水龙头一直滴水，3栋2单元1502，电话13800001111，周六上午在家'
const KNOWS = {
  我要报修: 'repair.report',
  我家厨房水龙头坏了: 'repair.report',
  [ALL]: 'repair.report',
  家里暖气不热: 'heating.cold',
  楼道灯不亮: 'light.public',
  电梯坏了: 'elevator.fault',
  '东门道闸不抬杆，车堵了一串': 'parking.gate',
  小区跷跷板坏了: 'repair.report',
  楼上太吵了: 'noise.neighbor',
  昨晚十点楼上还在装修: 'renovation.noise',
  我想改个登记的信息: 'owner.record',
  天花板漏水: 'leak.ceiling',
  'my kitchen tap is leaking': 'repair.report',
  我家廚房水龍頭壞了: 'repair.report',
}
const start = (locale?: 'zh' | 'en' | 'zh-TW') => ownerWith(KNOWS, locale)

test('one question after the other, then the summary, then the number', async () => {
  const { qiao, owner } = await start()
  await owner.says('我要报修')
  expect(owner.lastReply).toMatch(/是什么坏了/)
  await owner.says('厨房的水龙头关不上')
  expect(owner.lastReply).toMatch(/几栋几单元几号/)
  await owner.says('3栋2单元1502')
  expect(owner.lastReply).toMatch(/什么时候家里有人/)
  await owner.says('周六上午')
  expect(owner.lastReply).toMatch(/留个电话/)
  await owner.says('13800001111')
  expect(owner.lastReply).toBe(
    '我记的是：\n事情：厨房的水龙头关不上\n位置：厨房\n房号：3栋2单元1502\n方便时间：周六上午\n电话：13800001111\n对吗？对了我就登记。',
  )
  await owner.says('对')
  expect(owner.lastReply).toMatch(/^已登记，工单号 1001。/)
  expect(await ordersOf(qiao, owner)).toMatchObject([{ number: '1001', intent: 'repair.report', state: 'filed' }])
})

test('a first message that holds everything goes straight to the summary, each thing in its own line', async () => {
  const { owner } = await start()
  await owner.says(ALL)
  expect(owner.last.outcome?.action).toBe('confirm')
  expect(owner.lastReply).toMatch(/事情：我家厨房水龙头一直滴水\n位置：厨房\n房号：3栋2单元1502\n/)
})

test('several answers in one message, in any order', async () => {
  const { owner } = await start()
  await says(owner, '我家厨房水龙头坏了', '周日下午都在，13800001111')
  expect(owner.lastReply).toMatch(/几栋几单元几号/)
  await owner.says('3-2-1502')
  expect(owner.last.outcome).toMatchObject({
    action: 'confirm',
    form: { slots: { home: '3栋2单元1502', contact: '13800001111', place: '厨房' } },
  })
})

test('home and phone that were said before are not asked for', async () => {
  const { owner } = await start()
  await says(owner, ALL, '对', '家里暖气不热')
  expect(owner.lastReply).not.toMatch(/几栋几单元几号|留个电话/)
  expect(owner.lastReply).toMatch(/什么时候家里有人/)
  await owner.says('都行')
  expect(owner.last.outcome).toMatchObject({
    action: 'confirm',
    form: { slots: { home: '3栋2单元1502', contact: '13800001111', when: '都行' } },
  })
})

test('a half home is asked to the end, a room alone is enough for that, and it is kept', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元')
  expect(owner.lastReply).toBe('3栋2单元，几号房？')
  await owner.says('1502')
  expect(owner.last.outcome?.form?.slots.home).toBe('3栋2单元1502')
  expect((await owner.conversation()).memory.said.home).toEqual({ building: '3', unit: '2', room: '1502' })
})

test('“随便什么时候都行” is an answer', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '随便什么时候都行')
  expect(owner.lastReply).toMatch(/留个电话/)
})

test('the whole of what suits is kept, not its first half', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '周末，或者平时晚上七点以后')
  expect(owner.last.outcome?.form?.slots.when).toBe('周末，或者平时晚上七点以后')
})

for (const words of ['不留', '不方便', '没有', '不想留电话', '不用了', '我不想给电话', '凭什么给你们电话', '保密']) {
  test(`“${words}” leaves no phone, and is no cancel`, async () => {
    const { owner } = await start()
    await says(owner, '家里暖气不热', '3栋2单元1502', '周六', words)
    expect(owner.last.outcome?.action).toBe('confirm')
    expect(owner.lastReply).toMatch(/电话：不留/)
  })
}

test('asked why a phone is wanted, it says so and asks once more, and then no more', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '周六', '为什么要留电话')
  expect(owner.lastReply).toMatch(/不留也照样登记/)
  await owner.says('等会儿再说吧你们这些人')
  await owner.says('哼哼')
  expect(owner.last.outcome?.action).toBe('confirm')
})

test('an answer that is not understood is asked for once more, then taken as it is', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '就是老地方')
  expect(owner.lastReply).toMatch(/^这个我没认出来。您家是几栋/)
  await owner.says('老王家隔壁')
  expect(owner.lastReply).toMatch(/什么时候家里有人/)
  expect(owner.last.outcome?.form?.slots.home).toBe('老王家隔壁')
})

test('no question is put a third time, whatever comes in between', async () => {
  const { owner } = await start()
  await says(owner, '家里暖气不热', '3栋2单元1502', '周六', '5栋', '时间改成周日', '不对，是6栋')
  expect(await timesSaid(owner, /留个电话/)).toBe(2)
  expect(owner.lastReply).toBe('记下了，还差电话。')
})

test('a “嗯” is no place', async () => {
  const { owner } = await start()
  await says(owner, '小区跷跷板坏了', '嗯')
  expect(owner.lastReply).toMatch(/^这个我没认出来。在哪个位置/)
  await owner.says('南门里边')
  expect(owner.last.outcome?.form?.slots.place).toBe('南门里边')
})

test('who doesn’t know is not pressed', async () => {
  const { owner } = await start()
  await says(owner, '电梯坏了', '不清楚')
  expect(owner.last.outcome?.action).toBe('confirm')
  expect(owner.lastReply).toMatch(/位置：没说清/)
})

test('a lamp in the corridor needs its building and nobody at home', async () => {
  const { owner } = await start()
  await owner.says('楼道灯不亮')
  expect(owner.lastReply).toMatch(/是哪栋几单元的楼道/)
  await owner.says('3栋2单元5楼')
  expect(owner.lastReply).toBe('我记的是：\n事情：楼道灯不亮\n位置：3栋2单元5楼 楼道\n对吗？对了我就登记。')
})

test('of an owner whose home is known the corridor is known too', async () => {
  const { owner } = await start()
  await says(owner, ALL, '对', '楼道灯不亮')
  expect(owner.lastReply).toMatch(/位置：3栋2单元 楼道\n/)
})

test('a gate needs no home, no time and no phone', async () => {
  const { owner } = await start()
  await owner.says('东门道闸不抬杆，车堵了一串')
  expect(owner.last.outcome).toMatchObject({ action: 'confirm', form: { slots: { place: '东门' } } })
})

test('a repair in a public place is no visit: neither home nor time is asked for', async () => {
  const { owner } = await start()
  await says(owner, '小区跷跷板坏了', '南门花园')
  expect(owner.lastReply).toMatch(/有不清楚的好问您/)
})

test('“楼上” is found from the owner’s own home; a nuisance is asked when it happens, not when it suits', async () => {
  const { owner } = await start()
  await owner.says('楼上太吵了')
  expect(owner.lastReply).toMatch(/您家是几栋几单元几号？我好知道是哪一户的楼上/)
  await owner.says('3栋2单元1502')
  expect(owner.lastReply).toMatch(/什么时候的事/)
  await says(owner, '每天半夜', '不留')
  expect(owner.lastReply).toMatch(/位置：3栋2单元1502 楼上\n时间：每天半夜\n/)
})

test('the time that the first message names is not asked for', async () => {
  const { owner } = await start()
  await says(owner, '昨晚十点楼上还在装修', '3栋2单元1502')
  expect(owner.last.outcome?.form?.slots.when).toBe('昨晚十点')
  expect(owner.lastReply).toMatch(/留个电话/)
})

test('an owner’s record is asked for in its own words', async () => {
  const { owner } = await ownerWith({ 改信息: 'owner.record' })
  await owner.says('改信息')
  expect(owner.last.outcome?.form?.intent).toBe('owner.record')
  await says(owner, '3-2-1502', '13800001111')
  expect(owner.lastReply).toMatch(/房号：3栋2单元1502\n电话：13800001111/)
})

test('a number plate belongs to the matter, whenever it is said; a floor of the garage is no home', async () => {
  const { owner } = await ownerWith({ 车位被占了: 'parking.occupied' })
  await says(owner, '车位被占了', '地下二层B区35号', '粤B12345')
  expect(owner.last.outcome?.form?.slots).toEqual({ what: '车位被占了；粤B12345', place: '地下二层B区35号' })
  expect(owner.lastReply).toMatch(/^留个电话/)
})

test('a very long story is kept and shown short', async () => {
  const story = `水槽下面的柜子里一直在滴水，${'换过两次垫圈还是滴，'.repeat(30)}请看看`
  const { qiao, owner } = await ownerWith({ [story]: 'repair.report' })
  await says(owner, story, '厨房', '3栋2单元1502', '周六', '不留')
  expect(/事情：(.+)/.exec(owner.lastReply)?.[1]?.length).toBeLessThanOrEqual(60)
  await owner.says('对')
  expect((await ordersOf(qiao, owner))[0]?.slots.what).toHaveLength(200)
  expect(owner.last.replies[0]?.card).toMatchObject({ kind: 'work_order', where: '3栋2单元1502 厨房' })
})

test('a tap on an offered topic need not be explained again', async () => {
  const text = '卧室顶上湿了一大片，3栋2单元1502'
  const qiao = await openQiao({ classifier: scripted({ [text]: { intent: 'leak.ceiling', certainty: 'close' } }) })
  const owner = await qiao.owner()
  await owner.says(text)
  await owner.taps('漏水、渗水')
  expect(owner.last.outcome?.form?.slots).toEqual({
    what: '卧室顶上湿了一大片',
    place: '卧室顶上',
    home: '3栋2单元1502',
  })
  expect(owner.lastReply).toMatch(/什么时候家里有人/)
})

test('English is asked and filed in English', async () => {
  const { qiao, owner } = await start()
  await says(owner, 'my kitchen tap is leaking', '3-2-1502', 'any time', 'no phone')
  expect(owner.lastReply).toBe(
    'I have:\nWhat: my kitchen tap is leaking\nWhere: kitchen\nHome: Building 3, Unit 2, Room 1502\nSuits: any time\nPhone: none\nIs that right? Then I file it.',
  )
  await says(owner, 'no, it is building 5', 'yes please')
  expect(owner.lastReply).toMatch(/^Filed as work order 1001/)
  expect((await ordersOf(qiao, owner))[0]?.slots.home).toBe('Building 5, Unit 2, Room 1502')
})

test('traditional characters are answered in traditional characters', async () => {
  const { qiao, owner } = await start('zh-TW')
  await says(owner, '我家廚房水龍頭壞了', '3棟2單元1502', '週六上午', '不留電話')
  expect(owner.lastReply).toMatch(/房號：3棟2單元1502\n方便時間：週六上午\n電話：不留/)
  await owner.says('沒錯')
  expect(await ordersOf(qiao, owner)).toHaveLength(1)
})

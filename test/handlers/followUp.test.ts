import { expect, test } from 'vitest'
import { ownerWith, says } from './heard.ts'

const KNOWS = {
  燃气通了吗: 'gas.connection_status',
  你们几点上班: 'staff.hours',
  快递放哪里: 'delivery.parcel',
  门禁卡怎么办: 'access.card',
  家里水管坏了谁修: 'repair.warranty',
  物业电话多少: 'staff.contact',
  那停车费呢: 'parking.fee',
  拿快递要多少钱一个: 'delivery.parcel',
  'what are your office hours': 'staff.hours',
  'is the gas on yet': 'gas.connection_status',
  为什么物业费涨了: 'fee.standard',
  别转人工: 'out_of_scope',
}
const start = () => ownerWith(KNOWS)

const LEANING: [string, string, RegExp, string?][] = [
  ['你们几点上班', '那周末呢', /周六 9:00–12:00/],
  ['你们几点上班', '周日呢？', /周日休息/],
  ['你们几点上班', '几点下班', /18:00/],
  ['你们几点上班', '在哪', /3 栋一层客服中心/],
  ['燃气通了吗', '电话多少', /028-5550-0200/],
  ['燃气通了吗', '打哪个电话', /028-5550-0200/],
  ['燃气通了吗', '那归谁管？', /由燃气公司.*负责/],
  ['燃气通了吗', '找谁', /由燃气公司.*负责/],
  ['燃气通了吗', '还要多久', /没有日期登记在册/],
  ['燃气通了吗', '什么时候能通', /没有日期登记在册/],
  ['燃气通了吗', '那5栋呢', /检测没做完/],
  ['燃气通了吗', '为什么', /燃气公司/],
  ['燃气通了吗', '那我怎么办', /./],
  ['快递放哪里', '在哪里', /东门岗亭旁的快递柜/],
  ['门禁卡怎么办', '要多少钱', /每张 15 元/],
  ['门禁卡怎么办', '收费吗', /每张 15 元/],
  ['门禁卡怎么办', '要带什么', /房产证明/],
  ['燃气通了吗', '需要什么材料', /./],
  ['燃气通了吗', '你们就不能派人去看看吗', /由燃气公司.*物业不能.*能做的是/],
  ['燃气通了吗', "can't you do anything about it", /./],
  ['快递放哪里', '在哪看', /东门岗亭旁的快递柜/],
  ['燃气通了吗', '到底什么时候通，给个准话', /没有日期登记在册/],
  ['燃气通了吗', '你就说个日子', /没有日期登记在册/],
  ['what are your office hours', 'what about Sunday', /closed on Sunday/],
  ['what are your office hours', 'and the phone?', /028-5550/],
  ['what are your office hours', 'where is it?', /ground floor of Building 3/],
  ['is the gas on yet', 'how long will it take', /No date is on record/],
  ['is the gas on yet', 'who is responsible?', /gas company/i],
]
for (const [first, text, answer] of LEANING) {
  test(`“${text}” after “${first}”`, async () => {
    const { owner } = await start()
    await says(owner, first, text)
    expect(owner.lastReply).toMatch(answer)
    expect(owner.last.outcome?.action).toMatch(/answer|status/)
    expect(owner.last.replies[0]?.sources?.length).toBeGreaterThan(0)
  })
}

for (const text of [
  '那周末呢',
  '电话多少',
  '在哪',
  '几点下班',
  '要多少钱',
  '归谁管',
  '那我怎么办',
  '还要多久',
  '为什么',
  '对',
  '取消',
]) {
  test(`“${text}” as the first message leans on nothing`, async () => {
    const { owner } = await start()
    await owner.says(text)
    expect(owner.last.outcome?.action).toBe('fallback')
  })
}

const ALONE: [string, string][] = [
  ['物业电话多少', 'staff.contact'],
  ['那停车费呢', 'parking.fee'],
  ['拿快递要多少钱一个', 'delivery.parcel'],
  ['为什么物业费涨了', 'fee.standard'],
  ['家里水管坏了谁修', 'repair.warranty'],
]
for (const [text, intent] of ALONE) {
  test(`“${text}” stands by itself`, async () => {
    const { owner } = await start()
    await says(owner, '燃气通了吗', text)
    expect(owner.last.outcome?.intent).toBe(intent)
  })
}

test('“哪天能通” names the gas, whatever was spoken of before', async () => {
  const { owner } = await ownerWith({ ...KNOWS, 你们几点上班: 'staff.hours', 到底哪天能通: 'gas.connection_status' })
  await says(owner, '你们几点上班', '到底哪天能通')
  expect(owner.last.outcome?.intent).toBe('gas.connection_status')
})

test('another topic that the model does not know is not answered with the last one', async () => {
  const { owner } = await start()
  await says(owner, '燃气通了吗', '那老王家的狗呢')
  expect(owner.last.outcome?.action).toBe('fallback')
})

test('one follow-up after another stays with the matter', async () => {
  const { owner } = await start()
  await says(owner, '燃气通了吗', '归谁管', '电话多少')
  expect(owner.lastReply).toMatch(/028-5550-0200/)
})

test('“好的” and “算了” when nothing is open are no riddle', async () => {
  const { owner } = await start()
  await says(owner, '燃气通了吗', '好的')
  expect(owner.lastReply).toBe('好的，有事随时说。')
  await owner.says('算了')
  expect(owner.lastReply).toBe('好的，有事随时说。')
})

test('a fee that nobody has on file is not made up', async () => {
  const { owner } = await start()
  await says(owner, '燃气通了吗', '要多少钱')
  expect(owner.last.outcome?.action).toBe('fallback')
})

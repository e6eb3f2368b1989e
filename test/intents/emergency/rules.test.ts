import { describe, expect, test } from 'vitest'
import { findEmergency } from '../../../intents/emergency/index.ts'

const intentOf = (text: string) => findEmergency(text)?.intent

describe('what is told indirectly is found', () => {
  test.each([
    ['家里一股臭鸡蛋味头好晕', 'gas.leak'],
    ['电梯门打不开我们三个人在里面', 'elevator.trapped'],
    ['老伴倒地上叫不醒', 'emergency.injury'],
    ['楼下冒黑烟', 'emergency.fire'],
    ['水像瀑布一样从天花板冲下来关不掉', 'leak.burst'],
    ['我妈八十多早上出去到现在没回来', 'emergency.missing'],
    ['不想活了', 'emergency.selfharm'],
    ['站在天台边上', 'emergency.selfharm'],
    ['隔壁男的在打老婆', 'emergency.violence'],
    ['两岁的宝宝一个人锁在屋里', 'emergency.missing'],
  ])('%s → %s', (text, intent) => expect(intentOf(text)).toBe(intent))
})

describe('slips, dialect, traditional characters and English', () => {
  test.each([
    ['煤汽漏了', 'gas.leak'],
    ['媒气味好大', 'gas.leak'],
    ['天然汽泄漏', 'gas.leak'],
    ['瓦斯漏氣', 'gas.leak'],
    ['电剃困人', 'elevator.trapped'],
    ['着伙了', 'emergency.fire'],
    ['走水了', 'emergency.fire'],
    ['水管爆咗，成屋水', 'leak.burst'],
    ['屋头起火了', 'emergency.fire'],
    ['娃儿不见了', 'emergency.missing'],
    ['細路仔唔見咗', 'emergency.missing'],
    ['I smell gas', 'gas.leak'],
    ['my father collapsed', 'emergency.injury'],
    ['Ｉ’m stuck in the ｌｉｆｔ', 'elevator.trapped'],
  ])('%s → %s', (text, intent) => expect(intentOf(text)).toBe(intent))
})

describe('talk of such things is not a call for help', () => {
  test.each([
    '急死了',
    '气死我了',
    '我很火大',
    '着火点价格',
    '热死了',
    '跳闸',
    '火速派人',
    '烟感测试',
    '消防演习几点',
    '假如着火怎么办',
    '上次困电梯的事赔偿',
    '灭火器过期',
    '楼上抽烟味道',
    '烧烤的烟',
    'gas bill',
    'fire the manager',
    '没有着火',
    '怕孩子掉下去',
    '差点砸到人',
    '火已经扑灭了',
    '去年3栋火灾的原因查清了吗',
    '跳楼价',
    '热得想死',
  ])('%s', (text) => expect(findEmergency(text)).toBeUndefined())
})

describe('what is near an emergency and none', () => {
  test.each([
    '天花板渗水',
    '水龙头滴水',
    '马桶堵了水漫出来',
    '电梯停在3楼不动了',
    '楼道里有个陌生人',
    '楼上往下扔垃圾',
    '井盖没了',
    '我家狗走丢了',
    '楼上夫妻吵架',
    '闻不到煤气味就没事吧',
  ])('%s', (text) => expect(findEmergency(text)).toBeUndefined())
})

describe('where several fit, the life in most danger speaks', () => {
  test.each([
    ['我要开煤气自杀', 'emergency.selfharm'],
    ['着火了孩子锁在屋里', 'emergency.fire'],
    ['被困电梯里有人喘不上气', 'elevator.trapped'],
    ['水管爆了，有人触电了', 'emergency.injury'],
    ['孩子被关在电梯里', 'elevator.trapped'],
  ])('%s → %s', (text, intent) => expect(intentOf(text)).toBe(intent))
})

describe('the frame is overruled by what goes on now', () => {
  test.each([
    ['昨天才修的电梯现在又把我困里面了', 'elevator.trapped'],
    ['之前闻到过煤气味，今天又闻到了', 'gas.leak'],
    ['再不解决我就跳楼', 'emergency.selfharm'],
  ])('%s → %s', (text, intent) => expect(intentOf(text)).toBe(intent))
})

test('the rule that fired is named', () => {
  expect(findEmergency('着火了')).toEqual({ intent: 'emergency.fire', rule: 'fire' })
})

test('the same text gives the same answer, call after call', () => {
  const answers = Array.from({ length: 5 }, () => intentOf('有人被困电梯'))
  expect(new Set(answers)).toEqual(new Set(['elevator.trapped']))
})

test.each(['', ' ', '🔥', '？', '\u0000', '👨‍👩‍👧'.repeat(500)])('odd input %j breaks nothing', (text) => {
  expect(findEmergency(text)).toBeUndefined()
})

test('an emergency deep in a long story is found, one behind the first 4,000 characters is not read', () => {
  expect(intentOf(`${'物业你好，'.repeat(500)}我家着火了`)).toBe('emergency.fire')
  expect(intentOf(`${'物业你好，'.repeat(900)}我家着火了`)).toBeUndefined()
})

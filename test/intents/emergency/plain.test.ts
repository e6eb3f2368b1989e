import { expect, test } from 'vitest'
import { findEmergency, plainWords } from '../../../intents/emergency/index.ts'

test.each([
  '如果家里着火了往哪跑',
  '今天的消防演习几点',
  '火灭了，不用来了',
  '老人找到了，谢谢大家',
  '闻着没味，就是灶打不着',
  '电梯停了，里面没人',
  'no smell at all, the stove just does not start',
  '楼下火锅店的味道飘上来了能管吗',
  '隔壁天天烧香，楼道里烟雾缭绕',
  '垃圾房的味道熏到三楼了',
  'someone keeps smoking in the stairwell, the whole floor stinks',
  '水管爆了泡坏的地板谁赔',
  '电梯打不开门，我在外头等',
  '上午在电梯里卡了一会儿，后来自己开了',
  '怕哪天被困在电梯里，维保做了没',
  '听人讲路口主管爆了，几点来水',
  '水龙头一滴一滴的，不急',
])('%s is a tale: nothing is left', (text) => expect(plainWords(text)).toBe(''))

test.each([
  ['群里都吵翻了打起来了', /打起来/],
  ['我火很大，没人接电话', /火很大/],
  ['孩子的滑板车找不到了', /滑板车/],
])('%s loses what only looks like an emergency', (text, gone) => expect(plainWords(text)).not.toMatch(gone))

test.each(['我家着火了', 'gas pipe hit by the drill, it is whistling', '如果再不来人我真要晕倒了，快来'])(
  '%s is left as it is',
  (text) => expect(plainWords(text)).toBe(text),
)

test('several who are dizzy are heard though nothing is smelt', () => {
  expect(plainWords('没味道，可是一家人都头晕想吐')).toMatch(/头晕想吐/)
})

test.each([
  '火锅店那边着火了，味道都飘上来了',
  '楼下餐馆有煤气味',
  '烧烤店冒黑烟',
  '闻着像油漆味，一家人都头晕',
  'the restaurant downstairs is on fire, smoke everywhere',
  '奶奶下楼扔垃圾，到现在没回来',
  '我在外面等，电梯里关着我妈',
  '人从电梯里出来了，我爸还没出来',
  '电梯停了，我怕，困在里面了',
  '主管爆了，水往我家灌，什么时候停水',
  '水一滴一滴漏到电箱里了',
])('%s has its cause and its danger too', (text) => expect(plainWords(text)).not.toBe(''))

test.each(['楼下餐馆换液化罐，一楼全是味，人站不住', '烟囱烧红了，旁边木板都烫手', '油烟机里头有红光，还是一股烟'])(
  '“%s” names a harmless cause and a danger beside it, so it stays as it is for the model',
  (text) => {
    expect(plainWords(text)).not.toBe('')
  },
)

test('a bath that runs over is a flood; bath water that does not go down is none', () => {
  expect(findEmergency('放着洗澡水忘了关，水漫出来流到客厅了')?.intent).toBe('leak.burst')
  expect(findEmergency('洗澡水下不去，卫生间积了薄薄一层')).toBeUndefined()
})

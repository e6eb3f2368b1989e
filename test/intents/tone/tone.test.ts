import { describe, expect, test } from 'vitest'
import { maskAbuse, readTone } from '../../../intents/tone/index.ts'

describe('mood', () => {
  test.each([
    ['什么时候通气', 'calm'],
    ['燃气到底啥时候能通', 'calm'],
    ['门卡丢了怎么办', 'calm'],
    ['电梯又坏了', 'calm'],
    ['啥子时候来嘛', 'calm'],
    ['谢谢！', 'calm'],
    ['垃圾怎么分类', 'calm'],
    ['我妈的卡丢了', 'calm'],
    ['急死了', 'worried'],
    ['家里有刚出生的宝宝，没暖气好担心', 'worried'],
    ['Please hurry, I am scared', 'worried'],
    ['着火了', 'worried'],
    ['你们到底管不管！！', 'angry'],
    ['凭什么涨价', 'angry'],
    ['骗子', 'angry'],
    ['什么垃圾物业', 'angry'],
    ['报修三次了还没人来', 'angry'],
    ['老子等了三天', 'angry'],
    ['This is ridiculous', 'angry'],
    ['WHERE IS MY REPAIR MAN', 'angry'],
    ['憑什麼！', 'angry'],
    ['一群废物', 'abusive'],
    ['他妈的怎么还不来', 'abusive'],
    ['傻逼物业', 'abusive'],
    ['你們是豬嗎，去死', 'abusive'],
    ['you idiots', 'abusive'],
  ])('%s → %s', (text, mood) => expect(readTone(text).mood).toBe(mood))
})

describe('urgency', () => {
  test.each([
    ['着火了', 'emergency'],
    ['水还在流快来', 'high'],
    ['马上派人来', 'high'],
    ['it is urgent', 'high'],
    ['什么时候通气', 'normal'],
    ['不急，有空来看看就行', 'low'],
    ['no rush', 'low'],
  ])('%s → %s', (text, urgency) => expect(readTone(text).urgency).toBe(urgency))
})

describe('a blockade, which a manager is told of', () => {
  test.each([
    '再不解决就堵门',
    '我们明天把大门堵了',
    '大家一起去堵物业',
    '组织业主拉條幅',
    '门口拉起横幅了',
    '围堵物业讨个说法',
    '不给说法就封门',
    '堵你们的门',
    '我们用车堵门',
    '去物业办公室闹',
    '业主要去挂横幅维权',
    '横幅都准备好了',
    'we will block the gate',
  ])('%s', (text) => expect(readTone(text)).toMatchObject({ blockade: true, threat: true }))

  test.each([
    '下水道堵了',
    '门堵了进不去',
    '楼道门口堵了好多垃圾',
    '有车把车库出口堵了',
    '快递箱把楼道口堵住了',
    '小区门口挂的横幅挡视线',
    '消防横幅谁挂的',
    '路上太堵了，师傅到不了',
    '马桶堵了，要去疏通',
    '孩子在楼下闹',
  ])('not %s', (text) => expect(readTone(text).blockade).toBe(false))
})

describe('a threat', () => {
  test.each([
    '不降价我们就堵门',
    '我要打12345',
    '我要找律师告你们',
    '我會找記者曝光',
    '发抖音让大家看看，我要曝光你们',
    '再不修我砸了你们办公室',
    'I will sue you',
    "I'll call the media",
    'we will block the gate',
  ])('%s', (text) => expect(readTone(text)).toMatchObject({ threat: true, mood: 'angry' }))
})

describe('no threat', () => {
  test.each([
    '有车堵门了',
    '12345是多少',
    '收到律师函怎么办',
    '我车被堵出不去了',
    '电视台信号不好',
    '告诉我什么时候',
    '你们告知一下',
  ])('%s', (text) => expect(readTone(text).threat).toBe(false))
})

describe('abuse is masked, the rest is kept', () => {
  test.each([
    ['他妈的怎么还不来', '（辱骂已隐去）怎么还不来'],
    ['傻逼物业，3栋没水', '（辱骂已隐去）物业，3栋没水'],
    ['你們這群廢物，燈壞了', '你們（辱骂已隐去），燈壞了'],
    ['fix it, you idiots', 'fix it, you (abuse removed)'],
    ['狗屎没人捡', '狗屎没人捡'],
    ['操场几点关', '操场几点关'],
    ['老子的灯坏了', '老子的灯坏了'],
    ['我妈的卡丢了', '我妈的卡丢了'],
    ['我靠窗的墙漏水', '我靠窗的墙漏水'],
    ['滚烫的水', '滚烫的水'],
  ])('%s → %s', (text, masked) => expect(maskAbuse(text)).toBe(masked))
})

test.each(['车牌川A12345，占了我的车位', '我电话13812345678，回我一下', 'my plate is SC12345'])(
  '“%s” holds the digits of the hotline and threatens nobody with it',
  (text) => {
    expect(readTone(text)).toMatchObject({ threat: false, mood: 'calm' })
  },
)

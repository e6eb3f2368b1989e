import { describe, expect, test } from 'vitest'
import { findEntities } from '../../../intents/entities/index.ts'

describe('a phone', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['电话138-1234-5678', '13812345678'],
    ['+86 138 0013 8000', '13800138000'],
    ['８６13800138000', '13800138000'],
    ['138 001 38000', undefined],
    ['0571-88886666', '057188886666'],
    ['(010) 88886666', '01088886666'],
    ['座机88886666', '88886666'],
    ['我电话是一三八零零一三八零零零', '13800138000'],
    ['身份证330106199001011234', undefined],
    ['330106199001011 23X', undefined],
    ['订单号202401151380013800', undefined],
    ['交了88886666元', undefined],
  ])('%s → %s', (text, phone) => expect(findEntities(text).phone).toBe(phone))
})

describe('a time that suits, in the owner’s own words', () => {
  test.each([
    ['周六上午在家', '周六上午'],
    ['明天下午三点后', '明天下午三点后'],
    ['今晚', '今晚'],
    ['随时', '随时'],
    ['下班后', '下班后'],
    ['週六下午兩點到四點在家', '週六下午兩點到四點'],
    ['晚上七点以后在家', '晚上七点以后'],
    ['这周六或者周日都行', '这周六或者周日'],
    ['9月3号上午可以', '9月3号上午'],
    ['3点半', '3点半'],
    ['周末都行', '周末'],
    ['weekends after 6pm', 'weekends after 6pm'],
    ['after 6pm please', 'after 6pm'],
    ['Saturday morning works for me', 'Saturday morning'],
    ['anytime', 'anytime'],
    ['tomorrow between 2 and 4 pm', 'tomorrow between 2 and 4 pm'],
  ])('%s', (text, when) => expect(findEntities(text).when).toBe(when))
})

describe('times that are no offer', () => {
  test.each([
    '昨天晚上就停水了',
    '上周六停水',
    '明天停水吗',
    '等了三天了',
    '半夜三点还在敲墙吵得睡不着',
    '早上开始电梯就坏了没人管',
  ])('%s', (text) => expect(findEntities(text).when).toBeUndefined())
})

describe('a place', () => {
  test.each([
    ['厨房漏水', '厨房'],
    ['主卧的卫生间漏水', '主卧的卫生间'],
    ['地下车库灯不亮', '地下车库'],
    ['单元门口有垃圾', '单元门口'],
    ['樓道燈壞了', '樓道'],
    ['電梯門口', '電梯門口'],
    ['the kitchen tap drips', 'kitchen'],
    ['corridor light is out', 'corridor'],
    ['什么时候通气', undefined],
  ])('%s', (text, place) => expect(findEntities(text).place).toBe(place))
})

describe('a plate', () => {
  test.each([
    ['粤B12345', '粤B12345'],
    ['粵B·12345占我车位', '粤B12345'],
    ['粤BD12345', '粤BD12345'],
    ['京a12345', '京A12345'],
    ['沪A1234警', '沪A1234警'],
    ['浙A1234挂', '浙A1234挂'],
    ['川A座1203', undefined],
    ['苏ABCDEF', undefined],
  ])('%s', (text, plate) => expect(findEntities(text).plate).toBe(plate))
})

test('several at once, and nothing that was not said', () => {
  expect(findEntities('3栋1502厨房漏水，电话13912345678，周日下午在家，车牌浙A12345')).toEqual({
    home: { building: '3', room: '1502' },
    phone: '13912345678',
    when: '周日下午',
    place: '厨房',
    plate: '浙A12345',
  })
  expect(findEntities('你好')).toEqual({})
  expect(findEntities('')).toEqual({})
})

import { describe, expect, test } from 'vitest'
import { findEntities, formatHome } from '../../../intents/entities/index.ts'

describe('a home, however it is written', () => {
  test.each([
    ['3栋2单元1502', { building: '3', unit: '2', room: '1502' }],
    ['我是三棟二單元一五零二的', { building: '3', unit: '2', room: '1502' }],
    ['3-2-1502', { building: '3', unit: '2', room: '1502' }],
    ['住12-1-703', { building: '12', unit: '1', room: '703' }],
    ['８－１２０３漏水', { building: '8', room: '1203' }],
    ['3号楼二单元十五楼1502', { building: '3', unit: '2', floor: '15', room: '1502' }],
    ['三栋1单元没电', { building: '3', unit: '1' }],
    ['5幢', { building: '5' }],
    ['B座', { building: 'B' }],
    ['A座1203', { building: 'A', room: '1203' }],
    ['3A栋', { building: '3A' }],
    ['二十一栋', { building: '21' }],
    ['3楼2单元501', { building: '3', unit: '2', room: '501' }],
    ['3#2单元', { building: '3', unit: '2' }],
    ['3#1502', { building: '3', room: '1502' }],
    ['12弄3号501室', { building: '3', room: '501' }],
    ['2单元', { unit: '2' }],
    ['18楼', { floor: '18' }],
    ['1502室', { room: '1502' }],
    ['Building 3 unit 2 room 1502', { building: '3', unit: '2', room: '1502' }],
    ['flat 1502 bldg 3', { building: '3', room: '1502' }],
    ['Block B, apt 703', { building: 'B', room: '703' }],
    ['on the 15th floor of building 2', { building: '2', floor: '15' }],
    ['三栋楼道灯坏了', { building: '3' }],
  ])('%s', (text, home) => expect(findEntities(text).home).toEqual(home))
})

describe('a correction', () => {
  test.each([
    ['不对，是5栋', '5'],
    ['不是3栋是5栋', '5'],
    ['3栋…说错了，5栋', '5'],
    ["not building 3, it's building 5", '5'],
  ])('%s', (text, building) => expect(findEntities(text).home?.building).toBe(building))
})

describe('what is no home', () => {
  test.each([
    '2024-01-15',
    '2024-1-1502',
    '物业费200-300元',
    '3点半',
    '9月3号上午',
    '13800138000',
    '0571-8888666',
    '三栋楼都停电',
    '你们这几栋楼',
    '桌上一层灰',
    '7座车怎么收费',
    '打12345',
    '买10-1200元的',
    'building is dirty',
  ])('%s', (text) => expect(findEntities(text).home).toBeUndefined())
})

describe('a home, as it is shown', () => {
  test.each([
    [{ building: '3', unit: '2', room: '1502' }, 'zh', '3栋2单元1502'],
    [{ building: '3', unit: '2', room: '1502' }, 'zh-TW', '3棟2單元1502'],
    [{ building: '3', unit: '2', floor: '15', room: '1502' }, 'en', 'Building 3, Unit 2, Room 1502'],
    [{ building: 'B' }, 'zh', 'B座'],
    [{ building: '3', floor: '15' }, 'zh', '3栋15楼'],
    [{ building: '3', floor: '15' }, 'en', 'Building 3, Floor 15'],
    [{}, 'zh', ''],
  ] as const)('%j in %s', (home, locale, shown) => expect(formatHome(home, locale)).toBe(shown))
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHomes, readHomesFile } from '../../records/homesImport.ts'
import { decodeText, readDelimited } from '../../records/homesText.ts'

const text = (lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'utf8')
const wrongIn = async (lines: string[]) => {
  const { errors } = await readHomesFile(text(lines))
  return errors.map(({ row, column, wrong }) => `${row} ${column}: ${wrong.zh}`)
}

describe('reading text', () => {
  it('knows UTF-8 with and without a mark, GBK and UTF-16', () => {
    const gbk = Buffer.from([0xc2, 0xa5, 0xb6, 0xb0, 0x2c, 0xb7, 0xbf, 0xba, 0xc5])
    expect(decodeText(gbk)).toBe('楼栋,房号')
    expect(decodeText(Buffer.from('楼栋', 'utf8'))).toBe('楼栋')
    expect(decodeText(Buffer.from('\ufeff楼栋', 'utf8'))).toBe('楼栋')
    expect(decodeText(Buffer.from('\ufeff楼栋', 'utf16le'))).toBe('楼栋')
  })

  it('takes quotes, commas and line breaks in quotes, and the delimiter that is used', () => {
    expect(readDelimited('a,"b, ""c""\nd",\r\n1,2,3')).toEqual([
      ['a', 'b, "c"\nd', ''],
      ['1', '2', '3'],
    ])
    expect(readDelimited('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    expect(readDelimited('a\tb\n')).toEqual([['a', 'b']])
    expect(readDelimited('')).toEqual([])
  })
})

describe('a file of homes', () => {
  it('is understood by the headers that property systems write', async () => {
    const { homes, columns, ignored, errors, rows } = await readHomesFile(
      text([
        '桥畔花园业主台账,,,,,,',
        '序号,楼栋,单元号,房间号,业主姓名,联系电话1,联系电话2,交房日期',
        '1,03栋,2单元,0501室,李雷,13800138000、13900139000,028-55500100,2023/6/28',
        '2,三号楼,,1201,韩梅梅,138 0013 8001,,2024年1月5日',
        '合计,2,,,,,,',
      ]),
    )
    expect(errors).toEqual([])
    expect(rows).toBe(2)
    expect(ignored).toEqual(['序号'])
    expect(columns).toEqual({
      building: ['楼栋'],
      unit: ['单元号'],
      room: ['房间号'],
      owner: ['业主姓名'],
      phone: ['联系电话1', '联系电话2'],
      handedOverOn: ['交房日期'],
    })
    expect(homes).toEqual([
      {
        building: '3',
        unit: '2',
        room: '501',
        owner: '李雷',
        phones: ['13800138000', '13900139000', '02855500100'],
        handedOverOn: '2023-06-28',
        bills: [],
      },
      { building: '3', room: '1201', owner: '韩梅梅', phones: ['13800138001'], handedOverOn: '2024-01-05', bills: [] },
    ])
  })

  it('gathers bills of one home from several rows', async () => {
    const { homes, errors } = await readHomesFile(
      text([
        '房屋名称,收费项目,账期,应收金额(元),实收金额,欠费金额,应缴日期',
        '桥畔花园-3-2-501,物业管理费,2026年1月,"1,234.50",0,1234.5,2026-01-31',
        '3栋2单元501室,车位费,2026Q1,¥450,450,0,',
        '3-2-501,物业管理费,2026-02~2026-04,300,100.5,199.5,',
      ]),
    )
    expect(errors).toEqual([])
    expect(homes).toHaveLength(1)
    expect(homes[0]?.bills).toEqual([
      { item: '物业管理费', period: '2026-01', amountFen: 123_450, paidFen: 0, dueOn: '2026-01-31' },
      { item: '车位费', period: '2026-01/2026-03', amountFen: 45_000, paidFen: 45_000 },
      { item: '物业管理费', period: '2026-02/2026-04', amountFen: 30_000, paidFen: 10_050 },
    ])
  })

  it('takes a mapping over what it would guess', async () => {
    const file = text(['座,门,谁,号码,欠', '3,501,李雷,13800138000,12.30', ''])
    expect((await readHomesFile(file)).errors).toHaveLength(1)
    const mapping = { building: ['座'], room: ['门'], owner: ['谁'], phone: ['号码'] }
    const { homes, ignored } = await readHomesFile(file, mapping)
    expect(homes).toEqual([{ building: '3', room: '501', owner: '李雷', phones: ['13800138000'], bills: [] }])
    expect(ignored).toEqual(['欠'])
  })

  it('joins two owners of one home, each with a phone', async () => {
    const { homes } = await readHomesFile(
      text(['房号,业主,手机', '3-501,李雷,13800138000', '3-501,韩梅梅,13900139000']),
    )
    expect(homes).toEqual([
      { building: '3', room: '501', owner: '李雷、韩梅梅', phones: ['13800138000', '13900139000'], bills: [] },
    ])
  })

  it('says row, column, what is wrong and what would be right', async () => {
    const { errors } = await readHomesFile(text(['楼栋,房号,手机', '3,501,1380013']))
    expect(errors).toEqual([
      {
        row: 2,
        column: '手机',
        wrong: { zh: '电话号码不对', en: 'it is no phone number' },
        right: expect.objectContaining({ zh: expect.stringContaining('11 位手机号') }),
      },
    ])
  })

  it.each([
    ['no headers', ['3,501,李雷'], ['1 : 没有找到表头']],
    ['no room', ['楼栋,房号,业主', '3,,李雷'], ['2 房号: 看不出是哪一户']],
    ['no building', ['楼栋,房号,业主', ',501,李雷'], ['2 楼栋: 看不出是哪一户']],
    ['a day that is none', ['楼栋,房号,交房日期', '3,501,2023-02-30'], ['2 交房日期: 日期不对']],
    ['words for a sum', ['楼栋,房号,账期,应收', '3,501,2026-01,很多'], ['2 应收: 金额不对']],
    ['a third decimal', ['楼栋,房号,账期,应收', '3,501,2026-01,1.005'], ['2 应收: 金额不对']],
    ['a sum of no month', ['楼栋,房号,账期,应收', '3,501,,5'], ['2 账期: 没写是哪个月的']],
    ['sums that disagree', ['楼栋,房号,账期,应收,已收,欠费', '3,501,2026-01,5,1,3'], ['2 欠费: 应收减已收不等于欠费']],
    [
      'a bill with two sums',
      ['楼栋,房号,账期,应收', '3,501,2026-01,5', '3,502,2026-01,6', '3,501,2026年1月,6'],
      ['4 应收: 同一项写了两次，数不一样（第 2 行已有）'],
    ],
    ['a formula', ['楼栋,房号,账期,应收', '3,501,2026-01,=2+3'], ['2 应收: 这是公式，不会去算它']],
    ['a command', ['楼栋,房号,业主', '3,501,"=cmd|\' /C calc\'!A0"'], ['2 业主: 这是公式，不会去算它']],
  ])('%s', async (_name, lines, expected) => {
    expect(await wrongIn(lines)).toEqual(expected)
  })

  it('keeps leading zeros that a system writes as ="0501"', async () => {
    const { homes, errors } = await readHomesFile(text(['楼栋,房号,业主', '="03",="0501",李雷']))
    expect(errors).toEqual([])
    expect(homes[0]).toMatchObject({ building: '3', room: '501' })
  })
})

describe('a workbook', () => {
  it('is read as it is stored: dates, numbers, text, and of a formula its last result', async () => {
    const { homes, errors } = await readHomesFile(readFileSync('test/fixtures/homes/homes.xlsx'))
    expect(errors).toEqual([])
    expect(homes).toEqual([
      {
        building: '3',
        unit: '2',
        room: '501',
        owner: '李雷',
        phones: ['13800138000'],
        handedOverOn: '2023-06-28',
        bills: [{ item: '物业费', period: '2026-01', amountFen: 23_450, paidFen: 0 }],
      },
    ])
  })

  it('that is none is refused', async () => {
    const broken = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(100)])
    await expect(readHomesFile(broken)).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('that would unpack to more than there is room for is refused before it is unpacked', async () => {
    const bytes = readFileSync('test/fixtures/homes/homes.xlsx')
    const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    bytes.writeUInt32LE(0xf000_0000, entry + 24)
    await expect(readHomesFile(bytes)).rejects.toMatchObject({ code: 'too_large' })
  })
})

it('cells of dates and numbers are read too', () => {
  const { homes } = readHomes([
    ['房号', '收房日期', '账期', '欠费'],
    ['3-501', new Date('2023-06-28T00:00:00Z'), new Date('2026-01-01T00:00:00Z'), 12.1],
    ['3-502', 45_105, '2026年', 0],
  ])
  expect(homes).toMatchObject([
    { handedOverOn: '2023-06-28', bills: [{ period: '2026-01', amountFen: 1210, paidFen: 0 }] },
    { handedOverOn: '2023-06-28', bills: [{ period: '2026-01/2026-12', amountFen: 0 }] },
  ])
})

import { describe, expect, test } from 'vitest'
import { readOrders, readOrdersFile } from '../../records/ordersImport.ts'

const csv = (...lines: string[]) => readOrdersFile(Buffer.from(lines.join('\n')))

describe('a file of open orders, as systems export it', () => {
  test('titles above, totals below, other names for the columns, states in their words', async () => {
    const file = await csv(
      '桥畔花园报修工单导出,,,,,,,',
      '工单编号,报修类型,房间名称,报修内容,工单状态,报修时间,处理结果,维修人员',
      'WX20241103-07,水暖,3栋2单元1502,厨房下水慢,处理中,2026-11-03 09:12,11月5日疏通一次,刘师傅',
      'WX20241108-01,公区,,,待派单,2026/11/8,,',
      '合计,2,,,,,,',
    )
    expect(file.errors).toMatchObject([{ row: 4, column: '房间名称', wrong: { zh: '看不出是哪一户或哪个位置' } }])
    expect(file.orders).toEqual([
      {
        number: 'WX20241103-07',
        home: { building: '3', unit: '2', room: '1502' },
        category: '水暖',
        what: '厨房下水慢',
        done: '11月5日疏通一次',
        worker: '刘师傅',
        state: 'accepted',
        stateWords: '处理中',
        openedOn: '2026-11-03',
      },
    ])
    expect(file).toMatchObject({ rows: 2, columns: { openedOn: ['报修时间'], done: ['处理结果'] }, ignored: [] })
  })

  test('building, unit and room apart; a common place; English', async () => {
    const file = await csv(
      'Order No;Building;Unit;Room;Location;Description;Status;Created',
      'A-1;03;02;0501;;Tap drips;Open;2026-11-01',
      'A-2;;;;East gate;Barrier stuck;Resolved;2026-10-20',
    )
    expect(file.errors).toEqual([])
    expect(file.orders).toMatchObject([
      { number: 'A-1', home: { building: '3', unit: '2', room: '501' }, state: 'filed', stateWords: 'Open' },
      { number: 'A-2', place: 'East gate', state: 'done' },
    ])
    expect(file.orders[1]).not.toHaveProperty('home')
  })

  test('a header of any name, by a mapping', () => {
    const rows = [
      ['甲', '乙', '丙', '丁'],
      ['7001', '3-2-501', '2026-11-01', '门锁坏'],
    ]
    const mapping = { number: ['甲'], home: ['乙'], openedOn: ['丙'], what: ['丁'] }
    expect(readOrders(rows, mapping).orders).toMatchObject([{ number: '7001', what: '门锁坏', state: 'filed' }])
    expect(readOrders(rows).errors).toMatchObject([{ row: 1, wrong: { zh: '没有找到表头' } }])
  })

  test.each([
    ['no number', ',3-2-501,2026-11-01,待处理', '工单号', '没有工单号，或太长'],
    ['no day', 'A-1,3-2-501,,待处理', '登记时间', '没写哪天登记的'],
    ['a day that is none', 'A-1,3-2-501,上周,待处理', '登记时间', '日期不对'],
    ['no place', 'A-1,,2026-11-01,待处理', '房号', '看不出是哪一户或哪个位置'],
    ['a formula', '=A1,3-2-501,2026-11-01,待处理', '工单号', '这是公式，不会去算它'],
  ])('%s is told by row and column', async (_what, line, column, zh) => {
    const { errors, orders } = await csv('工单号,房号,登记时间,状态', line)
    expect(orders).toEqual([])
    expect(errors).toMatchObject([{ row: 2, column, wrong: { zh } }])
  })

  test('the same number twice with other words is wrong, with the same words it is one', async () => {
    const line = 'A-1,3-2-501,2026-11-01,待处理'
    expect((await csv('工单号,房号,登记时间,状态', line, line)).orders).toHaveLength(1)
    const { errors } = await csv('工单号,房号,登记时间,状态', line, line.replace('501', '502'))
    expect(errors).toMatchObject([{ row: 3, wrong: { zh: '同一项写了两次，数不一样（第 2 行已有）' } }])
  })
})

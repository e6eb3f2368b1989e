import { ORDER_COLUMNS, type OrderColumn, type OrderMapping } from '../bot/types.ts'
import { titleOf } from './homesColumns.ts'
import type { Rows } from './homesText.ts'

/** Words of headers in exports of work order systems; the first field that fits a header has it. */
const HEADERS: [OrderColumn, RegExp][] = [
  [
    'number',
    /(工单|报修|单据|任务|服务单|维修单|受理|流水)(编?号|单号|id)|^(单号|编号|序列号|工单|id|no\.?)$|order.?(no|number|id)|ticket.?(no|id)/i,
  ],
  [
    'openedOn',
    /(报修|受理|登记|创建|提交|发起|申请|下单|接报)(时间|日期|日)|^(时间|日期)$|created|opened|reported.?(on|at|date)/i,
  ],
  ['state', /状态|进度|处理情况$|^state$|status/i],
  [
    'done',
    /(处理|维修|跟进|完成|办理|回访)(结果|记录|内容|过程|说明|情况|备注|措施)|做了什么|已做|done|action|progress|resolution/i,
  ],
  ['worker', /(维修|处理|接单|派工|经办|责任|执行)(人|师傅|员工|人员)|师傅|assignee|worker|technician/i],
  ['category', /类别|类型|分类|(工单|报修|服务)(种类|项目)|category|type/i],
  [
    'what',
    /(报修|工单|问题|事项|服务|故障)?(内容|描述|详情|事由|现象|摘要)|问题|故障|what|description|summary|subject/i,
  ],
  ['home', /房产|房屋|房间(名称|全称|信息)|业主房号|住址|地址|^home$|address/i],
  ['building', /楼栋|栋号|楼号|幢号?|楼座|楼宇|座号|^栋$|^building/i],
  ['unit', /^单元|单元(号|名称)?$|^unit/i],
  ['room', /房号|房间号?|室号|户号|门牌|^室$|^房间$|^room|^flat/i],
  ['place', /位置|地点|公共区域|部位|区域|place|location|area/i],
]

export interface OrdersHeader {
  /** 0 for the first row of the file. */
  row: number
  titles: string[]
  columns: Partial<Record<OrderColumn, number>>
  ignored: string[]
}

/** Rows in which the headers are looked for, below a title. */
const LOOKED_THROUGH = 10

/** The first row that names a number and something else; undefined when there is none. */
export function findOrdersHeader(rows: Rows, mapping: OrderMapping): OrdersHeader | undefined {
  for (const [row, cells] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const titles = cells.map(titleOf)
    const columns = columnsOf(titles, mapping)
    const taken = new Set(Object.values(columns))
    if (columns.number !== undefined && taken.size > 1)
      return { row, titles, columns, ignored: titles.filter((title, at) => title && !taken.has(at)) }
  }
  return undefined
}

function columnsOf(titles: string[], mapping: OrderMapping): OrdersHeader['columns'] {
  const columns: OrdersHeader['columns'] = {}
  for (const field of ORDER_COLUMNS) {
    const at = titles.indexOf(titleOf(mapping[field]?.[0] ?? ''))
    if (mapping[field] && at >= 0) columns[field] = at
  }
  const mapped = new Set(Object.values(columns))
  titles.forEach((title, at) => {
    const guess = HEADERS.find(([, words]) => title && words.test(title))?.[0]
    // A mapped field isn't guessed.
    if (guess && !mapped.has(at) && !mapping[guess]) columns[guess] ??= at
  })
  return columns
}

import { type ColumnMapping, HOME_COLUMNS, type HomeColumn } from '../bot/types.ts'
import type { Cell, Rows } from './homesText.ts'

/** Words of headers in exports of property systems; the first field that fits a header has it. */
const HEADERS: [HomeColumn, RegExp][] = [
  ['handedOverOn', /(交房|收房|交付|入伙|接房|交楼)(日期|时间|日)?$|hand.?over/i],
  ['dueOn', /应[缴交收](日期?|时间|截止)|[缴交]费截止|到期日|截止日|due/i],
  ['owed', /欠[费款缴]|未[收缴交]|尚欠|待[缴收]|应收余额|arrears|owed|outstanding/i],
  ['paid', /[已实][收缴交]|[缴交]费金额|到账|paid/i],
  ['amount', /应[收缴交]|账单金额|帐单金额|本期金额|费用金额|^金额|amount/i],
  ['period', /账期|帐期|期间|所属期|费用月|账单月|帐单月|计费(周期|月)|收费月|^月份$|年月|period|month/i],
  ['item', /(收费|费用|收款|计费)(项目?|名称|科目|类型|类别)|费项|^科目$|^项目$|^item|charge/i],
  ['phone', /电话|手机|联系方式|联系号码|phone|mobile/i],
  ['owner', /业主|客户(名称|姓名)?$|^姓名|产权人|户主|住户(姓名|名称)|owner|^name$/i],
  ['unit', /^单元|单元(号|名称)?$|^unit/i],
  ['home', /房产|房屋(名称|地址|全称|编号|信息)|房间(名称|全称|信息)|资源(名称|编号)|住址|地址|^房屋$|^home$|address/i],
  ['building', /楼栋|栋号|楼号|幢号?|楼座|楼宇|座号|^栋$|^building/i],
  ['room', /房号|房间号?|室号|户号|门牌|^室$|^房间$|^room|^flat/i],
]

export interface Header {
  /** 0 for the first row of the file. */
  row: number
  titles: string[]
  columns: Partial<Record<HomeColumn, number[]>>
  ignored: string[]
}

/** Rows in which the headers are looked for, below a title. */
const LOOKED_THROUGH = 10

/** The first row that names a home and something else; undefined when there is none. */
export function findHeader(rows: Rows, mapping: ColumnMapping): Header | undefined {
  for (const [index, row] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const header = readHeader(row, index, mapping)
    const { home, room, building } = header.columns
    const namesHome = home || (room && building) || room
    if (namesHome && Object.keys(header.columns).length > 1) return header
  }
  return undefined
}

function readHeader(row: Cell[], index: number, mapping: ColumnMapping): Header {
  const titles = row.map((cell) => titleOf(cell))
  const columns: Header['columns'] = {}
  const taken = new Set<number>()
  const take = (field: HomeColumn, at: number): void => {
    columns[field] = [...(columns[field] ?? []), at]
    taken.add(at)
  }
  for (const field of HOME_COLUMNS)
    for (const wanted of mapping[field] ?? []) {
      const at = titles.indexOf(titleOf(wanted))
      if (at >= 0) take(field, at)
    }
  titles.forEach((title, at) => {
    const guess = HEADERS.find(([, words]) => title && words.test(title))?.[0]
    // A mapped field isn't guessed, and only phones may stand in several columns.
    if (!guess || taken.has(at) || mapping[guess] || (columns[guess] && guess !== 'phone')) return
    take(guess, at)
  })
  return { row: index, titles, columns, ignored: titles.filter((title, at) => title && !taken.has(at)) }
}

/** A header without spaces, marks and what is said of units. */
export const titleOf = (cell: Cell): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/^\ufeff/, '')
    .replace(/[\s*:]+/g, '')
    .replace(/\((?:元|必填|选填|yuan)\)$/i, '')

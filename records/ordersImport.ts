import type {
  ImportedOrderFields,
  OrderColumn,
  OrderMapping,
  OrdersFile,
  RowError,
  WorkOrderState,
} from '../bot/types.ts'
import { dateIn, homeIn, isFormula, partOf, textOf } from './homesCells.ts'
import { sayWrong, type Wrong } from './homesErrors.ts'
import { isWorkbook, readWorkbook } from './homesSheet.ts'
import { type Cell, decodeText, type Rows, readDelimited } from './homesText.ts'
import { findOrdersHeader, type OrdersHeader } from './ordersColumns.ts'

/** Lines of totals that systems add below. */
const TOTALS = /^(?:合计|总计|小计|共计|total)/i
/** Characters that are kept of a text. */
const MOST = 500

/** By what systems call it; the first that fits. What is not known is open, and shown in their words. */
const STATES: [WorkOrderState, RegExp][] = [
  ['cancelled', /取消|作废|撤销|撤单|无效|cancel|void/i],
  [
    'done',
    /(?:已|完)(?:完成|完工|办结|结单|关闭|解决|修复|结束)|^(?:完成|办结|完结|关闭)|待回访|已回访|done|closed|resolved|completed|finished/i,
  ],
  ['scheduled', /已预约|已排|待上门|scheduled|booked/i],
  ['accepted', /处理中|维修中|进行|跟进|已接|已派|受理|in.?progress|accepted|assigned/i],
]

/**
 * Reads an export of a work order system, .xlsx or delimited text. Nothing is written; what is wrong stands by row.
 * @throws QiaoError `bad_input` where it is no such file
 */
export async function readOrdersFile(bytes: Buffer, mapping: OrderMapping = {}): Promise<OrdersFile> {
  return readOrders(isWorkbook(bytes) ? await readWorkbook(bytes) : readDelimited(decodeText(bytes)), mapping)
}

/** As `readOrdersFile`, from cells. */
export function readOrders(rows: Rows, mapping: OrderMapping = {}): OrdersFile {
  const header = findOrdersHeader(rows, mapping)
  if (!header) return { orders: [], errors: [sayWrong('orders_header', 1, '')], columns: {}, ignored: [], rows: 0 }
  const reader = new Reader(header)
  rows.forEach((row, index) => {
    const first = row.map(textOf).find(Boolean)
    if (index > header.row && first && !TOTALS.test(first)) reader.read(row, index + 1)
  })
  const columns = Object.entries(header.columns).map(([field, at]) => [field, [header.titles[at] ?? '']])
  return { ...reader.result(), columns: Object.fromEntries(columns), ignored: header.ignored }
}

class Reader {
  readonly #header: OrdersHeader
  readonly #orders = new Map<string, { order: ImportedOrderFields; row: number }>()
  readonly #errors: RowError[] = []
  #rows = 0

  constructor(header: OrdersHeader) {
    this.#header = header
  }

  result(): Pick<OrdersFile, 'orders' | 'errors' | 'rows'> {
    return { orders: [...this.#orders.values()].map(({ order }) => order), errors: this.#errors, rows: this.#rows }
  }

  read(cells: Cell[], row: number): void {
    this.#rows++
    const wrong = (what: Wrong, field: OrderColumn, first?: number) =>
      this.#errors.push(sayWrong(what, row, this.#title(field), first))
    for (const field of Object.keys(this.#header.columns) as OrderColumn[])
      if (isFormula(this.#cell(cells, field))) return void wrong('formula', field)
    const number = this.#text(cells, 'number')
    if (!number || number.length > 40) return void wrong('number', 'number')
    const opened = dateIn(this.#cell(cells, 'openedOn'))
    if (!opened || 'wrong' in opened) return void wrong(opened ? 'date' : 'opened', 'openedOn')
    const home = this.#home(cells)
    const place = this.#text(cells, 'place')
    if (!home && !place) return void wrong('where', this.#header.columns.home === undefined ? 'room' : 'home')
    const order = { number, ...(home ? { home } : {}), ...this.#rest(cells, place), openedOn: opened.value }
    const before = this.#orders.get(number)
    if (before && JSON.stringify(before.order) !== JSON.stringify(order))
      return void wrong('twice', 'number', before.row)
    this.#orders.set(number, { order, row: before?.row ?? row })
  }

  #rest(cells: Cell[], place: string): Omit<ImportedOrderFields, 'number' | 'home' | 'openedOn'> {
    const named = (['category', 'what', 'done', 'worker'] as const).map((field) => [field, this.#text(cells, field)])
    const stateWords = this.#text(cells, 'state')
    const [state] = STATES.find(([, words]) => words.test(stateWords)) ?? ['filed' as const]
    return {
      ...Object.fromEntries(named.filter(([, text]) => text)),
      ...(place ? { place } : {}),
      state,
      stateWords,
    }
  }

  #home(cells: Cell[]) {
    const whole = homeIn(this.#cell(cells, 'home')) ?? homeIn(this.#cell(cells, 'room'))
    const part = (field: 'building' | 'unit' | 'room'): string => partOf(this.#text(cells, field))
    const building = part('building') || whole?.building
    const unit = part('unit') || whole?.unit
    const room = whole?.room ?? part('room')
    return building && room ? { building, ...(unit ? { unit } : {}), room } : undefined
  }

  #cell(cells: Cell[], field: OrderColumn): Cell {
    const at = this.#header.columns[field]
    return at === undefined ? null : (cells[at] ?? null)
  }

  #text(cells: Cell[], field: OrderColumn): string {
    const text = textOf(this.#cell(cells, field)).replace(/\s+/g, ' ').slice(0, MOST)
    return text === '-' ? '' : text
  }

  #title(field: OrderColumn): string {
    return this.#header.titles[this.#header.columns[field] ?? -1] ?? ''
  }
}

import type { BillFields, ColumnMapping, HomeColumn, HomeFields, HomesFile, RowError } from '../bot/types.ts'
import { dateIn, fenIn, homeIn, isFormula, partOf, periodIn, phonesIn, type Read, textOf } from './homesCells.ts'
import { findHeader, type Header } from './homesColumns.ts'
import { sayWrong, type Wrong } from './homesErrors.ts'
import { isWorkbook, readWorkbook } from './homesSheet.ts'
import { type Cell, decodeText, type Rows, readDelimited } from './homesText.ts'

/** Lines of totals that systems add below. */
const TOTALS = /^(?:合计|总计|小计|共计|total)/i

/**
 * Reads an export of a property system, .xlsx or delimited text. Nothing is written; what is wrong stands by row.
 * @throws QiaoError `bad_input` where it is no such file
 */
export async function readHomesFile(bytes: Buffer, mapping: ColumnMapping = {}): Promise<HomesFile> {
  return readHomes(isWorkbook(bytes) ? await readWorkbook(bytes) : readDelimited(decodeText(bytes)), mapping)
}

/** As `readHomesFile`, from cells. */
export function readHomes(rows: Rows, mapping: ColumnMapping = {}): HomesFile {
  const header = findHeader(rows, mapping)
  if (!header) return { homes: [], errors: [sayWrong('header', 1, '')], columns: {}, ignored: [], rows: 0 }
  const reader = new Reader(header)
  rows.forEach((row, index) => {
    const first = row.map(textOf).find(Boolean)
    if (index > header.row && first && !TOTALS.test(first)) reader.read(row, index + 1)
  })
  const titled = Object.entries(header.columns).map(([field, at]) => [field, at.map((column) => header.titles[column])])
  return { ...reader.result(), columns: Object.fromEntries(titled), ignored: header.ignored }
}

class Reader {
  readonly #header: Header
  readonly #homes = new Map<string, HomeFields>()
  /** The row in which a bill or hand-over date stood first. */
  readonly #firstRow = new Map<string, number>()
  readonly #errors: RowError[] = []
  #rows = 0

  constructor(header: Header) {
    this.#header = header
  }

  result(): Pick<HomesFile, 'homes' | 'errors' | 'rows'> {
    return { homes: [...this.#homes.values()], errors: this.#errors, rows: this.#rows }
  }

  read(cells: Cell[], row: number): void {
    this.#rows++
    const before = this.#errors.length
    this.#refuseFormulas(cells, row)
    if (this.#errors.length > before) return
    const home = this.#home(cells, row)
    if (!home) return
    this.#owner(home, cells, row)
    this.#bill(home, cells, row)
  }

  #refuseFormulas(cells: Cell[], row: number): void {
    for (const columns of Object.values(this.#header.columns))
      for (const column of columns)
        if (isFormula(cells[column] ?? null)) this.#wrong('formula', row, this.#header.titles[column] ?? '')
  }

  /** The row's home, as its columns or its one column name it. */
  #home(cells: Cell[], row: number): HomeFields | undefined {
    const whole = homeIn(this.#cell(cells, 'home')) ?? homeIn(this.#cell(cells, 'room'))
    const part = (field: 'building' | 'unit' | 'room'): string => partOf(textOf(this.#cell(cells, field)))
    const building = part('building') || whole?.building
    const unit = part('unit') || whole?.unit
    const room = whole?.room ?? part('room')
    if (!building || !room) {
      const named = this.#header.columns.home ? 'home' : building ? 'room' : 'building'
      this.#wrong('home', row, this.#title(named))
      return undefined
    }
    const key = JSON.stringify([building, unit ?? '', room])
    const home = this.#homes.get(key) ?? { building, ...(unit ? { unit } : {}), room, phones: [], bills: [] }
    this.#homes.set(key, home)
    return home
  }

  #owner(home: HomeFields, cells: Cell[], row: number): void {
    const owner = textOf(this.#cell(cells, 'owner'))
    // Two owners in two rows are both named.
    if (owner && !home.owner?.split('、').includes(owner)) home.owner = home.owner ? `${home.owner}、${owner}` : owner
    for (const column of this.#header.columns.phone ?? []) {
      const phones = this.#value(phonesIn(cells[column] ?? null), 'phone', row, this.#header.titles[column] ?? '')
      home.phones = [...new Set([...home.phones, ...(phones ?? [])])]
    }
    const handedOver = this.#read(cells, 'handedOverOn', dateIn, 'date', row)
    if (!handedOver) return
    if (home.handedOverOn && home.handedOverOn !== handedOver)
      this.#wrong('twice', row, this.#title('handedOverOn'), this.#first(home, 'handedOverOn'))
    home.handedOverOn = handedOver
    this.#remember(home, 'handedOverOn', row)
  }

  #bill(home: HomeFields, cells: Cell[], row: number): void {
    const before = this.#errors.length
    const sums = {
      amount: this.#read(cells, 'amount', fenIn, 'money', row),
      paid: this.#read(cells, 'paid', fenIn, 'money', row),
      owed: this.#read(cells, 'owed', fenIn, 'money', row),
    }
    const period = this.#read(cells, 'period', periodIn, 'period', row)
    const dueOn = this.#read(cells, 'dueOn', dateIn, 'date', row)
    const item = textOf(this.#cell(cells, 'item')) || '物业费'
    if (Object.values(sums).every((sum) => sum === undefined) || this.#errors.length > before) return
    const settled = settle(sums)
    if (!settled) this.#wrong('sum', row, this.#title('owed'))
    else if (!period) this.#wrong('period', row, this.#title('period'))
    else this.#charge(home, { item, period, ...settled, ...(dueOn ? { dueOn } : {}) }, row)
  }

  #charge(home: HomeFields, bill: BillFields, row: number): void {
    const { item, period } = bill
    const same = home.bills.find((other) => other.item === item && other.period === period)
    const key = `${item}/${period}`
    if (!same) home.bills.push(bill)
    else if (same.amountFen !== bill.amountFen || same.paidFen !== bill.paidFen)
      this.#wrong('twice', row, this.#title('amount'), this.#first(home, key))
    this.#remember(home, key, row)
  }

  #cell(cells: Cell[], field: HomeColumn): Cell {
    const column = this.#header.columns[field]?.[0]
    return column === undefined ? null : (cells[column] ?? null)
  }

  #read<T>(cells: Cell[], field: HomeColumn, read: (cell: Cell) => Read<T>, wrong: Wrong, row: number): T | undefined {
    return this.#value(read(this.#cell(cells, field)), wrong, row, this.#title(field))
  }

  #value<T>(read: Read<T>, wrong: Wrong, row: number, title: string): T | undefined {
    if (!read) return undefined
    if ('value' in read) return read.value
    this.#wrong(wrong, row, title)
    return undefined
  }

  #title(field: HomeColumn): string {
    return this.#header.titles[this.#header.columns[field]?.[0] ?? -1] ?? ''
  }

  #wrong(wrong: Wrong, row: number, column: string, firstRow?: number): void {
    this.#errors.push(sayWrong(wrong, row, column, firstRow))
  }

  #remember(home: HomeFields, what: string, row: number): void {
    const key = JSON.stringify([home.building, home.unit, home.room, what])
    if (!this.#firstRow.has(key)) this.#firstRow.set(key, row)
  }

  #first(home: HomeFields, what: string): number | undefined {
    return this.#firstRow.get(JSON.stringify([home.building, home.unit, home.room, what]))
  }
}

interface Sums {
  amount: number | undefined
  paid: number | undefined
  owed: number | undefined
}

/** What is charged and what of it is paid, from any two of the three; undefined where the three disagree. */
function settle({ amount, paid, owed }: Sums): { amountFen: number; paidFen: number } | undefined {
  if (amount !== undefined && paid !== undefined && owed !== undefined && amount - paid !== owed) return undefined
  const paidFen = paid ?? (amount !== undefined && owed !== undefined ? amount - owed : 0)
  return { amountFen: amount ?? (owed ?? 0) + paidFen, paidFen }
}

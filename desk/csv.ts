import { cellOf } from './workOrdersCsv.ts'

const BOM = '\ufeff'

/** A file that spreadsheets open as it is; no cell of it is run as a formula. */
export const csvFile = (rows: (string | number)[][]): string =>
  `${BOM}${rows.map((row) => row.map((cell) => cellOf(String(cell))).join(',')).join('\r\n')}\r\n`

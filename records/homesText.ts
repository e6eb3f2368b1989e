/** A cell as a file holds it. Nothing is computed. */
export type Cell = string | number | Date | null
export type Rows = Cell[][]

/**
 * Text of a file from a spreadsheet or a property system: by its byte order mark, else UTF-8, else GB18030, which
 * holds GBK.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Cells of delimited text (RFC 4180): commas, semicolons or tabs, quoted or not, with line breaks in quotes. */
export function readDelimited(text: string): Rows {
  const mark = delimiterOf(text)
  const rows: Rows = []
  let row: Cell[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at++]
      else quoted = false
    } else if (sign === '"' && (cell === '' || cell === '=')) {
      // ="0501" is how systems keep leading zeros: the text alone.
      cell = ''
      quoted = true
    } else if (sign === mark) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++
      endCell()
      rows.push(row)
      row = []
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}

/** The one that stands most in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 2000)
  const count = (mark: string): number => head.split(mark).length
  return ['\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

import { readSheet } from 'read-excel-file/universal'
import { QiaoError } from '../bot/errors.ts'
import type { Cell, Rows } from './homesText.ts'

/** Bytes to which a workbook may unpack: far more than a compound of 10,000 homes needs. */
const MOST_UNPACKED = 200 * 2 ** 20
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

export const isWorkbook = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

/**
 * Cells of a workbook's first sheet as they are stored: of a formula its last result, which is not computed anew.
 * @throws QiaoError `bad_input` for what is no workbook, `too_large` for one that unpacks to over 200 MiB
 */
export async function readWorkbook(bytes: Buffer): Promise<Rows> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw new QiaoError('too_large', 'the workbook unpacks to over 200 MiB')
  try {
    // This reader gives an entry the room that the directory says and no more, so that the check above holds.
    const rows = await readSheet(Uint8Array.from(bytes).buffer)
    return rows.map((row) => row.map(toCell))
  } catch (cause) {
    throw new QiaoError('bad_input', 'the file is no .xlsx workbook', { cause })
  }
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || value instanceof Date) return value
  return String(value)
}

/** What the archive's directory says that its files unpack to. */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 20 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return 0
  let at = bytes.readUInt32LE(end + 16)
  let size = 0
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    size += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return size
}

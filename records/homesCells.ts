import { DateTime } from 'luxon'
import type { Home } from '../bot/types.ts'
import type { Cell } from './homesText.ts'

/** What a cell says, or that it can't be read. `undefined`: the cell is empty. */
export type Read<T> = { value: T } | { wrong: true } | undefined

const WRONG = { wrong: true } as const

/** A cell's text: half-width, trimmed; of `="0501"`, which keeps leading zeros, the text in quotes. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
    .normalize('NFKC')
    .replace(/^="?([^"]*)"$/, '$1')
    .replace(/^\ufeff/, '')
    .trim()
}

/** A formula in text is neither computed nor kept. */
export const isFormula = (cell: Cell): boolean => typeof cell === 'string' && /^[=@]/.test(textOf(cell))

const DIGITS = '零一二三四五六七八九'

/** 1 to 99 in Chinese numerals; undefined for anything else. */
function chineseNumber(text: string): number | undefined {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!text || !found) return undefined
  const [, tens, ten, ones] = found
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : undefined
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** A part of a home as owners say it: `3` of 03栋, 3#, 三号楼. */
export function partOf(text: string): string {
  const bare = text.replace(/(?:号楼|号院|栋|幢|座|楼|单元|室|房|号|#)$/g, '').trim()
  return String(chineseNumber(bare) ?? bare)
    .replace(/^0+(?=.)/, '')
    .toUpperCase()
}

const IN_WORDS = /^(.{1,6}?)(?:号楼|栋|幢|座|#)[-\s]*(?:(.{1,4}?)(?:单元|门)[-\s]*)?(\w{1,8})(?:室|房|号)?$/u
const IN_DASHES = /^(\w{1,6})\s*[-/]\s*(?:(\w{1,4})\s*[-/]\s*)?(\w{1,8})(?:室|房)?$/u

/** 3-2-501, 3-501, 3栋2单元501室, also after the compound's name and a dash. */
export function homeIn(cell: Cell): Home | undefined {
  const text = textOf(cell).replace(/^.*[区园苑城府期]-(?=.)/, '')
  const [, building, unit, room] = IN_WORDS.exec(text) ?? IN_DASHES.exec(text) ?? []
  if (!building || !room) return undefined
  return { building: partOf(building), ...(unit ? { unit: partOf(unit) } : {}), room: partOf(room) }
}

const PHONE = /^1[3-9]\d{9}$|^0\d{9,11}$|^[2-9]\d{6,7}$/
const bareNumber = (text: string): string => text.replace(/^\+?86[-\s]?(?=1)|[-\s()]/g, '')

/** Each 11-digit mobile or 7- to 12-digit land line of a cell. */
export function phonesIn(cell: Cell): Read<string[]> {
  const text = textOf(cell)
  if (!text || text === '-') return undefined
  const parts = text.split(/[,，、;；/|\n]+/).filter((part) => part.trim())
  // 138 0013 8000 is one number, 13800138000 13900139000 are two.
  const numbers = parts.flatMap((part) => (PHONE.test(bareNumber(part)) ? [part] : part.trim().split(/\s+/)))
  const given = numbers.map(bareNumber)
  return given.length > 0 && given.every((number) => PHONE.test(number)) ? { value: [...new Set(given)] } : WRONG
}

/** Excel counts days from 1899-12-30; those from 1982 to 2119 are taken for dates. */
const [FIRST_SERIAL, LAST_SERIAL] = [30_000, 80_000]

/** An ISO date from 2023-06-28, 2023/6/28, 2023.6.28, 20230628, 2023年6月28日, with or without a time. */
export function dateIn(cell: Cell): Read<string> {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) }
  const text = textOf(cell)
  if (!text || text === '-') return undefined
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL)
    return {
      value:
        DateTime.fromISO('1899-12-30', { zone: 'utc' })
          .plus({ days: Math.floor(cell) })
          .toISODate() ?? '',
    }
  const found = /^(\d{4})(?:([-/.年])(\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))(?:[ T]\d.*)?$/.exec(text)
  if (!found) return WRONG
  const [, year = '', , month = found[5] ?? '', day = found[6] ?? ''] = found
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return DateTime.fromISO(iso).isValid ? { value: iso } : WRONG
}

/** Ten million yuan: more than a home owes. */
const MOST_FEN = 1_000_000_000

/** Fen, from 1,234.50, ¥1234.5 or 1234.5元. */
export function fenIn(cell: Cell): Read<number> {
  const text = textOf(cell)
  if (!text || text === '-') return undefined
  const digits = text.replace(/^[¥￥]\s?|\s?元$/g, '').replace(/,(?=\d{3})/g, '')
  // A sum that a spreadsheet computed may be off by a fraction of a fen.
  const bare =
    typeof cell === 'number'
      ? cell
          .toFixed(6)
          .replace(/(?<!0)0+$/, '')
          .replace(/\.$/, '')
      : digits
  if (!/^-?\d+(?:\.\d+)?$/.test(bare)) return WRONG
  const fen = Number(bare) * 100
  const whole = Math.round(fen)
  return Math.abs(fen - whole) < 1e-3 && Math.abs(whole) <= MOST_FEN ? { value: whole } : WRONG
}

/** `2026-01` or `2026-01/2026-03` where the period is one; else the system's own words. */
export function periodIn(cell: Cell): Read<string> {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 7) }
  const text = textOf(cell).replace(/\s/g, '')
  if (!text) return undefined
  if (text.length > 40) return WRONG
  const quarter = /^(\d{4})年?(?:[-/]?Q|第?)([1-4一二三四])(?:季度?)?$/i.exec(text)
  if (quarter && /Q|季/i.test(text)) {
    const [, year, which = '1'] = quarter
    const first = (Number(chineseNumber(which) ?? which) - 1) * 3 + 1
    return { value: span(`${year}-${two(first)}`, `${year}-${two(first + 2)}`) }
  }
  const year = /^(\d{4})年?(?:全年|年度)?$/.exec(text)?.[1]
  if (year) return { value: span(`${year}-01`, `${year}-12`) }
  const [from, to, more] = text.split(/[~至到—–]|(?<=\d{4}[-/.]\d\d[-/.]\d\d)-/).map(monthIn)
  if (!from || more || text.split(/[~至到—–]/).length > 2) return { value: text }
  return { value: span(from, to ?? from) }
}

const span = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)
const two = (month: number): string => String(month).padStart(2, '0')

function monthIn(text: string): string | undefined {
  const found = /^(\d{4})(?:[-/.年])?(\d{1,2})(?:月|[-/.月]\d{1,2}日?)?$/.exec(text)
  const month = Number(found?.[2])
  return found && month >= 1 && month <= 12 ? `${found[1]}-${two(month)}` : undefined
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { TableShape } from './dialects/tables.ts'
import type { Db } from './schema.ts'

export type MovedRow = Record<string, unknown>

/** Rows at once; of files, each of which may have megabytes, a few. */
const ROWS = 200
const FILES = 4

/** One driver gives a Buffer and another an ArrayBuffer. */
const asGiven = (value: unknown): unknown =>
  value instanceof ArrayBuffer ? Buffer.from(value) : value instanceof Uint8Array ? Buffer.from(value) : value

/** The next rows by their key, after the key that came last. */
export async function rowsAfter(db: Db, { name, columns, key }: TableShape, last?: unknown[]): Promise<MovedRow[]> {
  const refs = (names: string[]) => sql.join(names.map((column) => sql.ref(column)))
  const after = last ? sql`where (${refs(key)}) > (${sql.join(last)})` : sql``
  const limit = name === 'attachments' ? FILES : ROWS
  const { rows } = await sql<MovedRow>`select ${refs(columns)} from ${sql.table(name)} ${after}
    order by ${refs(key)} limit ${sql.lit(limit)}`.execute(db)
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, asGiven(row[column])])))
}

export async function insertRows(db: Db, { name, columns }: TableShape, rows: MovedRow[]): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(db)
}

/** How many rows, and a hash (SHA-256, hex) over all that is in them, in the order of their keys. */
export interface Sum {
  rows: number
  hash: string
}

export async function sumOf(db: Db, table: TableShape): Promise<Sum> {
  const hash = createHash('sha256')
  let rows = 0
  let last: unknown[] | undefined
  for (;;) {
    const some = await rowsAfter(db, table, last)
    if (some.length === 0) return { rows, hash: hash.digest('hex') }
    for (const row of some) hash.update(JSON.stringify(table.columns.map((column) => comparable(row[column]))))
    rows += some.length
    last = keyOf(table, some)
  }
}

const comparable = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? createHash('sha256').update(value).digest('hex') : value

/** Of the last row. */
export const keyOf = ({ key }: TableShape, rows: MovedRow[]): unknown[] => key.map((column) => rows.at(-1)?.[column])

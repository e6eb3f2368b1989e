import { Kysely, Migrator, sql } from 'kysely'
import type { OpenDialect } from '../../store/dialects/dialect.ts'
import { inOrder, type TableShape } from '../../store/dialects/tables.ts'
import { known, providerFor } from '../../store/migrations/index.ts'
import { insertRows, type MovedRow, rowsAfter } from '../../store/moveRows.ts'
import type { Db, Schema } from '../../store/schema.ts'

/** By table, the rows that one record has. */
export type Rows = ReadonlyMap<string, MovedRow[]>

/** In the order in which they are applied. */
export const VERSIONS: readonly string[] = [...known].sort()

/** Works on the tables as they are, without bringing them up to date. */
export async function below<T>(opened: OpenDialect, work: (db: Db) => Promise<T>): Promise<T> {
  const db = new Kysely<Schema>({ dialect: opened.dialect })
  try {
    return await work(db)
  } finally {
    await db.destroy()
    opened.release()
  }
}

/** Brings the tables forward or back to what they were in this version. */
export async function migrateTo({ tables, migrating }: OpenDialect, db: Db, version: string): Promise<void> {
  const { error } = await migrating(db, (one) =>
    new Migrator({ db: one, provider: providerFor(tables), allowUnorderedMigrations: true }).migrateTo(version),
  )
  if (error) throw error
}

/** Every row of the record; of no use for one that is large. */
export async function allRows({ shapes }: OpenDialect, db: Db): Promise<Rows> {
  const rows = new Map<string, MovedRow[]>()
  for (const table of await shapes(db)) rows.set(table.name, await rowsAfter(db, table))
  return rows
}

/** Puts into each table that there is what it would have held then; tells what went in. */
export async function putRows({ shapes }: OpenDialect, db: Db, rows: Rows): Promise<Rows> {
  const tables = inOrder(await shapes(db))
  for (const { name } of [...tables].reverse()) await sql`delete from ${sql.table(name)}`.execute(db)
  const put = new Map<string, MovedRow[]>()
  for (const table of tables) {
    const today = rows.get(table.name) ?? []
    // Made by the version that counts by it, which another row of its name would hinder.
    const early = table.name === 'counters' && !tables.some(({ name }) => name === 'knowledge_revisions')
    const all = early ? today.filter(({ name }) => name !== 'knowledge') : today
    const columns = table.columns.filter((column) => all.some((row) => column in row))
    const then = all.map((row) => only(columns, row))
    if (then.length > 0) await insertRows(db, { ...table, columns }, then)
    put.set(table.name, then)
  }
  await toBeIndexed(db)
  return put
}

/** The index of words is no part of what was put in: it is made from messages that wait for it. */
async function toBeIndexed(db: Db): Promise<void> {
  const there = (await db.introspection.getTables()).some(({ name }) => name === 'search_backlog')
  if (!there) return
  await sql`insert into search_backlog (conversation_id, seq) select conversation_id, seq from messages`.execute(db)
}

const only = (columns: string[], row: MovedRow): MovedRow =>
  Object.fromEntries(columns.map((column) => [column, row[column]]))

/** A row for each table of an SQLite record that no verb has filled: its references lead to rows that are there. */
export async function fillEmpty(db: Db, tables: TableShape[]): Promise<void> {
  const found = await db.introspection.getTables()
  for (const { name, columns } of inOrder(tables)) {
    if ((await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)).rows.length > 0) continue
    const types = new Map(found.find((table) => table.name === name)?.columns.map((one) => [one.name, one.dataType]))
    const values = await referred(db, name)
    const row: MovedRow = {}
    for (const column of columns) row[column] = values.get(column) ?? plain(types.get(column) ?? 'text')
    await insertRows(db, { name, columns, key: [], needs: [] }, [row])
  }
}

const plain = (type: string): unknown =>
  /int|double|real/i.test(type) ? 1 : /blob|bytea/i.test(type) ? Buffer.from('x') : '{}'

interface Reference {
  from: string
  table: string
  to: string | null
}

/** By column, what a row of the table that it leads to has there. */
async function referred(db: Db, table: string): Promise<Map<string, unknown>> {
  const references = await sql<Reference>`select "from", "table", "to" from pragma_foreign_key_list(${table})`.execute(
    db,
  )
  const values = new Map<string, unknown>()
  for (const { from, table: other, to } of references.rows) {
    const column = sql.ref(to ?? 'id')
    const { rows } = await sql<{ value: unknown }>`select ${column} as value from ${sql.table(other)}
      order by ${column} limit 1`.execute(db)
    values.set(from, rows[0]?.value)
  }
  return values
}

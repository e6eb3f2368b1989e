import { Kysely, sql } from 'kysely'
import type { OpenDialect } from './dialects/dialect.ts'
import { openPostgres } from './dialects/postgres.ts'
import { openSqlite } from './dialects/sqlite.ts'
import { inOrder, type TableShape } from './dialects/tables.ts'
import { StoreError } from './errors.ts'
import { migrate } from './migrate.ts'
import { insertRows, keyOf, rowsAfter, type Sum, sumOf } from './moveRows.ts'
import type { RecordPlace } from './open.ts'
import type { Db, Schema } from './schema.ts'

interface Side {
  dialect: OpenDialect
  db: Db
}

export interface MoveOptions {
  from: RecordPlace
  to: RecordPlace
  /** Now, for instances that may still run. */
  now: Date
  /** Told after each transaction how many rows of the table are there. */
  moved?(table: string, rows: number): void
}

async function openSide(place: RecordPlace): Promise<Side> {
  const dialect = 'url' in place ? openPostgres(place.url) : openSqlite(place.file, false)
  const db: Db = new Kysely<Schema>({ dialect: dialect.dialect })
  try {
    await migrate(db, dialect)
    return { dialect, db }
  } catch (cause) {
    await closeSide({ dialect, db })
    throw cause instanceof StoreError ? cause : new StoreError('store_unavailable', 'it cannot be opened', { cause })
  }
}

async function closeSide({ dialect, db }: Side): Promise<void> {
  await db.destroy()
  dialect.release()
}

/** Where it was moved from, with nothing secret in it. */
function nameOf(place: RecordPlace): string {
  if ('file' in place) return place.file
  const { host, pathname } = new URL(place.url)
  return `postgres://${host}${pathname}`
}

/** What migrations put into an empty record, such as a counter at 0. */
async function isAsMade(db: Db, tables: TableShape[]): Promise<boolean> {
  for (const { name } of tables) {
    if (name === 'counters') continue
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}

/**
 * Makes the target this move's own, or finds that it was.
 * @throws StoreError `store_refused` for a record of others
 */
async function claimTarget(to: Side, tables: TableShape[], from: string): Promise<void> {
  const there = (await to.db.introspection.getTables()).some(({ name }) => name === 'move_state')
  if (!there) {
    if (!(await isAsMade(to.db, tables))) throw new StoreError('store_refused', 'the target holds a record already')
    await to.db.connection().execute(async (db) => {
      await sql`begin`.execute(db)
      await sql`create table move_state (name text primary key, last_key text, rows integer not null)`.execute(db)
      await sql`insert into move_state (name, last_key, rows) values ('', ${from}, 0)`.execute(db)
      for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(db)
      await sql`commit`.execute(db)
    })
    return
  }
  const { rows } = await sql<{ last_key: string }>`select last_key from move_state where name = ''`.execute(to.db)
  if (rows[0]?.last_key !== from)
    throw new StoreError('store_refused', `the target was begun from ${rows[0]?.last_key}, not from ${from}`)
}

interface Progress {
  last?: unknown[]
  rows: number
}

async function progressOf(db: Db, table: string): Promise<Progress> {
  const { rows } = await sql<{ last_key: string; rows: number }>`
    select last_key, rows from move_state where name = ${table}`.execute(db)
  const [row] = rows
  return row ? { last: JSON.parse(row.last_key) as unknown[], rows: row.rows } : { rows: 0 }
}

/** Rows and how far they go, together: what was broken off goes on behind its last transaction. */
async function moveTable(from: Side, to: Side, table: TableShape, moved: MoveOptions['moved']): Promise<void> {
  let { last, rows } = await progressOf(to.db, table.name)
  for (;;) {
    const some = await rowsAfter(from.db, table, last)
    if (some.length === 0) return
    const next = keyOf(table, some)
    const reached = rows + some.length
    await to.db.connection().execute(async (db) => {
      await sql`begin`.execute(db)
      await insertRows(db, table, some)
      await sql`insert into move_state (name, last_key, rows) values (${table.name}, ${JSON.stringify(next)}, ${reached})
        on conflict (name) do update set last_key = excluded.last_key, rows = excluded.rows`.execute(db)
      await sql`commit`.execute(db)
    })
    last = next
    rows = reached
    moved?.(table.name, rows)
  }
}

async function checkSame(from: Side, to: Side, table: TableShape): Promise<Sum> {
  const [there, here] = [await sumOf(from.db, table), await sumOf(to.db, table)]
  if (there.rows !== here.rows || there.hash !== here.hash)
    throw new StoreError('store_refused', `${table.name} differs: ${there.rows} rows there, ${here.rows} here`)
  return here
}

/** Instances of a record in PostgreSQL that still run; the embedded one is locked by whoever has it. */
async function checkQuiet({ db }: Side, now: Date): Promise<void> {
  const alive = await db
    .selectFrom('instances')
    .select('id')
    .where('alive_until', '>', now.toISOString())
    .executeTakeFirst()
  if (alive) throw new StoreError('store_locked', 'an instance still runs on the record that is to be moved')
}

/** The search index is made anew, and positions go on behind the last. */
async function finish({ db, dialect }: Side): Promise<void> {
  await sql`insert into search_backlog (conversation_id, seq) select conversation_id, seq from messages where true
    on conflict (conversation_id, seq) do nothing`.execute(db)
  await dialect.positionsAfterMove(db)
  await sql`drop table move_state`.execute(db)
}

/**
 * Copies a whole record into an empty one, in either database, and compares every table by count and hash. Broken off,
 * it is called again and goes on.
 *
 * @returns rows of each table
 * @throws StoreError `store_refused` when the target is another's or differs in the end, `store_locked`,
 * `store_newer`, `store_unavailable`
 */
export async function moveRecord({ from, to, now, moved }: MoveOptions): Promise<Record<string, number>> {
  const source = await openSide(from)
  try {
    const target = await openSide(to)
    try {
      await checkQuiet(source, now)
      const tables = inOrder(await target.dialect.shapes(target.db))
      await claimTarget(target, tables, nameOf(from))
      const counts: Record<string, number> = {}
      for (const table of tables) {
        await moveTable(source, target, table, moved)
        counts[table.name] = (await checkSame(source, target, table)).rows
      }
      await finish(target)
      return counts
    } finally {
      await closeSide(target)
    }
  } finally {
    await closeSide(source)
  }
}

import { SqliteAdapter, SqliteDialect, SqliteQueryCompiler, sql } from 'kysely'
import Libsql from 'libsql'
import type { NotDurable } from '../../bot/ports.ts'
import { StoreError } from '../errors.ts'
import type { Db } from '../schema.ts'
import { groupWriter } from '../writer.ts'
import type { OpenDialect } from './dialect.ts'
import { createSearch, sqliteSearch } from './sqliteSearch.ts'
import { preparedOnce } from './statements.ts'
import { sqliteTables } from './tables.ts'

/** Milliseconds to wait for a staff command that is writing from another process. */
const BUSY_TIMEOUT = 5000
const IN_MEMORY = ':memory:'

/** SQLite can undo a migration that failed half way; Kysely's own adapter leaves it half done. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Whoever writes holds the whole database, so that there are no locks of rows to ask for. */
class NoRowLocks extends SqliteQueryCompiler {
  protected override visitSelectModifier(): void {}
}

class LibsqlDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalDdl()
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new NoRowLocks()
  }
}

/** Brings all that is in the log into the file, and empties the log. */
async function emptyLog(db: Db): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

/** Every commit is on the disk before it returns. */
function database(file: string): Libsql.Database {
  const opened = new Libsql(file)
  opened.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  opened.pragma('journal_mode = WAL')
  opened.pragma('synchronous = FULL')
  opened.pragma('foreign_keys = ON')
  // What is deleted is overwritten: an owner's words must not linger in free pages.
  opened.pragma('secure_delete = ON')
  return opened
}

function failure(error: unknown): ReturnType<OpenDialect['failure']> {
  if (error instanceof Libsql.SqliteError) {
    return error.code.startsWith('SQLITE_CONSTRAINT') ? 'store_refused' : 'store_unavailable'
  }
  // Kysely's own, after `close`.
  const closed = error instanceof Error && error.message === 'driver has already been destroyed'
  return closed ? 'store_unavailable' : undefined
}

/**
 * Holds `<file>.lock` until the process ends, however it ends: SQLite's own exclusive lock on an empty database
 * beside the record, so that short staff commands can still reach the record itself.
 *
 * @returns the way to let go, or undefined when another holds it
 */
function lock(file: string): (() => void) | undefined {
  const beside = new Libsql(`${file}.lock`)
  try {
    beside.exec('begin exclusive')
  } catch (error) {
    beside.close()
    if (error instanceof Libsql.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
  return () => {
    beside.exec('rollback')
    beside.close()
  }
}

const FULL = 2

/** Set when it was opened; a file that says otherwise now is not the one that we know. */
async function durability(db: Db): Promise<NotDurable | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
  return (rows[0]?.synchronous ?? 0) < FULL ? 'fsync_off' : undefined
}

/** The counter's row goes with the transaction, which holds the whole database anyway. */
async function positions(db: Db, name: string, count: number): Promise<number[]> {
  const { value } = await db
    .insertInto('counters')
    .values({ name, value: count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', count) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return Array.from({ length: count }, (_, place) => value - count + 1 + place)
}

/** In the other database one sequence counts for all. */
async function positionsAfterMove(db: Db): Promise<void> {
  await sql`insert into counters (name, value) select 'outbox', coalesce(max(position), 0) from outbox where true
    on conflict (name) do update set value = max(value, excluded.value)`.execute(db)
}

function opened(file: string, release: (() => void) | undefined): OpenDialect {
  try {
    return {
      dialect: new LibsqlDialect({ database: preparedOnce(database(file)) }),
      tables: { search: createSearch, positions: async () => undefined },
      search: sqliteSearch,
      alone: true,
      writer: groupWriter,
      scrub: emptyLog,
      compact: async (db) => {
        await sql`vacuum`.execute(db)
        await emptyLog(db)
      },
      read: (work) => work(),
      hold: async () => undefined,
      positions,
      time: async () => undefined,
      durability,
      shapes: sqliteTables,
      positionsAfterMove,
      migrating: (db, work) => work(db),
      failure,
      mayMigrate: release !== undefined,
      release: release ?? (() => undefined),
    }
  } catch (error) {
    release?.()
    throw error
  }
}

/**
 * The embedded database. One process at a time has it; with `shared` another joins for a moment.
 *
 * @param file a path, or `:memory:`
 * @throws StoreError `store_locked` or `store_unavailable`
 */
export function openSqlite(file: string, shared: boolean): OpenDialect {
  try {
    if (file === IN_MEMORY) return opened(file, () => undefined)
    const release = lock(file)
    if (!release && !shared) throw new StoreError('store_locked', `another process has ${file} open`)
    return opened(file, release)
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    throw new StoreError('store_unavailable', `${file} cannot be opened`, { cause })
  }
}

import { SqliteAdapter, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { StoreError } from '../errors.ts'

/** Milliseconds to wait for a staff command that is writing from another process. */
const BUSY_TIMEOUT = 5000

/** SQLite can undo a migration that failed half way; Kysely's own adapter leaves it half done. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class LibsqlDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalDdl()
  }
}

/** The embedded database, every commit of which is on the disk before it returns. `:memory:` is for tests. */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new Libsql(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  return new LibsqlDialect({ database })
}

/** Whether SQLite, or the driver around it, failed. */
export function isSqliteError(error: unknown): boolean {
  if (error instanceof Libsql.SqliteError) return true
  return (
    error instanceof Error && /driver has already been destroyed|database connection is not open/iu.test(error.message)
  )
}

/**
 * Holds `<file>.lock` until the process ends, however it ends: SQLite's own exclusive lock on an empty database
 * beside the record, so that short staff commands can still reach the record itself.
 *
 * @returns the way to let go, or undefined when another holds it
 */
export function lockFile(file: string): (() => void) | undefined {
  const lock = new Libsql(`${file}.lock`)
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    if (cause instanceof Libsql.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return undefined
    throw new StoreError('store_unavailable', `${file}.lock cannot be opened`, { cause })
  }
  return () => {
    lock.exec('rollback')
    lock.close()
  }
}

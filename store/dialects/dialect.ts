import type { Dialect } from 'kysely'
import type { Db } from '../schema.ts'
import type { Writer } from '../writer.ts'

/** All in which one database differs from another. The schema and the queries are the same for each. */
export interface OpenDialect {
  dialect: Dialect
  /** Whether this process alone writes, so that nobody else can be in the middle of anything. */
  alone: boolean
  writer(db: Db): Writer
  /** Reads, again where the connection was lost on the way. */
  read<T>(work: () => Promise<T>): Promise<T>
  /** Until the end of its transaction, whoever else holds the same name waits. */
  hold(db: Db, name: string): Promise<void>
  /** Changes tables, however long that takes. */
  migrating<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T>
  /** What of the database failed; undefined when the error is not the database's. */
  failure(error: unknown): 'store_unavailable' | 'store_refused' | undefined
  /** Whether the tables may be changed: nobody else works with them. */
  mayMigrate: boolean
  /** Lets go of what keeps others out. */
  release(): void
}

import type { Dialect } from 'kysely'
import type { Db } from '../schema.ts'
import type { Writer } from '../writer.ts'

/** All in which one database differs from another. The schema and the queries are the same for each. */
export interface OpenDialect {
  dialect: Dialect
  writer(db: Db): Writer
  /** What of the database failed; undefined when the error is not the database's. */
  failure(error: unknown): 'store_unavailable' | 'store_refused' | undefined
  /** Whether the tables may be changed: nobody else works with them. */
  mayMigrate: boolean
  /** Lets go of what keeps others out. */
  release(): void
}

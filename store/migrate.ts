import { Migrator, sql } from 'kysely'
import type { OpenDialect } from './dialects/dialect.ts'
import { StoreError } from './errors.ts'
import { known, providerFor } from './migrations/index.ts'
import type { Db } from './schema.ts'

async function applied(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map((row) => row.name)
}

/**
 * Brings the tables to this version's shape, in one transaction. Of several instances that start together one does it
 * and the others wait.
 *
 * @throws StoreError `store_newer`, `store_locked` or `store_unavailable`
 */
export async function migrate(
  db: Db,
  { mayMigrate, migrating, tables }: Pick<OpenDialect, 'mayMigrate' | 'migrating' | 'tables'>,
): Promise<void> {
  const done = await applied(db)
  const unknown = done.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new StoreError('store_newer', `a newer version wrote this record: ${unknown.join(', ')}`)
  }
  if (done.length === known.length) return
  if (!mayMigrate) throw new StoreError('store_locked', 'an older version has the record open')
  const { error } = await migrating(db, (one) =>
    // What was built side by side need not have come in the order of its numbers.
    new Migrator({ db: one, provider: providerFor(tables), allowUnorderedMigrations: true }).migrateToLatest(),
  )
  if (error) throw new StoreError('store_unavailable', 'the record could not be brought up to date', { cause: error })
}

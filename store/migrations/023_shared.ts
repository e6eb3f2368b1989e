import type { Migration } from 'kysely'

/** Keys that all instances share; and who waits before somebody, counted from the index alone however many wait. */
export const shared: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('shared_keys')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('tickets_place')
      .on('tickets')
      .columns(['community', 'stage', 'priority', 'due_at', 'created_at', 'id'])
      .execute()
  },
}

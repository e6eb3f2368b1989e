import type { Migration } from 'kysely'

/** What the manager has to know of, once a day and matter; and the day's matters found by their time. */
export const alerts: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('alerts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('community', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('matter', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('homes', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('seen_by', 'text')
      .addColumn('seen_at', 'text')
      .addUniqueConstraint('alerts_once', ['community', 'kind', 'matter', 'day'])
      .execute()
    await db.schema.createIndex('alerts_newest').on('alerts').column('created_at').execute()
    await db.schema.createIndex('tickets_made').on('tickets').column('created_at').execute()
    await db.schema.createIndex('work_order_followers_since').on('work_order_followers').column('since').execute()
  },
}

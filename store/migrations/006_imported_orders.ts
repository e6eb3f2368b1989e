import type { Kysely, Migration } from 'kysely'

/** Who let out what promises something, beside it. */
async function vouched(db: Kysely<unknown>): Promise<void> {
  for (const table of ['status_entries', 'incidents'])
    await db.schema.alterTable(table).addColumn('vouched', 'text').execute()
}

async function importedOrders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imported_orders')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('building', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('place', 'text')
    .addColumn('category', 'text')
    .addColumn('what', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('state_words', 'text', (column) => column.notNull())
    .addColumn('opened_on', 'text', (column) => column.notNull())
    .addColumn('done', 'text')
    .addColumn('worker', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('file_hash', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addUniqueConstraint('imported_orders_number', ['community', 'number'])
    .execute()
  await db.schema
    .createIndex('imported_orders_home')
    .on('imported_orders')
    .columns(['community', 'building', 'unit', 'room'])
    .execute()
}

/** What staff vouched for, and open orders of the system that the company had before. */
export const importedWork: Migration = {
  up: async (db) => {
    await vouched(db)
    await importedOrders(db)
    // From then on its account is this owner's; what was before is nobody's to read.
    await db.schema.alterTable('homes').addColumn('owner_since', 'text').execute()
  },
}

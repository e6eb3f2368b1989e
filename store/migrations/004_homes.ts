import type { Kysely, Migration } from 'kysely'

async function homes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('homes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('building', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('handed_over_on', 'text')
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('homes_place', ['community', 'building', 'unit', 'room'])
    .execute()
  await db.schema
    .createTable('home_phones')
    .addColumn('home_id', 'text', (column) => column.notNull().references('homes.id'))
    .addColumn('phone', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('home_phones_pk', ['home_id', 'phone'])
    .execute()
}

async function bills(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bills')
    .addColumn('home_id', 'text', (column) => column.notNull().references('homes.id'))
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('amount_fen', 'integer', (column) => column.notNull())
    .addColumn('paid_fen', 'integer', (column) => column.notNull())
    .addColumn('due_on', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('file_hash', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('bills_pk', ['home_id', 'item', 'period'])
    .execute()
}

async function codes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('home_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('home_id', 'text', (column) => column.notNull().references('homes.id'))
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema
    .createTable('conversation_homes')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey().notNull().references('conversations.id'))
    .addColumn('home_id', 'text', (column) => column.notNull().references('homes.id'))
    .addColumn('bound_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('conversation_homes_home').on('conversation_homes').column('home_id').execute()
  await db.schema
    .createTable('code_attempts')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey().notNull().references('conversations.id'))
    .addColumn('wrong', 'integer', (column) => column.notNull())
    .addColumn('paused_until', 'text')
    .execute()
}

/** Homes with their owners' phones, bills, and the codes that bind a conversation to one. */
export const homeAccounts: Migration = {
  up: async (db) => {
    await homes(db)
    await bills(db)
    await codes(db)
  },
}

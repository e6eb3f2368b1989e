import type { Kysely, Migration } from 'kysely'

async function visits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visits')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('order_id', 'text', (column) => column.references('work_orders.id'))
    .addColumn('ticket_id', 'text', (column) => column.references('tickets.id'))
    .addColumn('closed_by', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('visits_due').on('visits').columns(['state', 'community', 'closed_at']).execute()
  await db.schema.createIndex('visits_of').on('visits').column('conversation_id').execute()
  await db.schema.createIndex('visits_of_order').on('visits').column('order_id').execute()
}

async function calls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_calls')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('visit_id', 'text', (column) => column.notNull().references('visits.id'))
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('satisfaction', 'integer')
    .addColumn('note', 'text')
    .execute()
  await db.schema.createIndex('visit_calls_of').on('visit_calls').column('visit_id').execute()
  await db.schema.createIndex('visit_calls_by_time').on('visit_calls').column('at').execute()
}

/** What was ended is asked about by somebody else, and what came of asking. */
export const visitsAfter: Migration = {
  up: async (db) => {
    await visits(db)
    await calls(db)
  },
}

import type { Kysely, Migration } from 'kysely'

async function files(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff_files')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.references('conversations.id'))
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('content', 'bytea', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('staff_files_of').on('staff_files').column('conversation_id').execute()
  await db.schema.alterTable('work_order_lines').addColumn('file', 'text').execute()
}

async function dispatch(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dispatch_links')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('order_id', 'text', (column) => column.notNull().references('work_orders.id'))
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('repairer', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('revoked_by', 'text')
    .addColumn('accepted_at', 'text')
    .addColumn('arrived_at', 'text')
    .addColumn('done_at', 'text')
    .execute()
  await db.schema.createIndex('dispatch_links_of').on('dispatch_links').columns(['order_id', 'created_at']).execute()
}

async function callbacks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('callbacks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id'))
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('matter', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addColumn('done_by', 'text')
    .addColumn('done_word', 'text')
    .execute()
  await db.schema.createIndex('callbacks_owed').on('callbacks').columns(['done_at', 'due_at']).execute()
  await db.schema.createIndex('callbacks_of_ticket').on('callbacks').columns(['ticket_id', 'created_at']).execute()
}

async function handovers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('handovers')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('signed_by', 'text')
    .addColumn('signed_at', 'text')
    .execute()
  await db.schema.createIndex('handovers_newest').on('handovers').columns(['community', 'created_at']).execute()
}

async function intakeKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('intake_keys')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('done', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
}

/** A clerk's day: links for repairers and what these photograph, call-backs owed, shifts handed over, calls filed once. */
export const clerksDay: Migration = {
  up: async (db) => {
    await files(db)
    await dispatch(db)
    await callbacks(db)
    await handovers(db)
    await intakeKeys(db)
  },
}

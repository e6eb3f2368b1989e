import { type Kysely, type Migration, sql } from 'kysely'

async function revisions(db: Kysely<unknown>): Promise<void> {
  const entries = db.schema.alterTable('status_entries')
  await entries.addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1)).execute()
  await entries.addColumn('closed_at', 'text').execute()
  await entries.addColumn('seed_key', 'text').execute()
  // Until now nothing but the seed wrote entries.
  await sql`update status_entries set seed_key = topic || '/' || scope`.execute(db)
  await db.schema.createIndex('status_entries_id').on('status_entries').column('id').execute()
  await db.schema
    .createTable('status_revisions')
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('status_revisions_pk', ['community', 'entry_id', 'revision'])
    .addForeignKeyConstraint('status_revisions_entry', ['community', 'entry_id'], 'status_entries', ['community', 'id'])
    .execute()
}

async function subscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('home', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_pk', ['conversation_id', 'topic'])
    .execute()
  await db.schema.createIndex('subscriptions_topic').on('subscriptions').columns(['community', 'topic']).execute()
}

async function outbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('position', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('leased_by', 'text')
    .addColumn('message_seq', 'integer')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    // The record itself sees to it that nobody is told the same thing twice.
    .addUniqueConstraint('outbox_cause', ['conversation_id', 'cause'])
    .execute()
  const open = sql`state in ('pending', 'leased')`
  await sql`create index outbox_due on outbox (due_at, position) where ${open}`.execute(db)
  await sql`create index outbox_order on outbox (conversation_id, position) where ${open}`.execute(db)
}

async function tasks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket_keys')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
}

/** Revisions of the status board, who follows it, what is on its way to owners, and tickets that are opened once. */
export const board: Migration = {
  up: async (db) => {
    await revisions(db)
    await subscriptions(db)
    await outbox(db)
    await tasks(db)
  },
}

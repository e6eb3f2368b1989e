import type { Kysely, Migration } from 'kysely'

async function owners(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channel_owners')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.references('conversations.id'))
    .addColumn('said_at', 'text')
    .addColumn('tapped_at', 'text')
    .addColumn('sent_since_said', 'integer', (column) => column.notNull())
    .addColumn('sent_since_tapped', 'integer', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .addColumn('greeting_code', 'text')
    .addColumn('greeting_until', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_owners_pk', ['channel', 'account', 'address'])
    .execute()
  await db.schema
    .createTable('channel_addresses')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey().notNull().references('conversations.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .execute()
}

async function received(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channel_items')
    .addColumn('position', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text')
    .addColumn('message_seq', 'integer')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('channel_items_open').on('channel_items').columns(['state', 'due_at']).execute()
  await db.schema
    .createIndex('channel_items_of')
    .on('channel_items')
    .columns(['channel', 'account', 'address', 'state'])
    .execute()
  await db.schema
    .createTable('channel_cursors')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('cursor', 'text', (column) => column.notNull())
    .addColumn('token', 'text')
    .addColumn('wanted_at', 'text')
    .addPrimaryKeyConstraint('channel_cursors_pk', ['channel', 'account'])
    .execute()
}

async function sends(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('channel_sends')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('message_seq', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .execute()
}

/** Who writes on which platform, what the platforms sent, how far it was read, and what was handed to them. */
export const channels: Migration = {
  up: async (db) => {
    await owners(db)
    await received(db)
    await sends(db)
    await db.schema.alterTable('outbox').addColumn('sending_since', 'text').execute()
  },
}

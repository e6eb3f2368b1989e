import type { Migration } from 'kysely'

/** What owners attach: the files, which message took them up, and the list on messages and work orders. */
export const attachments: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('attachments')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      // The one name for bytes that SQLite takes, which keeps them as they are under any, and PostgreSQL knows.
      .addColumn('content', 'bytea', (column) => column.notNull())
      .addColumn('message_seq', 'integer')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('attachments_of').on('attachments').columns(['conversation_id', 'created_at']).execute()
    await db.schema.alterTable('messages').addColumn('attachments', 'text').execute()
    await db.schema.alterTable('work_orders').addColumn('attachments', 'text').execute()
  },
}

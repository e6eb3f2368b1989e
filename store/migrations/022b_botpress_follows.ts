import type { Migration } from 'kysely'

/** Conversations of a Botpress bot's owners who follow the record, without anybody having been asked for. */
export const botpressFollows: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('botpress_follows')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull().unique().references('conversations.id'))
      .addColumn('webhook_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()
  },
}

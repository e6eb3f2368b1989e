import type { Migration } from 'kysely'

/** Conversations that came from a Botpress bot, and where its side is told what is said. */
export const botpress: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('botpress_conversations')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull().unique().references('conversations.id'))
      .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id'))
      .addColumn('webhook_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()
  },
}

import type { Migration } from 'kysely'

/** Replies that clerks keep; a shortcut is given once a compound. */
export const canned: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('canned_replies')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('community', 'text', (column) => column.notNull())
      .addColumn('shortcut', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('canned_replies_shortcut', ['community', 'shortcut'])
      .execute()
  },
}

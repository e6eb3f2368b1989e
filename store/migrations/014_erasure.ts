import type { Migration } from 'kysely'

/** When a conversation was erased: its row stays for the work orders that name it, and holds nothing any more. */
export const erasure: Migration = {
  up: async (db) => {
    await db.schema.alterTable('conversations').addColumn('erased_at', 'text').execute()
    await db.schema.createIndex('conversations_active').on('conversations').column('last_active_at').execute()
  },
}

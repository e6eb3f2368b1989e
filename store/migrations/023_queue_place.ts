import type { Migration } from 'kysely'

/** Counts who waits before somebody from the index alone, however many wait. */
export const queuePlace: Migration = {
  up: async (db) => {
    await db.schema
      .createIndex('tickets_place')
      .on('tickets')
      .columns(['community', 'stage', 'priority', 'due_at', 'created_at', 'id'])
      .execute()
  },
}

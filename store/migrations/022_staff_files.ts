import type { Migration } from 'kysely'

/** Staff send files too: whose an upload is, so that nobody sends another's. */
export const staffFiles: Migration = {
  up: async (db) => {
    await db.schema.alterTable('attachments').addColumn('staff_id', 'text').execute()
  },
}

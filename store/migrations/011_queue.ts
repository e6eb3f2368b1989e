import { type Kysely, type Migration, sql } from 'kysely'

async function tickets(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('held_since', 'text').execute()
  await db.schema.alterTable('tickets').addColumn('merged_into', 'text').execute()
  // Until now whoever claimed first was not told from whoever holds it.
  await sql`update tickets set held_since = claimed_at where stage = 'staff'`.execute(db)
  await db.schema.createIndex('tickets_held').on('tickets').columns(['assignee', 'stage']).execute()
}

async function teams(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff_teams')
    .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
    .addColumn('team', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('staff_teams_pk', ['staff_id', 'team'])
    .execute()
}

/** Tickets that are passed on, given back after a silence and merged; who belongs to which team. */
export const queue: Migration = {
  up: async (db) => {
    await tickets(db)
    await teams(db)
  },
}

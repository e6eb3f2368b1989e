import { type Kysely, type Migration, sql } from 'kysely'

/** Why a message is not with its owner yet, or never will be. */
async function reasons(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('reason', 'text').execute()
}

interface Tickets {
  tickets: { id: string; context: string; intent: string | null }
}

/** What a ticket is about in a column of its own: how it was answered is looked up by it. */
async function intents(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('intent', 'text').execute()
  const old = (db as Kysely<Tickets>).selectFrom('tickets').select(['id', 'context']).orderBy('id')
  for (const { id, context } of await old.execute()) {
    const { intent } = JSON.parse(context) as { intent?: string | null }
    if (intent) await (db as Kysely<Tickets>).updateTable('tickets').set({ intent }).where('id', '=', id).execute()
  }
  await db.schema
    .createIndex('tickets_of_intent')
    .on('tickets')
    .columns(['community', 'intent', 'resolved_at'])
    .execute()
  await db.schema.createIndex('tickets_resolved').on('tickets').columns(['stage', 'resolved_at', 'id']).execute()
}

/** Who was called to a ticket by a note, and whether they have looked. */
async function mentions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket_mentions')
    .addColumn('note_id', 'text', (column) => column.notNull())
    .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text')
    .addPrimaryKeyConstraint('ticket_mentions_pk', ['note_id', 'staff_id'])
    .execute()
  await db.schema.createIndex('ticket_mentions_of_ticket').on('ticket_mentions').column('ticket_id').execute()
  await sql`create index ticket_mentions_unseen on ticket_mentions (staff_id, ticket_id) where seen_at is null`.execute(
    db,
  )
}

/** Reasons of deliveries, what tickets are about, and colleagues that notes call. */
export const thread: Migration = {
  up: async (db) => {
    await reasons(db)
    await intents(db)
    await mentions(db)
  },
}

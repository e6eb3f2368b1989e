import { type Kysely, type Migration, sql } from 'kysely'
import type { OwnTables } from '../dialects/dialect.ts'

async function instances(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instances')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('alive_until', 'text', (column) => column.notNull())
    .execute()
  await sql`create index outbox_given_up on outbox (settled_at, position) where state in ('dead', 'unknown')`.execute(
    db,
  )
}

/** What is there already is taken into the index later: a large record is not kept closed for it. */
async function backlog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_backlog')
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_backlog_pk', ['conversation_id', 'seq'])
    .execute()
  await sql`insert into search_backlog (conversation_id, seq) select conversation_id, seq from messages`.execute(db)
}

/** Several instances on one record, and transcripts that are searched by words. */
export const manyInstances = (own: OwnTables): Migration => ({
  up: async (db) => {
    await instances(db)
    await backlog(db)
    await own.search(db)
    await own.positions(db)
  },
})

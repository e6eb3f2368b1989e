import { type Kysely, type Migration, sql } from 'kysely'

async function revisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('knowledge_revisions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('ticket_id', 'text')
    .addColumn('verdict', 'text')
    .addColumn('content_before', 'text')
    .addColumn('published_by', 'text')
    .addColumn('published_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('knowledge_revisions_path').on('knowledge_revisions').columns(['path', 'state']).execute()
  await db.schema
    .createIndex('knowledge_revisions_live')
    .on('knowledge_revisions')
    .column('path')
    .where(sql.ref('state'), '=', sql.lit('published'))
    .unique()
    .execute()
}

async function labels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket_labels')
    .addColumn('ticket_id', 'text', (column) => column.primaryKey().notNull().references('tickets.id'))
    .addColumn('intent', 'text')
    .addColumn('should_answer', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
}

/** Answers of the bot that somebody judges, week by week. */
async function samples(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_samples')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text')
    .addColumn('note', 'text')
    .addColumn('judged_by', 'text')
    .addColumn('judged_at', 'text')
    .addUniqueConstraint('answer_samples_once', ['community', 'week', 'conversation_id', 'seq'])
    .execute()
}

/** Knowledge published from the desk, what staff say of tickets when they end, and answers that are judged. */
export const learning: Migration = {
  up: async (db) => {
    await revisions(db)
    await labels(db)
    await samples(db)
    await sql`insert into counters (name, value) values ('knowledge', 0)`.execute(db)
    // Reports and gaps read by time over all conversations.
    await db.schema.createIndex('messages_by_time').on('messages').columns(['created_at']).execute()
    await db.schema.createIndex('tickets_by_time').on('tickets').columns(['created_at']).execute()
  },
  down: async (db) => {
    await db.schema.dropIndex('tickets_by_time').execute()
    await db.schema.dropIndex('messages_by_time').execute()
    await db.schema.dropTable('answer_samples').execute()
    await db.schema.dropTable('ticket_labels').execute()
    await db.schema.dropTable('knowledge_revisions').execute()
    await sql`delete from counters where name = 'knowledge'`.execute(db)
  },
}

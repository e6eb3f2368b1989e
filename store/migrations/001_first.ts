import { type Kysely, type Migration, sql } from 'kysely'

async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('verified', 'integer', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('last_seq', 'integer', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_active_at', 'text', (column) => column.notNull())
    .execute()
}

async function messages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('choice', 'text')
    .addColumn('choices', 'text')
    .addColumn('intent', 'text')
    .addColumn('action', 'text')
    .addColumn('card', 'text')
    .addColumn('sources', 'text')
    .addColumn('delivery', 'text')
    .addColumn('client_message_id', 'text')
    .addColumn('answers', 'integer')
    .addColumn('turn_done', 'integer')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('messages_pk', ['conversation_id', 'seq'])
    .addUniqueConstraint('messages_client_id', ['conversation_id', 'speaker', 'client_message_id'])
    .execute()
  await db.schema
    .createIndex('messages_unfinished')
    .on('messages')
    .columns(['conversation_id', 'seq'])
    .where(sql.ref('turn_done'), '=', sql.lit(0))
    .execute()
}

async function classifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('classifications')
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('intent', 'text', (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('alternatives', 'text', (column) => column.notNull())
    .addColumn('out_of_scope', 'integer', (column) => column.notNull())
    .addColumn('certainty', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('classifications_pk', ['conversation_id', 'seq'])
    .addForeignKeyConstraint('classifications_message', ['conversation_id', 'seq'], 'messages', [
      'conversation_id',
      'seq',
    ])
    .execute()
}

async function tickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('assignee', 'text', (column) => column.references('staff.id'))
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('mood', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('home', 'text')
    .addColumn('context', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text')
    .addColumn('resolved_at', 'text')
    .execute()
  // The record itself sees to it that a conversation has one unresolved ticket at most.
  await db.schema
    .createIndex('tickets_one_open')
    .unique()
    .on('tickets')
    .column('conversation_id')
    .where(sql.ref('stage'), '!=', sql.lit('resolved'))
    .execute()
  await db.schema.createIndex('tickets_of_conversation').on('tickets').column('conversation_id').execute()
  await db.schema
    .createIndex('tickets_queue')
    .on('tickets')
    .columns(['stage', 'priority', 'due_at', 'created_at', 'id'])
    .execute()
  await db.schema.createIndex('tickets_claimed').on('tickets').columns(['community', 'claimed_at']).execute()
}

async function aroundTickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ticket_notes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id'))
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('ticket_notes_of_ticket')
    .on('ticket_notes')
    .columns(['ticket_id', 'created_at'])
    .execute()
  await db.schema
    .createTable('ratings')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
}

async function workOrders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work_orders')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('intent', 'text', (column) => column.notNull())
    .addColumn('slots', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('work_orders_of_conversation').on('work_orders').column('conversation_id').execute()
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'integer', (column) => column.notNull())
    .execute()
}

async function board(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('status_entries')
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('blocked_by', 'text')
    .addColumn('next_actor', 'text')
    .addColumn('announced', 'text')
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('stale_after_hours', 'double precision', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('status_entries_pk', ['community', 'id'])
    .execute()
}

async function staff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('disabled', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('staff_sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
    .addColumn('csrf', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
}

/** Everything that the record held at first. */
export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await conversations(db)
    await messages(db)
    await classifications(db)
    await staff(db)
    await tickets(db)
    await aroundTickets(db)
    await workOrders(db)
    await board(db)
  },
}

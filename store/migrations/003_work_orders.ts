import { type Kysely, type Migration, sql } from 'kysely'

async function orders(db: Kysely<unknown>): Promise<void> {
  for (const column of ['place_kind', 'place_key', 'scheduled_for', 'worker', 'continues'])
    await db.schema.alterTable('work_orders').addColumn(column, 'text').execute()
  await db.schema
    .createIndex('work_orders_of_place')
    .on('work_orders')
    .columns(['community', 'intent', 'place_key', 'created_at'])
    .execute()
  await db.schema.createIndex('work_orders_list').on('work_orders').columns(['state', 'created_at']).execute()
}

async function aroundOrders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work_order_lines')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('order_id', 'text', (column) => column.notNull().references('work_orders.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('scheduled_for', 'text')
    .addColumn('worker', 'text')
    .addColumn('note', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addUniqueConstraint('work_order_lines_in_order', ['order_id', 'position'])
    .execute()
  await db.schema
    .createTable('work_order_followers')
    .addColumn('order_id', 'text', (column) => column.notNull().references('work_orders.id'))
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('slots', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('work_order_followers_pk', ['order_id', 'conversation_id'])
    .execute()
  await db.schema.createIndex('work_order_followers_of').on('work_order_followers').column('conversation_id').execute()
  await db.schema
    .createTable('work_order_ratings')
    .addColumn('order_id', 'text', (column) => column.notNull().references('work_orders.id'))
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('work_order_ratings_pk', ['order_id', 'conversation_id'])
    .execute()
}

/** Those that are there already get their first line and their follower. */
async function fill(db: Kysely<unknown>): Promise<void> {
  await sql`insert into work_order_followers (order_id, conversation_id, slots, since)
    select id, conversation_id, slots, created_at from work_orders`.execute(db)
  await sql`insert into work_order_lines (id, order_id, position, kind, state, at)
    select id, id, 1, 'filed', state, created_at from work_orders`.execute(db)
}

async function pushes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work_order_pushes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('work_order_pushes_due')
    .on('work_order_pushes')
    .columns(['state', 'number', 'position'])
    .execute()
}

async function incidents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('incidents')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('building', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('closed_at', 'text')
    .execute()
  // The record itself sees to it that one trouble is one task.
  await db.schema
    .createIndex('incidents_one_open')
    .unique()
    .on('incidents')
    .columns(['community', 'topic', 'building'])
    .where(sql.ref('closed_at'), 'is', sql.lit(null))
    .execute()
  await db.schema
    .createTable('incident_asks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('building', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('incident_id', 'text', (column) => column.references('incidents.id'))
    .addColumn('told_at', 'text')
    .execute()
  await db.schema
    .createIndex('incident_asks_recent')
    .on('incident_asks')
    .columns(['community', 'topic', 'building', 'asked_at'])
    .execute()
  await db.schema.createIndex('incident_asks_of').on('incident_asks').columns(['incident_id', 'asked_at']).execute()
}

/** Work orders with their history and everybody who reported them; bursts of one trouble. */
export const workOrders: Migration = {
  up: async (db) => {
    await orders(db)
    await aroundOrders(db)
    await fill(db)
    await pushes(db)
    await incidents(db)
  },
}

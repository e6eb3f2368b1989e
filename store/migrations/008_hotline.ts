import type { Migration } from 'kysely'

/** Matters that the city's hotline passes on. */
export const hotline: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('hotline_orders')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('community', 'text', (column) => column.notNull())
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('deadline', 'text', (column) => column.notNull())
      .addColumn('working_days', 'integer')
      .addColumn('wanted', 'text', (column) => column.notNull())
      .addColumn('intent', 'text')
      .addColumn('home', 'text')
      .addColumn('conversation_id', 'text', (column) => column.references('conversations.id'))
      .addColumn('ticket_id', 'text', (column) => column.references('tickets.id'))
      .addColumn('work_order', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('taken_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('answered_by', 'text')
      .addColumn('answered_at', 'text')
      .addColumn('vouched', 'text')
      .addUniqueConstraint('hotline_orders_number', ['community', 'number'])
      .execute()
    await db.schema.createIndex('hotline_orders_due').on('hotline_orders').columns(['state', 'deadline']).execute()
    await db.schema.createIndex('hotline_orders_of').on('hotline_orders').column('ticket_id').execute()
  },
}

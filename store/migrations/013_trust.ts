import type { Kysely, Migration } from 'kysely'

async function staff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('staff')
    .addColumn('communities', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  for (const name of ['totp_secret', 'totp_offered', 'oidc_subject'])
    await db.schema.alterTable('staff').addColumn(name, 'text').execute()
  await db.schema.alterTable('staff').addColumn('totp_step', 'integer').execute()
  await db.schema.createIndex('staff_oidc').unique().on('staff').column('oidc_subject').execute()
  for (const name of ['created_at', 'origin', 'agent'])
    await db.schema.alterTable('staff_sessions').addColumn(name, 'text').execute()
  await db.schema.alterTable('staff_sessions').addColumn('strong', 'integer').execute()
  await db.schema
    .createTable('staff_recovery')
    .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('staff_recovery_pk', ['staff_id', 'code_hash'])
    .execute()
  await db.schema
    .createTable('staff_failures')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('whose', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('staff_failures_pk', ['id', 'whose'])
    .execute()
  await db.schema.createIndex('staff_failures_of').on('staff_failures').columns(['whose', 'at']).execute()
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entries')
    .addColumn('position', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who_id', 'text')
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('community', 'text')
    .addColumn('subject', 'text')
    .addColumn('was', 'text')
    .addColumn('became', 'text')
    .addColumn('owner', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_entries_subject').on('audit_entries').columns(['subject', 'position']).execute()
  await db.schema
    .createTable('audit_head')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('audit_keys')
    .addColumn('owner', 'text', (column) => column.primaryKey().notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute()
}

/** What staff are limited to, their second factor and sessions, failed logins, and the audit chain. */
export const trust: Migration = {
  up: async (db) => {
    await staff(db)
    await audit(db)
  },
}

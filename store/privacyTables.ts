import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** What hangs on other rows goes first, and these last, in this order. */
export const LAST: readonly string[] = ['messages', 'tickets']
/** Emptied field by field instead of deleted: work orders count on for the company, without the owner in them. */
const KEPT = ['conversations', 'work_orders']
/** Of another make in each database, which forgets in its own way. */
const INDEXES = ['message_terms']

export interface Holder {
  table: string
  column: 'id' | 'conversation_id' | 'ticket_id' | 'home_id' | 'order_id' | 'number'
}

/**
 * Every table that holds rows of a conversation, or of its tickets, found in the database itself: a table that is added
 * later is erased and exported without anybody having to remember this place.
 */
export async function holders(db: Db, column: Holder['column']): Promise<string[]> {
  const tables = await db.introspection.getTables()
  const having = tables.filter(({ columns }) => columns.some(({ name }) => name === column)).map(({ name }) => name)
  const others = having.filter((name) => ![...LAST, ...KEPT, ...INDEXES].includes(name)).sort()
  // Classifications and the like point to messages, so that they come before these.
  return [...others, ...LAST.filter((name) => having.includes(name))]
}

/** Rows of a table whose column is one of these. */
export function rowsWhere({ table, column }: Holder, ids: readonly string[]) {
  return sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(ids)})`
}

export async function deleteWhere(db: Db, { table, column }: Holder, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(ids)})`.execute(db)
}

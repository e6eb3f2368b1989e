import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Among staff, signed by its author; gives its id. */
export async function noted(access: Access, db: Db, ticketId: string, author: string, text: string): Promise<string> {
  const row = { id: access.newId(), ticket_id: ticketId, author, text, created_at: access.now() }
  await db.insertInto('ticket_notes').values(row).execute()
  return row.id
}

import type { StoredTicket } from '../bot/ports.ts'
import { json, type TicketWithHolder, toNote, toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'

/** Tickets with the name of whoever holds them. */
export function tickets(db: Db) {
  return db
    .selectFrom('tickets')
    .leftJoin('staff', 'staff.id', 'tickets.assignee')
    .selectAll('tickets')
    .select('staff.name as holder')
}

/** With its notes. */
export async function stored(db: Db, row: TicketWithHolder): Promise<StoredTicket> {
  const notes = await db
    .selectFrom('ticket_notes')
    .selectAll()
    .where('ticket_id', '=', row.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return { ...toTicketRow(row), context: json(row.context), notes: notes.map(toNote) }
}

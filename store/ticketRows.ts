import { sql } from 'kysely'
import type { StoredTicket } from '../bot/ports.ts'
import { json, some, type TicketWithHolder, toNote, toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'
import { namesByNote } from './ticketMentions.ts'

/** The oldest word of the owner after the last one of staff; what the bot says in between answers nothing. */
export const waitingSince = sql<string | null>`(select min(asked.created_at) from messages asked
  where asked.conversation_id = tickets.conversation_id and asked.speaker = 'owner' and asked.seq > coalesce((
    select max(said.seq) from messages said
    where said.conversation_id = tickets.conversation_id and said.speaker = 'staff'), 0))`

/** The newest of those words. */
export const lastAskedAt = sql<string | null>`(select max(asked.created_at) from messages asked
  where asked.conversation_id = tickets.conversation_id and asked.speaker = 'owner' and asked.seq > coalesce((
    select max(said.seq) from messages said
    where said.conversation_id = tickets.conversation_id and said.speaker = 'staff'), 0))`

/** Tickets with the name of whoever holds them. */
export function tickets(db: Db) {
  return db
    .selectFrom('tickets')
    .leftJoin('staff', 'staff.id', 'tickets.assignee')
    .selectAll('tickets')
    .select(['staff.name as holder', waitingSince.as('waiting_since')])
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
  const called = notes.length > 0 ? await namesByNote(db, row.id) : new Map<string, string[]>()
  const withNames = notes.map((note) => ({ ...toNote(note), ...some('mentions', called.get(note.id) ?? null) }))
  return { ...toTicketRow(row), context: json(row.context), notes: withNames }
}

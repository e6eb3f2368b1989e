import { sql } from 'kysely'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Whoever a note calls, until they look at its ticket. */
export async function mention(
  access: Access,
  db: Db,
  note: { id: string; ticketId: string },
  staffIds: readonly string[],
): Promise<void> {
  const rows = [...new Set(staffIds)].map((staff_id) => ({
    note_id: note.id,
    staff_id,
    ticket_id: note.ticketId,
    created_at: access.now(),
    seen_at: null,
  }))
  if (rows.length > 0) await db.insertInto('ticket_mentions').values(rows).execute()
}

export async function seen(access: Access, db: Db, ticketId: string, staffId: string): Promise<boolean> {
  const rows = await db
    .updateTable('ticket_mentions')
    .set({ seen_at: access.now() })
    .where('ticket_id', '=', ticketId)
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null)
    .returning('note_id')
    .execute()
  return rows.length > 0
}

/** Of a row of `tickets`: whether a note calls this member, who has not looked. */
export const calls = (staffId: string) => sql<boolean>`exists (select 1 from ticket_mentions called
  where called.ticket_id = tickets.id and called.staff_id = ${staffId} and called.seen_at is null)`

/** By note, the names of those that it calls. */
export async function namesByNote(db: Db, ticketId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('ticket_mentions')
    .innerJoin('staff', 'staff.id', 'ticket_mentions.staff_id')
    .select(['ticket_mentions.note_id', 'staff.name'])
    .where('ticket_mentions.ticket_id', '=', ticketId)
    .orderBy('staff.name')
    .execute()
  const byNote = new Map<string, string[]>()
  for (const { note_id, name } of rows) byNote.set(note_id, [...(byNote.get(note_id) ?? []), name])
  return byNote
}

/** With a note that moves to another ticket, whom it calls. */
export async function takeMentions(db: Db, from: string, into: { id: string; ticketId: string }): Promise<void> {
  await db
    .updateTable('ticket_mentions')
    .set({ note_id: into.id, ticket_id: into.ticketId })
    .where('note_id', '=', from)
    .execute()
}

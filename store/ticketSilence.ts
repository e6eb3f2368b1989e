import { sql } from 'kysely'
import type { PassWords, SilentTicket } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { type TicketWithHolder, toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'
import { lockTicket, move } from './ticketChanges.ts'
import { noted } from './ticketNotes.ts'
import { tickets, waitingSince } from './ticketRows.ts'

/** Who signs the note among staff. */
const AUTHOR = '小桥'
/** Looked at in one go; what is left comes with the next. */
const MOST = 200

/** A holder's silence begins with the owner's word, and not before they took it over; undefined once they answered. */
function silentSince({ waiting_since: waiting, held_since: held }: TicketWithHolder): string | undefined {
  if (waiting === null || held === null) return undefined
  return waiting > held ? waiting : held
}

/** Those whose owner has waited for the holder since before this time. */
export async function silent(db: Db, community: string, before: string): Promise<SilentTicket[]> {
  const rows = await tickets(db)
    .where('tickets.community', '=', community)
    .where('tickets.stage', '=', 'staff')
    .where('tickets.held_since', '<', before)
    .where(sql<boolean>`${waitingSince} < ${before}`)
    .orderBy('tickets.held_since')
    .orderBy('tickets.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...toTicketRow(row), assignee: row.holder ?? '', silentSince: silentSince(row) ?? '' }))
}

/** False when the holder spoke, passed it on or ended it meanwhile. */
export async function giveBack(access: Access, db: Db, seen: SilentTicket, words: PassWords): Promise<boolean> {
  const held = await lockTicket(db, seen.id)
  if (held?.ticket.stage !== 'staff' || held.ticket.holder !== seen.assignee) return false
  if (silentSince(held.ticket) !== seen.silentSince) return false
  await noted(access, db, seen.id, AUTHOR, words.note)
  await move(access, db, held, { ticket: { stage: 'waiting', assignee: null, held_since: null }, says: words.says })
  return true
}

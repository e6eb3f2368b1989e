import type { Mover, PassWords, TicketChange, TicketHandingOn } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { json } from './rows.ts'
import type { Db } from './schema.ts'
import { afresh, type Held, lockTicket, move, refusal, staffName } from './ticketChanges.ts'
import { takeMentions } from './ticketMentions.ts'
import { noted } from './ticketNotes.ts'
import { stored, tickets } from './ticketRows.ts'

type Merged = Awaited<ReturnType<TicketHandingOn['merge']>>

/** The home that a conversation is bound to by a code; what was merely said proves nothing. */
async function provenHome(db: Db, conversationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('conversation_homes')
    .select('home_id')
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
  return row?.home_id
}

async function sameOwner(db: Db, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const home = await provenHome(db, one)
  return home !== undefined && home === (await provenHome(db, other))
}

/** Both, the conversations locked in the order of their ids, so that two merges never wait for each other. */
async function both(db: Db, id: string, other: string): Promise<[Held, Held] | undefined> {
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'conversation_id'])
    .where('id', 'in', [id, other])
    .orderBy('conversation_id')
    .execute()
  if (rows.length < 2) return undefined
  const held = new Map<string, Held>()
  for (const row of rows) {
    const locked = await lockTicket(db, row.id)
    if (locked) held.set(row.id, locked)
  }
  return [held.get(id)!, held.get(other)!]
}

/** Notes of the other, signed by whoever wrote them. */
async function takeNotes(access: Access, db: Db, into: string, from: string): Promise<void> {
  const notes = await db
    .selectFrom('ticket_notes')
    .selectAll()
    .where('ticket_id', '=', from)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  for (const { id, author, text } of notes) {
    const taken = await noted(access, db, into, author, text)
    await takeMentions(db, id, { id: taken, ticketId: into })
  }
}

/** Calls that were promised go on under the ticket that goes on, with those that are done. */
async function takeCallbacks(db: Db, into: Held, from: string): Promise<void> {
  await db
    .updateTable('callbacks')
    .set({ ticket_id: into.ticket.id, conversation_id: into.ticket.conversation_id })
    .where('ticket_id', '=', from)
    .execute()
}

export async function merge(
  access: Access,
  db: Db,
  id: string,
  by: Mover,
  other: string,
  words: PassWords,
): Promise<Merged> {
  if (id === other) return { kind: 'same' }
  const found = await both(db, id, other)
  if (!found) return { kind: 'unknown' }
  const [into, from] = found
  const refused = refusal(into.ticket, by.id)
  if (refused) return refused
  if (from.ticket.stage === 'staff' && from.ticket.assignee !== by.id && by.role === 'staff') {
    return { kind: 'lost', holder: from.ticket.holder ?? '' }
  }
  if (from.ticket.merged_into !== null) return { kind: 'gone' }
  if (!(await sameOwner(db, into.ticket.conversation_id, from.ticket.conversation_id))) return { kind: 'stranger' }
  await takeNotes(access, db, id, other)
  await takeCallbacks(db, into, other)
  await noted(access, db, id, await staffName(db, by.id), words.note)
  await ended(access, db, from, id, words)
  const row = await tickets(db).where('tickets.id', '=', id).executeTakeFirstOrThrow()
  return { kind: 'ok', ticket: await stored(db, row) } satisfies TicketChange
}

/** One that is resolved already only gets the way to where it goes on. */
async function ended(access: Access, db: Db, from: Held, into: string, { says }: PassWords): Promise<void> {
  if (from.ticket.stage === 'resolved') {
    await db.updateTable('tickets').set({ merged_into: into }).where('id', '=', from.ticket.id).execute()
    return
  }
  const ticket = { stage: 'resolved' as const, resolved_at: access.now(), merged_into: into }
  await move(access, db, from, { ticket, memory: afresh(json(from.conversation.memory)), says })
}

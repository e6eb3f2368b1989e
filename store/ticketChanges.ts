import type { TicketChange, TicketStore } from '../bot/ports.ts'
import type { Choice, Memory, TicketNote, TicketStage } from '../bot/types.ts'
import type { Access } from './access.ts'
import { takeUp } from './attachments.ts'
import { StoreError } from './errors.ts'
import { json, priorityRank, type TicketWithHolder, toMessage, toNote } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { mention, seen } from './ticketMentions.ts'
import { stored, tickets } from './ticketRows.ts'
import { append, change, lockConversation } from './transcript.ts'
import { visitAfterTicket } from './visitsDue.ts'

const EMERGENCY = priorityRank('emergency')

export interface Held {
  conversation: Row<'conversations'>
  ticket: TicketWithHolder
}

export type Refusal = Exclude<TicketChange, { kind: 'ok' }>

/** The ticket, with its conversation locked, so that nobody else changes either before the commit. */
export async function lockTicket(db: Db, id: string): Promise<Held | undefined> {
  const found = await db.selectFrom('tickets').select('conversation_id').where('id', '=', id).executeTakeFirst()
  if (!found) return undefined
  const conversation = await lockConversation(db, found.conversation_id)
  const ticket = await tickets(db).where('tickets.id', '=', id).executeTakeFirstOrThrow()
  return { conversation, ticket }
}

export async function staffName(db: Db, staffId: string): Promise<string> {
  const row = await db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst()
  if (!row) throw new StoreError('unknown_staff', `no member of staff ${staffId}`)
  return row.name
}

/** Why this member of staff can't do what only the holder can. */
export function refusal(ticket: TicketWithHolder, staffId: string): Refusal | undefined {
  if (ticket.stage !== 'staff') return { kind: 'gone' }
  if (ticket.assignee !== staffId) return { kind: 'lost', holder: ticket.holder ?? '' }
  return undefined
}

export interface Move {
  ticket: Partial<Row<'tickets'>> & { stage: TicketStage }
  memory?: Memory
  says: string
  choices?: Choice[]
}

/** Ticket, conversation and what the owner is told of it, together. */
export async function move(
  access: Access,
  db: Db,
  held: Held,
  { ticket, memory, says, choices }: Move,
): Promise<TicketChange> {
  const { conversation } = held
  await db.updateTable('tickets').set(ticket).where('id', '=', held.ticket.id).execute()
  await append(access, db, conversation, [{ from: 'system', text: says, ...(choices && { choices }) }])
  const stage = ticket.stage === 'resolved' ? 'bot' : ticket.stage
  await change(access, db, conversation, { stage, ...(memory && { memory }), messages: 1, newVersion: true })
  const row = await tickets(db).where('tickets.id', '=', held.ticket.id).executeTakeFirstOrThrow()
  return { kind: 'ok', ticket: await stored(db, row) }
}

/** How many this clerk holds. */
async function holding(db: Db, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('assignee', '=', staffId)
    .where('stage', '=', 'staff')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function claim(
  access: Access,
  db: Db,
  id: string,
  staffId: string,
  says: string,
  most = Number.POSITIVE_INFINITY,
): Promise<TicketChange> {
  const held = await lockTicket(db, id)
  if (!held) return { kind: 'unknown' }
  const { ticket } = held
  if (ticket.stage === 'resolved') return { kind: 'gone' }
  if (ticket.assignee === staffId) return { kind: 'ok', ticket: await stored(db, ticket) }
  if (ticket.stage === 'staff') return { kind: 'lost', holder: ticket.holder ?? '' }
  await staffName(db, staffId)
  const holds = await holding(db, staffId)
  if (holds >= most && ticket.priority !== EMERGENCY) return { kind: 'full', holds }
  const since = { claimed_at: ticket.claimed_at ?? access.now(), held_since: access.now() }
  const values = { stage: 'staff' as const, assignee: staffId, ...since }
  return move(access, db, held, { ticket: values, says })
}

async function release(access: Access, db: Db, id: string, staffId: string, says: string): Promise<TicketChange> {
  const held = await lockTicket(db, id)
  if (!held) return { kind: 'unknown' }
  const refused = refusal(held.ticket, staffId)
  return refused ?? move(access, db, held, { ticket: { stage: 'waiting', assignee: null, held_since: null }, says })
}

/** The bot starts afresh: what went wrong before the handoff is not held against the owner. */
export function afresh(memory: Memory): Memory {
  const { waitingNoted: _, ...rest } = memory
  return { ...rest, misses: 0, angry: 0 }
}

interface Ending {
  says: string
  choices?: Choice[]
  /** Somebody else is to ask whether it is solved. */
  visit?: true
}

async function end(
  access: Access,
  db: Db,
  id: string,
  staffId: string,
  { visit, ...ending }: Ending,
): Promise<TicketChange> {
  const held = await lockTicket(db, id)
  if (!held) return { kind: 'unknown' }
  const refused = refusal(held.ticket, staffId)
  if (refused) return refused
  const memory = afresh(json<Memory>(held.conversation.memory))
  if (visit) await visitAfterTicket(access, db, held.ticket)
  return move(access, db, held, { ticket: { stage: 'resolved', resolved_at: access.now() }, memory, ...ending })
}

async function reply(
  access: Access,
  db: Db,
  id: string,
  staffId: string,
  { attachments: ids = [], ...message }: Parameters<TicketStore['reply']>[2],
): ReturnType<TicketStore['reply']> {
  const held = await lockTicket(db, id)
  if (!held) return { kind: 'unknown' }
  const { conversation, ticket } = held
  const before = await db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversation.id)
    .where('speaker', '=', 'staff')
    .where('client_message_id', '=', message.clientMessageId)
    .executeTakeFirst()
  if (before) return { kind: 'ok', message: toMessage(before) }
  const refused = refusal(ticket, staffId)
  if (refused) return refused
  const author = await staffName(db, staffId)
  const attachments = await takeUp(db, conversation.id, conversation.last_seq + 1, ids, staffId)
  if (!attachments) return { kind: 'attachment' }
  const draft = { from: 'staff' as const, author, ...message, ...(attachments.length && { attachments }) }
  const [row] = await append(access, db, conversation, [draft])
  await change(access, db, conversation, { messages: 1, newVersion: true })
  return { kind: 'ok', message: toMessage(row!) }
}

async function note(
  access: Access,
  db: Db,
  id: string,
  staffId: string,
  text: string,
  mentions: readonly string[] = [],
): Promise<TicketNote | undefined> {
  const ticket = await db.selectFrom('tickets').select('id').where('id', '=', id).executeTakeFirst()
  if (!ticket) return undefined
  const author = await staffName(db, staffId)
  const row = { id: access.newId(), ticket_id: id, author, text, created_at: access.now() }
  await db.insertInto('ticket_notes').values(row).execute()
  await mention(access, db, { id: row.id, ticketId: id }, mentions)
  const names = await Promise.all(mentions.map((called) => staffName(db, called)))
  return { ...toNote(row), ...(names.length > 0 && { mentions: names }) }
}

type Changes = Pick<TicketStore, 'claim' | 'release' | 'resolve' | 'returnToBot' | 'reply' | 'note' | 'seen'>

/** What staff do with a ticket. Each makes a turn that is being thought out meanwhile start again. */
export function ticketChanges(access: Access): Changes {
  return {
    claim: (id, staffId, says, most) => access.write((db) => claim(access, db, id, staffId, says, most)),
    release: (id, staffId, says) => access.write((db) => release(access, db, id, staffId, says)),
    resolve: (id, staffId, says, choices) =>
      access.write((db) => end(access, db, id, staffId, { says, ...(choices && { choices }), visit: true })),
    returnToBot: (id, staffId, says) => access.write((db) => end(access, db, id, staffId, { says })),
    reply: (id, staffId, message) => access.write((db) => reply(access, db, id, staffId, message), id),
    note: (id, staffId, text, mentions) => access.write((db) => note(access, db, id, staffId, text, mentions)),
    seen: (id, staffId) => access.write((db) => seen(access, db, id, staffId)),
  }
}

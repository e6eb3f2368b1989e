import { sql } from 'kysely'
import type { OverdueTicket, OverdueWords } from '../bot/ports.ts'
import type { Locale } from '../bot/types.ts'
import type { Access } from './access.ts'
import { priorityRank, type TicketWithHolder, toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'
import { takeKey } from './ticketOfTurn.ts'
import { tickets } from './ticketRows.ts'
import { append, change, lockConversation } from './transcript.ts'

/** Looked at in one go; what is left comes with the next. */
const MOST = 500
const HIGH = priorityRank('high')

/** Taken in the transaction that says it, so that it is said once. */
const keyOf = (ticketId: string): string => `overdue/${ticketId}`

/** Due, and since it was opened no member of staff has said a word, or nobody holds it any more. */
function unanswered(access: Access, db: Db) {
  return tickets(db)
    .where('tickets.stage', '!=', 'resolved')
    .where('tickets.due_at', '<=', access.now())
    .where(sql<boolean>`not exists (select 1 from ticket_keys where ticket_keys.key = 'overdue/' || tickets.id)`)
    .where(sql<boolean>`(tickets.stage = 'waiting' or not exists (
      select 1 from messages where messages.conversation_id = tickets.conversation_id
      and messages.speaker = 'staff' and messages.created_at >= tickets.created_at))`)
}

/** Those that nobody has spoken of yet, the most urgent first. */
export async function overdue(access: Access, db: Db): Promise<OverdueTicket[]> {
  const rows = await unanswered(access, db)
    .innerJoin('conversations', 'conversations.id', 'tickets.conversation_id')
    .select('conversations.locale as locale')
    .orderBy('tickets.priority')
    .orderBy('tickets.due_at')
    .orderBy('tickets.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...toTicketRow(row), locale: row.locale as Locale }))
}

/** An overdue matter is no emergency: it is raised to `high` at most. */
function raised(ticket: TicketWithHolder): number {
  return ticket.priority > HIGH ? HIGH : ticket.priority
}

/** False when it was answered, resolved, taken or spoken of meanwhile: `says` may no longer be true then. */
export async function escalate(access: Access, db: Db, seen: OverdueTicket, words: OverdueWords): Promise<boolean> {
  const conversation = await lockConversation(db, seen.conversationId)
  const ticket = await unanswered(access, db).where('tickets.id', '=', seen.id).executeTakeFirst()
  if (!ticket || ticket.stage !== seen.stage || ticket.holder !== (seen.assignee ?? null)) return false
  if (!(await takeKey(access, db, keyOf(seen.id)))) return false
  const values = { priority: raised(ticket), team: words.team }
  await db.updateTable('tickets').set(values).where('id', '=', seen.id).execute()
  const note = { id: access.newId(), ticket_id: seen.id, author: words.author, text: words.note }
  await db
    .insertInto('ticket_notes')
    .values({ ...note, created_at: access.now() })
    .execute()
  await append(access, db, conversation, [{ from: 'system', text: words.says }])
  await change(access, db, conversation, { messages: 1, newVersion: true })
  return true
}

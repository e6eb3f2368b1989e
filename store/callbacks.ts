import type { CallbackStore } from '../bot/ports/callbacks.ts'
import type { Callback, OwedCallback } from '../bot/types.ts'
import type { Access } from './access.ts'
import { some } from './rows.ts'
import type { Db, Row } from './schema.ts'

const MOST = 200

const toCallback = (row: Row<'callbacks'>): Callback => ({
  id: row.id,
  community: row.community,
  ticketId: row.ticket_id,
  by: row.author,
  dueAt: row.due_at,
  matter: row.matter,
  createdAt: row.created_at,
  ...some('doneAt', row.done_at),
  ...some('doneBy', row.done_by),
  ...some('doneWord', row.done_word),
})

async function add(
  access: Access,
  db: Db,
  ticketId: string,
  { authorId, by, dueAt, matter }: Parameters<CallbackStore['add']>[1],
): Promise<Callback | undefined> {
  const ticket = await db
    .selectFrom('tickets')
    .select(['community', 'conversation_id'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) return undefined
  const row = await db
    .insertInto('callbacks')
    .values({
      id: access.newId(),
      community: ticket.community,
      conversation_id: ticket.conversation_id,
      ticket_id: ticketId,
      author_id: authorId,
      author: by,
      due_at: dueAt,
      matter,
      created_at: access.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toCallback(row)
}

async function find(db: Db, id: string): Promise<Callback | undefined> {
  const row = await db.selectFrom('callbacks').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toCallback(row)
}

async function ofTickets(db: Db, ticketIds: readonly string[]): Promise<Callback[]> {
  if (!ticketIds.length) return []
  const rows = await db
    .selectFrom('callbacks')
    .selectAll()
    .where('ticket_id', 'in', ticketIds)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toCallback)
}

async function owed(
  db: Db,
  { before, community, communities }: Parameters<CallbackStore['owed']>[0],
): Promise<OwedCallback[]> {
  let query = db
    .selectFrom('callbacks')
    .innerJoin('tickets', 'tickets.id', 'callbacks.ticket_id')
    .leftJoin('staff', 'staff.id', 'tickets.assignee')
    .selectAll('callbacks')
    .select(['tickets.summary', 'tickets.home', 'staff.name as holder'])
    .where('callbacks.done_at', 'is', null)
    .where('callbacks.due_at', '<', before)
  if (community) query = query.where('callbacks.community', '=', community)
  if (communities) query = query.where('callbacks.community', 'in', communities)
  const rows = await query.orderBy('callbacks.due_at').orderBy('callbacks.id').limit(MOST).execute()
  return rows.map((row) => ({
    ...toCallback(row),
    summary: row.summary,
    ...some('home', row.home),
    ...some('assignee', row.holder),
  }))
}

async function done(access: Access, db: Db, id: string, by: string, word: string): Promise<Callback | undefined> {
  const values = { done_at: access.now(), done_by: by, done_word: word || null }
  await db.updateTable('callbacks').set(values).where('id', '=', id).where('done_at', 'is', null).execute()
  return find(db, id)
}

/** Who is to be rung back by when, and who promised it. */
export function callbackStore(access: Access): CallbackStore {
  return {
    add: (ticketId, callback) => access.write((db) => add(access, db, ticketId, callback)),
    find: (id) => access.read((db) => find(db, id)),
    ofTicket: (ticketId) => access.read((db) => ofTickets(db, [ticketId])),
    ofTickets: (ticketIds) => access.read((db) => ofTickets(db, ticketIds)),
    owed: (filter) => access.read((db) => owed(db, filter)),
    done: (id, by, word) => access.write((db) => done(access, db, id, by, word)),
  }
}

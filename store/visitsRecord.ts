import type { VisitRecorded, VisitWords } from '../bot/ports/visits.ts'
import { VISIT_TRIES, type VisitCall, type VisitState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { priorityRank } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { noted } from './ticketNotes.ts'
import { openTicketOf } from './ticketOfTurn.ts'
import { append, change, lockConversation } from './transcript.ts'
import { wholeVisits } from './visitsRows.ts'
import { addLine, inWordsOf, wholeOrder } from './workOrdersRows.ts'
import { lockReaders, tellReaders } from './workOrdersTell.ts'

const HIGH = priorityRank('high')

type VisitRow = Row<'visits'>

const rowOf = (db: Db, id: string): Promise<VisitRow | undefined> =>
  db.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirst()

/** The work order, with everybody who reported it held before it, as in every turn. */
async function lockOrderOf(db: Db, orderId: string): Promise<Row<'work_orders'>> {
  const { number } = await db
    .selectFrom('work_orders')
    .select('number')
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  await lockReaders(db, number)
  return db.selectFrom('work_orders').selectAll().where('id', '=', orderId).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Writes down what came of asking; of two at once one is told that it is over. */
export async function recordVisit(
  access: Access,
  db: Db,
  id: string,
  call: Omit<VisitCall, 'at'>,
  words: VisitWords,
): Promise<VisitRecorded> {
  const seen = await rowOf(db, id)
  if (!seen) return { kind: 'unknown' }
  const order = seen.order_id === null ? undefined : await lockOrderOf(db, seen.order_id)
  const conversation = order ? undefined : await lockConversation(db, seen.conversation_id)
  const visit = await rowOf(db, id)
  if (visit?.state !== 'open') return { kind: 'over' }
  if (visit.closed_by === call.by) return { kind: 'same' }
  const state = await written(access, db, visit, call)
  const told =
    state !== 'not_solved'
      ? []
      : order
        ? await reopenOrder(access, db, order, call, words)
        : conversation
          ? await reopenTicket(access, db, conversation, visit, words, call.by)
          : []
  const [whole] = await wholeVisits(db, [{ ...visit, state }])
  return { kind: 'ok', visit: whole!, told }
}

async function written(access: Access, db: Db, visit: VisitRow, call: Omit<VisitCall, 'at'>): Promise<VisitState> {
  const { by, result, satisfaction, note } = call
  const of = { id: access.newId(), visit_id: visit.id, conversation_id: visit.conversation_id, at: access.now() }
  await db
    .insertInto('visit_calls')
    .values({ ...of, author: by, result, satisfaction: satisfaction ?? null, note: note ?? null })
    .execute()
  const state = result === 'not_reached' && (await tries(db, visit.id)) < VISIT_TRIES ? 'open' : result
  await db.updateTable('visits').set({ state }).where('id', '=', visit.id).execute()
  return state
}

async function tries(db: Db, visitId: string): Promise<number> {
  const { n } = await db
    .selectFrom('visit_calls')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('visit_id', '=', visitId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** However long ago it was done: somebody of the staff has just heard that it isn't. */
async function reopenOrder(
  access: Access,
  db: Db,
  order: Row<'work_orders'>,
  { by, note }: Pick<VisitCall, 'by' | 'note'>,
  words: VisitWords,
): Promise<string[]> {
  if (order.state !== 'done') return []
  const set = { state: 'filed', scheduled_for: null, worker: null, updated_at: access.now() }
  await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
  const open = { ...order, ...set }
  await addLine(access, db, open, { kind: 'reopened', by, ...(note && { note }) })
  const whole = await wholeOrder(db, open)
  return tellReaders(access, db, open, undefined, (reader) =>
    words.order(reader, inWordsOf(whole, JSON.stringify(reader.slots))),
  )
}

/** Back into the queue with all that was said; where the owner has a newer ticket open, that one learns of it. */
async function reopenTicket(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  visit: VisitRow,
  words: VisitWords,
  by: string,
): Promise<string[]> {
  const newer = await openTicketOf(db, conversation.id)
  const id = newer?.id ?? visit.ticket_id ?? ''
  await noted(access, db, id, by, words.note)
  if (!newer) await intoQueue(db, id, words.dueAt)
  await append(access, db, conversation, [{ from: 'system', text: words.ticket }])
  await change(access, db, conversation, { ...(!newer && { stage: 'waiting' }), messages: 1, newVersion: true })
  return [conversation.id]
}

async function intoQueue(db: Db, id: string, dueAt: string): Promise<void> {
  const { priority } = await db.selectFrom('tickets').select('priority').where('id', '=', id).executeTakeFirstOrThrow()
  const free = { stage: 'waiting', assignee: null, held_since: null, resolved_at: null }
  await db
    .updateTable('tickets')
    .set({ ...free, due_at: dueAt, priority: Math.min(priority, HIGH) })
    .where('id', '=', id)
    .execute()
  // It may be late a second time, and is spoken of then.
  await db.deleteFrom('ticket_keys').where('key', '=', `overdue/${id}`).execute()
}

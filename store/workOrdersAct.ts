import { isOpenOrder, type OrderAct, reopensAt, type WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'
import { addLine, follower, lockOrder, type OrderRow } from './workOrdersRows.ts'
import { tellReaders } from './workOrdersTell.ts'

const HOUR_MS = 3_600_000

/**
 * What an owner does with a work order of theirs, as far as its present state lets them.
 * @returns the other conversations that were told of it
 */
export async function actOnOrder(access: Access, db: Db, conversationId: string, act: OrderAct): Promise<string[]> {
  const order = await lockOrder(db, act.number)
  if (!order || !(await follower(db, order.id, conversationId))) return []
  switch (act.kind) {
    case 'urge':
      await urge(access, db, order)
      return []
    case 'rate':
      await rate(access, db, order, conversationId, act.score)
      return []
    case 'withdraw':
      await withdraw(access, db, order, conversationId)
      return []
    case 'reopen':
      return reopen(access, db, order, conversationId, act)
    default:
      return act satisfies never
  }
}

/** Once an hour, whoever of its owners urges. */
async function urge(access: Access, db: Db, order: OrderRow): Promise<void> {
  const since = new Date(Date.parse(access.now()) - HOUR_MS).toISOString()
  const before = await db
    .selectFrom('work_order_lines')
    .select('id')
    .where('order_id', '=', order.id)
    .where('kind', '=', 'urged')
    .where('at', '>', since)
    .executeTakeFirst()
  if (before || !isOpenOrder(order.state as WorkOrderState)) return
  await addLine(access, db, order, { kind: 'urged' })
  await db.updateTable('work_orders').set({ updated_at: access.now() }).where('id', '=', order.id).execute()
}

async function rate(access: Access, db: Db, order: OrderRow, conversationId: string, score: number): Promise<void> {
  const row = { order_id: order.id, conversation_id: conversationId, score, at: access.now() }
  await db
    .insertInto('work_order_ratings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['order_id', 'conversation_id']).doUpdateSet({ score, at: row.at }))
    .execute()
  await addLine(access, db, order, { kind: 'rated', note: String(score) })
}

/** Others who reported it still want it done; then only this one is no longer told. */
async function withdraw(access: Access, db: Db, order: OrderRow, conversationId: string): Promise<void> {
  if (order.state !== 'filed') return
  const others = await db
    .selectFrom('work_order_followers')
    .selectAll()
    .where('order_id', '=', order.id)
    .where('conversation_id', '!=', conversationId)
    .orderBy('since')
    .execute()
  const next = others[0]
  if (!next) {
    const cancelled = { ...order, state: 'cancelled' }
    await addLine(access, db, cancelled, { kind: 'withdrawn' })
    const set = { state: 'cancelled', updated_at: access.now() }
    await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
    return
  }
  await db
    .deleteFrom('work_order_followers')
    .where('order_id', '=', order.id)
    .where('conversation_id', '=', conversationId)
    .execute()
  // It goes on in the words of an owner who still wants it.
  const set = { conversation_id: next.conversation_id, slots: next.slots, updated_at: access.now() }
  await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
  await addLine(access, db, { ...order, ...set }, { kind: 'withdrawn' })
}

async function reopen(
  access: Access,
  db: Db,
  order: OrderRow,
  conversationId: string,
  act: Extract<OrderAct, { kind: 'reopen' }>,
): Promise<string[]> {
  if (order.state !== 'done' || !reopensAt(order.updated_at, new Date(access.now()))) return []
  const set = { state: 'filed', scheduled_for: null, worker: null, updated_at: access.now() }
  await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
  await addLine(access, db, { ...order, ...set }, { kind: 'reopened', note: act.note })
  const { others } = act
  if (!others) return []
  return tellReaders(access, db, order, conversationId, ({ locale }) => ({ text: others[locale] }))
}

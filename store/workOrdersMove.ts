import type { OrderMove, OrderMoved, OrderReader } from '../bot/ports/workOrders.ts'
import { movesFrom, type Reply, reopensAt, type WorkOrder, type WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'
import { addLine, inWordsOf, lockOrder, type OrderRow, wholeOrder } from './workOrdersRows.ts'
import { lockReaders, tellReaders } from './workOrdersTell.ts'

/** Moves a work order along its graph, with a dated line, and tells everybody who reported it. */
export async function moveWorkOrder(
  access: Access,
  db: Db,
  number: string,
  move: OrderMove,
  says: (reader: OrderReader, order: WorkOrder) => Reply,
): Promise<OrderMoved> {
  await lockReaders(db, number)
  const order = await lockOrder(db, number)
  if (!order) return { kind: 'unknown' }
  const from = order.state as WorkOrderState
  if (!movesFrom(from).includes(move.state)) return { kind: 'illegal', from }
  if (from === 'done' && !reopensAt(order.updated_at, new Date(access.now()))) return { kind: 'late' }
  const moved = { ...order, ...valuesOf(access, order, move) }
  await db
    .updateTable('work_orders')
    .set(valuesOf(access, order, move))
    .where('id', '=', order.id)
    .execute()
  const { by, scheduledFor, worker, note } = move
  const more = { ...(scheduledFor && { scheduledFor }), ...(worker && { worker }), ...(note && { note }) }
  await addLine(access, db, moved, { kind: from === 'done' ? 'reopened' : 'moved', by, ...more })
  const whole = await wholeOrder(db, moved)
  const told = await tellReaders(access, db, moved, undefined, (reader) =>
    says(reader, inWordsOf(whole, JSON.stringify(reader.slots))),
  )
  return { kind: 'ok', order: whole, told }
}

/** A visit belongs to `scheduled`; done, the record of who came stays. */
function valuesOf(access: Access, order: OrderRow, { state, scheduledFor, worker }: OrderMove) {
  const base = { state, updated_at: access.now() }
  switch (state) {
    case 'scheduled':
      return { ...base, scheduled_for: scheduledFor ?? null, worker: worker ?? order.worker }
    case 'done':
      return { ...base, worker: worker ?? order.worker }
    case 'accepted':
      return { ...base, scheduled_for: null, worker: worker ?? null }
    case 'filed':
    case 'cancelled':
      return { ...base, scheduled_for: null, worker: null }
    default:
      return state satisfies never
  }
}

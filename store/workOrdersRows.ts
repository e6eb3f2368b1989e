import {
  type Attachment,
  attachmentLink,
  type Slots,
  type WorkOrder,
  type WorkOrderLine,
  type WorkOrderState,
} from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, some, someJson, text } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { visitAfterLine } from './visitsDue.ts'

export type OrderRow = Row<'work_orders'>

function toLine(row: Row<'work_order_lines'>): WorkOrderLine {
  return {
    at: row.at,
    kind: row.kind as WorkOrderLine['kind'],
    state: row.state as WorkOrderState,
    ...some('by', row.author),
    ...some('scheduledFor', row.scheduled_for),
    ...some('worker', row.worker),
    ...some('note', row.note),
    ...someJson<'file', Attachment>('file', row.file),
  }
}

function toOrder(row: OrderRow, lines: Row<'work_order_lines'>[], followers: number): WorkOrder {
  return {
    id: row.id,
    number: row.number,
    conversationId: row.conversation_id,
    community: row.community,
    intent: row.intent,
    slots: json(row.slots),
    ...someJson<'attachments', Attachment[]>('attachments', row.attachments),
    state: row.state as WorkOrderState,
    ...some('scheduledFor', row.scheduled_for),
    ...some('worker', row.worker),
    ...some('continues', row.continues),
    followers,
    lines: lines.map(toLine),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** So many ids a query, well under what a database takes as values. */
const AT_ONCE = 500

/** The rows with their history and how many reported them, in the same order. */
export async function wholeOrders(db: Db, rows: OrderRow[]): Promise<WorkOrder[]> {
  const whole: WorkOrder[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    whole.push(...(await wholeSome(db, rows.slice(from, from + AT_ONCE))))
  }
  return whole
}

async function wholeSome(db: Db, rows: OrderRow[]): Promise<WorkOrder[]> {
  const ids = rows.map(({ id }) => id)
  const lines = await db
    .selectFrom('work_order_lines')
    .selectAll()
    .where('order_id', 'in', ids)
    .orderBy('order_id')
    .orderBy('position')
    .execute()
  const counts = await db
    .selectFrom('work_order_followers')
    .select('order_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('order_id', 'in', ids)
    .groupBy('order_id')
    .execute()
  const followers = new Map(counts.map(({ order_id, n }) => [order_id, Number(n)]))
  const byOrder = new Map<string, Row<'work_order_lines'>[]>()
  for (const line of lines) byOrder.set(line.order_id, [...(byOrder.get(line.order_id) ?? []), line])
  return rows.map((row) => toOrder(row, byOrder.get(row.id) ?? [], followers.get(row.id) ?? 0))
}

export async function wholeOrder(db: Db, row: OrderRow): Promise<WorkOrder> {
  const [order] = await wholeOrders(db, [row])
  return order as WorkOrder
}

/** The same work order as one of its owners reads it: with what they said themselves. */
export const inWordsOf = (order: WorkOrder, slots: string): WorkOrder => ({ ...order, slots: json<Slots>(slots) })

export function byNumber(db: Db, number: string): Promise<OrderRow | undefined> {
  return db.selectFrom('work_orders').selectAll().where('number', '=', number).executeTakeFirst()
}

/** Reads it and holds it until the end of the transaction. */
export function lockOrder(db: Db, number: string): Promise<OrderRow | undefined> {
  return db.selectFrom('work_orders').selectAll().where('number', '=', number).forNoKeyUpdate().executeTakeFirst()
}

/**
 * Adds a dated line to the locked work order, whom somebody is to ask whether it held, and what the company's own system
 * is to be told, to the same transaction.
 */
export async function addLine(
  access: Access,
  db: Db,
  order: OrderRow,
  line: Omit<WorkOrderLine, 'at' | 'state'>,
): Promise<void> {
  const last = await db
    .selectFrom('work_order_lines')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('order_id', '=', order.id)
    .executeTakeFirst()
  const row = {
    id: access.newId(),
    order_id: order.id,
    position: Number(last?.position ?? 0) + 1,
    kind: line.kind,
    state: order.state,
    author: line.by ?? null,
    scheduled_for: line.scheduledFor ?? null,
    worker: line.worker ?? null,
    note: line.note ?? null,
    file: text(line.file),
    at: access.now(),
  }
  await db.insertInto('work_order_lines').values(row).execute()
  await visitAfterLine(access, db, order, line)
  if (access.pushesWorkOrders) await addPush(access, db, order, toLine(row))
}

/** With where staff can look at each. */
function filesOf({ attachments }: OrderRow) {
  if (attachments === null) return {}
  return { attachments: json<Attachment[]>(attachments).map((file) => ({ ...file, link: attachmentLink(file) })) }
}

async function addPush(access: Access, db: Db, order: OrderRow, line: WorkOrderLine): Promise<void> {
  const last = await db
    .selectFrom('work_order_pushes')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  const { number, community, intent, state, created_at: createdAt, scheduled_for, worker, continues } = order
  const id = access.newId()
  const visit = { ...some('scheduledFor', scheduled_for), ...some('worker', worker), ...some('continues', continues) }
  const workOrder = {
    number,
    community,
    intent,
    state,
    createdAt,
    slots: json<Slots>(order.slots),
    ...visit,
    ...filesOf(order),
  }
  await db
    .insertInto('work_order_pushes')
    .values({
      id,
      number,
      position: Number(last?.position ?? 0) + 1,
      body: JSON.stringify({ id, event: line.kind, line, workOrder }),
      state: 'pending',
      attempts: 0,
      next_at: access.now(),
    })
    .execute()
}

/** What this conversation has to do with the work order; undefined: nothing. */
export function follower(
  db: Db,
  orderId: string,
  conversationId: string,
): Promise<Row<'work_order_followers'> | undefined> {
  return db
    .selectFrom('work_order_followers')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
}

import { type ExpressionBuilder, sql } from 'kysely'
import type { WorkOrderFilter, WorkOrderStore } from '../bot/ports/workOrders.ts'
import type { WorkOrder } from '../bot/types.ts'
import type { Access } from './access.ts'
import { containing, like, lower } from './like.ts'
import { json } from './rows.ts'
import type { Db, Schema } from './schema.ts'
import { moveWorkOrder } from './workOrdersMove.ts'
import { orderPushes } from './workOrdersPushes.ts'
import { byNumber, inWordsOf, wholeOrder, wholeOrders } from './workOrdersRows.ts'
import { urgeByClerk } from './workOrdersUrge.ts'

const COUNTER = 'work_order'
/** Four digits from the first one on, so that a number looks like a number when it is read out on the phone. */
const FIRST_NUMBER = 1001
const PAGE = 50

async function nextNumber(db: Db): Promise<string> {
  const row = await db
    .insertInto('counters')
    .values({ name: COUNTER, value: FIRST_NUMBER })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return String(row.value)
}

async function ofConversation(db: Db, conversationId: string): Promise<WorkOrder[]> {
  const rows = await db
    .selectFrom('work_orders')
    .innerJoin('work_order_followers', 'work_order_followers.order_id', 'work_orders.id')
    .selectAll('work_orders')
    .select('work_order_followers.slots as own')
    .where('work_order_followers.conversation_id', '=', conversationId)
    .orderBy('work_order_followers.since', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const orders = await wholeOrders(db, rows)
  return orders.map((order, at) => inWordsOf(order, rows[at]!.own))
}

function matching({ state, community, communities, q }: WorkOrderFilter) {
  return (eb: ExpressionBuilder<Schema, 'work_orders'>) => {
    const words = (q ?? '').trim()
    return eb.and([
      ...(state ? [eb('state', '=', state)] : []),
      ...(community ? [eb('community', '=', community)] : []),
      ...(communities ? [eb('community', 'in', communities)] : []),
      ...(words ? [eb.or([eb('number', '=', words), like(sql`lower(slots)`, containing(lower(words)))])] : []),
    ])
  }
}

/** Urged and not done: what somebody waits for comes first. */
const urgedAt = sql<string | null>`case when state in ('done', 'cancelled') then null else (
  select max(at) from work_order_lines where order_id = work_orders.id and kind = 'urged') end`

async function list(db: Db, filter: WorkOrderFilter): Promise<{ workOrders: WorkOrder[]; total: number }> {
  const found = db.selectFrom('work_orders').where(matching(filter))
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .orderBy(sql`case when ${urgedAt} is null then 1 else 0 end`)
    .orderBy(urgedAt, 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(PAGE)
    .offset(((filter.page ?? 1) - 1) * PAGE)
    .execute()
  return { workOrders: await wholeOrders(db, rows), total: Number(total) }
}

async function all(db: Db, filter: WorkOrderFilter, limit: number): Promise<WorkOrder[]> {
  const rows = await db
    .selectFrom('work_orders')
    .selectAll()
    .where(matching(filter))
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return wholeOrders(db, rows)
}

async function reports(db: Db, number: string): ReturnType<WorkOrderStore['reports']> {
  const rows = await db
    .selectFrom('work_order_followers')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_followers.order_id')
    .select(['work_order_followers.conversation_id as conversationId', 'work_order_followers.slots as own', 'since'])
    .where('number', '=', number)
    .orderBy('since')
    .orderBy('work_order_followers.conversation_id')
    .execute()
  return rows.map(({ conversationId, own, since }) => ({ conversationId, slots: json(own), since }))
}

async function ratings(db: Db, number: string): ReturnType<WorkOrderStore['ratings']> {
  const rows = await db
    .selectFrom('work_order_ratings')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_ratings.order_id')
    .select(['work_order_ratings.conversation_id as conversationId', 'score', 'at'])
    .where('number', '=', number)
    .orderBy('at', 'desc')
    .orderBy('work_order_ratings.conversation_id')
    .execute()
  return rows
}

async function found(db: Db, number: string, community?: string): Promise<WorkOrder | undefined> {
  const row = await byNumber(db, number)
  return row && (community === undefined || row.community === community) ? wholeOrder(db, row) : undefined
}

/** Repairs and other jobs. A number that was reserved and not used is left out; nobody else gets it. */
export function workOrderStore(access: Access): WorkOrderStore {
  return {
    reserveNumber: () => access.write(nextNumber),
    ofConversation: (conversationId) => access.read((db) => ofConversation(db, conversationId)),
    find: (community, number) => access.read((db) => found(db, number, community)),
    byNumber: (number) => access.read((db) => found(db, number)),
    reports: (number) => access.read((db) => reports(db, number)),
    ratings: (number) => access.read((db) => ratings(db, number)),
    list: (filter) => access.read((db) => list(db, filter)),
    all: (filter, limit) => access.read((db) => all(db, filter, limit)),
    urge: (number, by, note) => access.write((db) => urgeByClerk(access, db, number, by, note)),
    move: (number, move, says) => access.write((db) => moveWorkOrder(access, db, number, move, says)),
    ...orderPushes(access),
  }
}

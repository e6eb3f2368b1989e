import type { HouseholdRecord } from '../bot/ports/household.ts'
import type { Subscription, Visit } from '../bot/types.ts'
import { json, toNote } from './rows.ts'
import type { Db } from './schema.ts'
import { wholeVisits } from './visitsRows.ts'
import { wholeOrders } from './workOrdersRows.ts'

const MOST = 100

/** Those that these conversations reported, and those of these numbers, with who reported each. */
export async function ordersReported(
  db: Db,
  conversations: string[],
  numbers: string[],
): Promise<HouseholdRecord['workOrders']> {
  if (!conversations.length && !numbers.length) return []
  const rows = await db
    .selectFrom('work_orders')
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(numbers.length ? [eb('number', 'in', numbers)] : []),
        ...(conversations.length
          ? [
              eb('id', 'in', (followed) =>
                followed
                  .selectFrom('work_order_followers')
                  .select('order_id')
                  .where('conversation_id', 'in', conversations),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(MOST)
    .execute()
  const reporters = await reportersOf(
    db,
    rows.map(({ id }) => id),
  )
  return (await wholeOrders(db, rows)).map((order) => ({ ...order, reportedBy: reporters.get(order.id) ?? [] }))
}

async function reportersOf(db: Db, ids: string[]): Promise<Map<string, string[]>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('work_order_followers')
    .select(['order_id', 'conversation_id'])
    .where('order_id', 'in', ids)
    .orderBy('since')
    .orderBy('conversation_id')
    .execute()
  const all = new Map<string, string[]>()
  for (const { order_id, conversation_id } of rows) all.set(order_id, [...(all.get(order_id) ?? []), conversation_id])
  return all
}

export async function visitsOf(db: Db, { tickets, orders }: { tickets: string[]; orders: string[] }): Promise<Visit[]> {
  if (!tickets.length && !orders.length) return []
  const rows = await db
    .selectFrom('visits')
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(tickets.length ? [eb('ticket_id', 'in', tickets)] : []),
        ...(orders.length ? [eb('order_id', 'in', orders)] : []),
      ]),
    )
    .where('state', '!=', 'moot')
    .orderBy('closed_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return wholeVisits(db, rows)
}

export async function subscriptionsOf(db: Db, conversations: string[]): Promise<Subscription[]> {
  if (!conversations.length) return []
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('conversation_id', 'in', conversations)
    .orderBy('created_at', 'desc')
    .orderBy('conversation_id')
    .orderBy('topic')
    .limit(MOST)
    .execute()
  return rows.map(({ conversation_id, community, topic, home, created_at }) => ({
    conversationId: conversation_id,
    community,
    topic,
    home: json(home),
    createdAt: created_at,
  }))
}

/** What staff wrote there among themselves. */
export async function notesOf(db: Db, tickets: string[]): Promise<HouseholdRecord['notes']> {
  if (!tickets.length) return []
  const rows = await db
    .selectFrom('ticket_notes')
    .selectAll()
    .where('ticket_id', 'in', tickets)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...toNote(row), ticketId: row.ticket_id }))
}

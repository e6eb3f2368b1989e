import type { OrderReader } from '../bot/ports/workOrders.ts'
import type { ChannelName, Locale, Reply, Slots } from '../bot/types.ts'
import type { Access } from './access.ts'
import { enqueue } from './outboxQueue.ts'
import { json } from './rows.ts'
import type { Db } from './schema.ts'
import { append, change, isSpoken, lockConversation, lockConversations, PULLED } from './transcript.ts'
import type { OrderRow } from './workOrdersRows.ts'

const DAY_MS = 24 * 3_600_000
/** Days after an emergency in which nobody is asked for a rating. */
const QUIET_DAYS = 7

/**
 * Adds a message to a conversation, in whatever stage it is; while staff hold it, it is the system's. Where the channel
 * has to be called, it goes through the outbox.
 */
export async function tell(
  access: Access,
  db: Db,
  conversationId: string,
  says: (reader: { community: string; locale: Locale }) => Reply,
): Promise<void> {
  const conversation = await lockConversation(db, conversationId)
  const { community, locale, stage, channel } = conversation
  const reply = says({ community, locale: locale as Locale })
  if (!PULLED.includes(channel as ChannelName) && !isSpoken(channel)) {
    const push = { conversationId, cause: `told/${access.newId()}`, reply, dueAt: access.now() }
    return enqueue(access, db, [push])
  }
  const from = stage === 'staff' ? 'system' : 'bot'
  await append(access, db, conversation, [{ from, ...reply }])
  // A turn under way starts again, since what it read of the record may have changed.
  await change(access, db, conversation, { messages: 1, newVersion: true })
}

/** Holds the conversations of everybody who reported it; before the work order itself, as every turn does. */
export async function lockReaders(db: Db, number: string): Promise<void> {
  const followers = await db
    .selectFrom('work_order_followers')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_followers.order_id')
    .select('work_order_followers.conversation_id as id')
    .where('work_orders.number', '=', number)
    .execute()
  await lockConversations(
    db,
    followers.map(({ id }) => id),
  )
}

/**
 * Tells everybody who reported the work order, except one.
 * @returns the conversations that were told
 */
export async function tellReaders(
  access: Access,
  db: Db,
  order: OrderRow,
  except: string | undefined,
  says: (reader: OrderReader) => Reply,
): Promise<string[]> {
  const followers = await db
    .selectFrom('work_order_followers')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('conversation_id')
    .execute()
  const readers = followers.filter(({ conversation_id }) => conversation_id !== except)
  await lockConversations(
    db,
    readers.map(({ conversation_id }) => conversation_id),
  )
  for (const { conversation_id, slots } of readers) {
    const afterEmergency = await hadEmergency(access, db, conversation_id)
    const own = { slots: json<Slots>(slots), afterEmergency }
    await tell(access, db, conversation_id, (reader) => says({ ...reader, ...own }))
  }
  return readers.map(({ conversation_id }) => conversation_id)
}

async function hadEmergency(access: Access, db: Db, conversationId: string): Promise<boolean> {
  const since = new Date(Date.parse(access.now()) - QUIET_DAYS * DAY_MS).toISOString()
  const row = await db
    .selectFrom('messages')
    .select('seq')
    .where('conversation_id', '=', conversationId)
    .where('action', '=', 'emergency')
    .where('created_at', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}

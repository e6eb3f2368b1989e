import type { DeliveryStore, Undelivered, UndeliveredFilter, UndeliveredState } from '../bot/ports.ts'
import type { ChannelName, DeliveryReason, MessageDelivery, Reply } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, some } from './rows.ts'
import type { Db } from './schema.ts'
import { lockConversation } from './transcript.ts'

const PAGE = 50
/** A position is an integer of 32 bits. */
const HIGHEST = 2 ** 31 - 1
const GIVEN_UP: readonly UndeliveredState[] = ['dead', 'unknown']

function givenUp(db: Db) {
  return db
    .selectFrom('outbox')
    .innerJoin('conversations', 'conversations.id', 'outbox.conversation_id')
    .leftJoin('messages', (join) =>
      join
        .onRef('messages.conversation_id', '=', 'outbox.conversation_id')
        .onRef('messages.seq', '=', 'outbox.message_seq'),
    )
    .where('outbox.state', 'in', GIVEN_UP)
}

function filtered(db: Db, { state, community, communities }: UndeliveredFilter) {
  let query = givenUp(db)
  if (state) query = query.where('outbox.state', '=', state)
  if (community) query = query.where('conversations.community', '=', community)
  if (communities) query = query.where('conversations.community', 'in', communities)
  return query
}

function withColumns(query: ReturnType<typeof givenUp>) {
  return query.select([
    'outbox.position as id',
    'outbox.state',
    'outbox.conversation_id',
    'outbox.reply',
    'outbox.attempts',
    'outbox.reason',
    'outbox.created_at',
    'outbox.settled_at',
    'conversations.community',
    'conversations.channel',
    'messages.text',
  ])
}

type Columns = Awaited<ReturnType<ReturnType<typeof withColumns>['executeTakeFirstOrThrow']>>

/** What never became a message is still a reply. */
const toUndelivered = (row: Columns): Undelivered => ({
  id: row.id,
  state: row.state as UndeliveredState,
  conversationId: row.conversation_id,
  community: row.community,
  channel: row.channel as ChannelName,
  text: row.text ?? json<Reply>(row.reply).text,
  attempts: row.attempts,
  ...some('reason', row.reason as DeliveryReason | null),
  createdAt: row.created_at,
  settledAt: row.settled_at ?? row.created_at,
})

async function list(db: Db, filter: UndeliveredFilter): Promise<{ deliveries: Undelivered[]; total: number }> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await withColumns(filtered(db, filter))
    .orderBy('outbox.settled_at', 'desc')
    .orderBy('outbox.position', 'desc')
    .limit(PAGE)
    .offset(((filter.page ?? 1) - 1) * PAGE)
    .execute()
  return { deliveries: rows.map(toUndelivered), total: Number(total) }
}

async function find(db: Db, id: number): Promise<Undelivered | undefined> {
  if (!Number.isSafeInteger(id) || id > HIGHEST) return undefined
  const row = await withColumns(givenUp(db)).where('outbox.position', '=', id).executeTakeFirst()
  return row && toUndelivered(row)
}

async function retry(access: Access, db: Db, id: number): Promise<boolean> {
  const found = await find(db, id)
  if (!found) return false
  await lockConversation(db, found.conversationId)
  const row = await db
    .updateTable('outbox')
    .set({ state: 'pending', attempts: 0, due_at: access.now(), settled_at: null, sending_since: null, reason: null })
    .where('position', '=', id)
    .where('state', 'in', GIVEN_UP)
    .returning('message_seq')
    .executeTakeFirst()
  if (!row) return false
  if (row.message_seq !== null) await startAfresh(db, found.conversationId, row.message_seq)
  return true
}

/** Parts that surely arrived are not sent twice; of the others nothing stands in the way any more. */
async function startAfresh(db: Db, conversationId: string, seq: number): Promise<void> {
  await db
    .deleteFrom('channel_sends')
    .where('conversation_id', '=', conversationId)
    .where('message_seq', '=', seq)
    .where('state', '!=', 'sent')
    .execute()
  await db
    .updateTable('messages')
    .set({ delivery: 'pending' })
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .execute()
}

async function ofConversation(db: Db, conversationId: string): Promise<MessageDelivery[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['position', 'message_seq', 'state', 'reason', 'attempts', 'due_at'])
    .where('conversation_id', '=', conversationId)
    .where('message_seq', 'is not', null)
    .where('state', '!=', 'sent')
    .orderBy('position')
    .execute()
  return rows.map(({ position, message_seq, state, reason, attempts, due_at }) => {
    const pending = state === 'pending' || state === 'leased'
    return {
      id: position,
      seq: message_seq ?? 0,
      state: pending ? 'pending' : (state as UndeliveredState),
      ...some('reason', reason as DeliveryReason | null),
      attempts,
      ...(pending && { dueAt: due_at }),
    }
  })
}

/** What owners did not get, and the way to send it again. */
export function deliveryStore(access: Access): DeliveryStore {
  return {
    list: (filter) => access.read((db) => list(db, filter)),
    find: (id) => access.read((db) => find(db, id)),
    ofConversation: (id) => access.read((db) => ofConversation(db, id)),
    retry: (id) => access.write((db) => retry(access, db, id)),
  }
}

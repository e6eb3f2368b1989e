import type { DeliveryStore, Undelivered, UndeliveredFilter, UndeliveredState } from '../bot/ports.ts'
import type { ChannelName, Reply } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json } from './rows.ts'
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
    .set({ state: 'pending', attempts: 0, due_at: access.now(), settled_at: null, sending_since: null })
    .where('position', '=', id)
    .where('state', 'in', GIVEN_UP)
    .returning('message_seq')
    .executeTakeFirst()
  if (!row) return false
  if (row.message_seq !== null)
    await db
      .updateTable('messages')
      .set({ delivery: 'pending' })
      .where('conversation_id', '=', found.conversationId)
      .where('seq', '=', row.message_seq)
      .execute()
  return true
}

/** What owners did not get, and the way to send it again. */
export function deliveryStore(access: Access): DeliveryStore {
  return {
    list: (filter) => access.read((db) => list(db, filter)),
    find: (id) => access.read((db) => find(db, id)),
    retry: (id) => access.write((db) => retry(access, db, id)),
  }
}

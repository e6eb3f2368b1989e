import { sql } from 'kysely'
import type { DataOwner, Erased } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { destroyKeys } from './auditSeal.ts'
import { containing, like } from './like.ts'
import { emptyHotline, emptyNotesWith, erasePlace } from './privacyPlace.ts'
import { deleteWhere, holders, LAST } from './privacyTables.ts'
import type { Db } from './schema.ts'
import { lockConversation } from './transcript.ts'

const NOTHING_REMEMBERED = JSON.stringify({ misses: 0, angry: 0, said: {} })

export async function erase(access: Access, db: Db, { conversations, homes, place }: DataOwner): Promise<Erased> {
  for (const id of conversations) await eraseConversation(access, db, id)
  for (const id of homes) await eraseHome(access, db, id)
  if (place) await erasePlace(db, place)
  return { conversations: conversations.length, homes: homes.length }
}

async function eraseConversation(access: Access, db: Db, id: string): Promise<void> {
  await lockConversation(db, id)
  const tickets = await idsOf(db.selectFrom('tickets').select('id').where('conversation_id', '=', id).execute())
  await erasePlatform(db, id)
  await eraseOrders(db, id)
  await letGoOfTickets(db, tickets)
  await access.search.forget(db, id)
  // Calls of a return visit point to it, and the visit to its ticket: the conversation's own rows come before those.
  const own = await holders(db, 'conversation_id')
  const erased = async (table: string) => deleteWhere(db, { table, column: 'conversation_id' }, [id])
  for (const table of own.filter((name) => !LAST.includes(name))) await erased(table)
  for (const table of await holders(db, 'ticket_id')) await deleteWhere(db, { table, column: 'ticket_id' }, tickets)
  for (const table of LAST) await erased(table)
  await db
    .updateTable('conversations')
    .set({
      memory: NOTHING_REMEMBERED,
      token_hash: '',
      stage: 'closed',
      verified: 0,
      locale: 'zh',
      erased_at: access.now(),
    })
    .where('id', '=', id)
    .execute()
  await destroyKeys(db, [`conversation:${id}`])
}

const idsOf = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id)

/** What a platform sent and was sent, by the address that the owner has there. */
async function erasePlatform(db: Db, id: string): Promise<void> {
  const addresses = await db
    .selectFrom('channel_addresses')
    .select(['channel', 'account', 'address'])
    .where('conversation_id', '=', id)
    .execute()
  for (const { channel, account, address } of addresses)
    for (const table of ['channel_items', 'channel_sends', 'channel_owners'] as const)
      await db
        .deleteFrom(table)
        .where('channel', '=', channel)
        .where('account', '=', account)
        .where('address', '=', address)
        .execute()
}

/** Number, kind and dates stay, as what the company did; what the owner said of it goes, on its way out too. */
async function eraseOrders(db: Db, id: string): Promise<void> {
  const own = await db.selectFrom('work_orders').select(['id', 'number']).where('conversation_id', '=', id).execute()
  const followed = await db
    .selectFrom('work_order_followers')
    .select('order_id')
    .where('conversation_id', '=', id)
    .execute()
  const all = [...new Set([...own.map((order) => order.id), ...followed.map(({ order_id }) => order_id)])]
  if (all.length > 0)
    await db
      .updateTable('work_order_lines')
      .set({ note: null })
      .where('order_id', 'in', all)
      // Of what owners said, clerks wrote some down.
      .where((eb) => eb.or([eb('author', 'is', null), eb('kind', 'in', ['urged', 'joined'])]))
      .execute()
  if (own.length === 0) return
  const ids = own.map((order) => order.id)
  const numbers = own.map(({ number }) => number)
  await db
    .updateTable('work_orders')
    .set({ slots: '{}', attachments: null, place_key: null })
    .where('id', 'in', ids)
    .execute()
  await db.updateTable('work_order_lines').set({ note: null, file: null }).where('order_id', 'in', ids).execute()
  await db.deleteFrom('work_order_pushes').where('number', 'in', numbers).execute()
  await emptyHotline(db).where('work_order', 'in', numbers).execute()
}

/** Published knowledge that came of a ticket stays, without the way back; what a shift told the next of it goes. */
async function letGoOfTickets(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('tickets').set({ merged_into: null }).where('merged_into', 'in', ids).execute()
  await db
    .updateTable('knowledge_revisions')
    .set({ ticket_id: null })
    .where('ticket_id', 'in', ids)
    .where('published_at', 'is not', null)
    .execute()
  for (const id of ids)
    await db
      .updateTable('handovers')
      .set({ note: '' })
      .where(like(sql`summary`, containing(id)))
      .execute()
}

/** The place and its bills are the company's; the people go, and with them what links a conversation to it. */
async function eraseHome(access: Access, db: Db, id: string): Promise<void> {
  const home = await db
    .updateTable('homes')
    .set({ owner: null, updated_at: access.now() })
    .where('id', '=', id)
    .returning(['community', 'building', 'unit', 'room'])
    .executeTakeFirst()
  const phones = await db.selectFrom('home_phones').select('phone').where('home_id', '=', id).execute()
  for (const table of ['home_phones', 'home_codes', 'conversation_homes'] as const)
    await db.deleteFrom(table).where('home_id', '=', id).execute()
  if (!home) return
  await erasePlace(db, home)
  await emptyNotesWith(
    db,
    home.community,
    phones.map(({ phone }) => phone),
  )
  await destroyKeys(db, [`home:${id}`])
}

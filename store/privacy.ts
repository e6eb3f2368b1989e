import { sql } from 'kysely'
import type { DataOwner, OwnerData, PrivacyStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { containing, like } from './like.ts'
import { erase } from './privacyErase.ts'
import { type Holder, holders, rowsWhere } from './privacyTables.ts'
import type { Db } from './schema.ts'

const PHONE = /^\+?[\d -]{7,20}$/
const HOME = /^([^/]+)\/([^/-]+)(?:-([^/-]+))?-([^/-]+)$/

async function find(db: Db, owner: string): Promise<DataOwner> {
  const home = HOME.exec(owner)
  if (home) return ofHomes(db, await homesAt(db, home))
  const digits = owner.replace(/\D/g, '')
  if (PHONE.test(owner)) return ofPhone(db, digits)
  const row = await db
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', owner)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return { conversations: row ? [row.id] : [], homes: [] }
}

async function homesAt(db: Db, [, community = '', building = '', unit = '', room = '']: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('homes')
    .select('id')
    .where('community', '=', community)
    .where('building', '=', building)
    .where('unit', '=', unit)
    .where('room', '=', room)
    .execute()
  return rows.map(({ id }) => id)
}

/** With the conversations that are linked to them. */
async function ofHomes(db: Db, homes: string[]): Promise<DataOwner> {
  if (homes.length === 0) return { conversations: [], homes }
  const rows = await db
    .selectFrom('conversation_homes')
    .select('conversation_id')
    .where('home_id', 'in', homes)
    .orderBy('conversation_id')
    .execute()
  return { conversations: rows.map(({ conversation_id }) => conversation_id), homes }
}

async function ofPhone(db: Db, digits: string): Promise<DataOwner> {
  const homes = await db.selectFrom('home_phones').select('home_id').where('phone', '=', digits).execute()
  const linked = await ofHomes(
    db,
    homes.map(({ home_id }) => home_id),
  )
  const pattern = containing(digits)
  const spoken = await db
    .selectFrom('conversations')
    .select('id')
    .where('erased_at', 'is', null)
    .where((eb) =>
      eb.or([
        like(sql`memory`, pattern),
        sql<boolean>`exists (select 1 from messages where messages.conversation_id = conversations.id
          and messages.speaker = 'owner' and ${like(sql`replace(replace(messages.text, ' ', ''), '-', '')`, pattern)})`,
        sql<boolean>`exists (select 1 from work_order_followers as own where own.conversation_id = conversations.id
          and ${like(sql`own.slots`, pattern)})`,
      ]),
    )
    .orderBy('id')
    .execute()
  const conversations = [...new Set([...linked.conversations, ...spoken.map(({ id }) => id)])]
  return { conversations, homes: linked.homes }
}

async function exportOf(db: Db, { conversations, homes }: DataOwner): Promise<OwnerData> {
  const data: OwnerData = {}
  const add = async (table: string, column: Holder['column'], ids: string[]) => {
    if (ids.length === 0) return
    const { rows } = await rowsWhere({ table, column }, ids).execute(db)
    if (rows.length > 0) data[table] = [...(data[table] ?? []), ...rows.map(readable)]
  }
  await add('conversations', 'id', conversations)
  for (const table of [...(await holders(db, 'conversation_id')), 'work_orders'])
    await add(table, 'conversation_id', conversations)
  const tickets = (data.tickets ?? []).map(({ id }) => String(id))
  for (const table of await holders(db, 'ticket_id')) await add(table, 'ticket_id', tickets)
  await add('homes', 'id', homes)
  for (const table of ['home_phones', 'bills']) await add(table, 'home_id', homes)
  return data
}

/** Bytes in base64; what opens something is left out. */
function readable(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).filter(([name]) => !['token_hash', 'code_hash', 'secret_hash'].includes(name))
  return Object.fromEntries(entries.map(([name, value]) => [name, isBytes(value) ? base64(value) : value]))
}

const isBytes = (value: unknown): value is Uint8Array | ArrayBuffer =>
  value instanceof Uint8Array || value instanceof ArrayBuffer
const base64 = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(new Uint8Array(bytes)).toString('base64')

async function quietSince(db: Db, time: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('conversations')
    .select('id')
    .where('last_active_at', '<', time)
    .where('erased_at', 'is', null)
    .where(sql<boolean>`not exists (select 1 from tickets where tickets.conversation_id = conversations.id
      and tickets.stage != 'resolved')`)
    .where(sql<boolean>`not exists (select 1 from work_orders join work_order_followers as own
      on own.order_id = work_orders.id where own.conversation_id = conversations.id
      and work_orders.state not in ('done', 'cancelled'))`)
    .orderBy('last_active_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Owners' files, and what staff and repairers photographed. */
async function eraseFilesBefore(db: Db, time: string): Promise<number> {
  let gone = 0
  for (const table of ['attachments', 'staff_files'] as const) {
    const deleted = await db.deleteFrom(table).where('created_at', '<', time).executeTakeFirst()
    gone += Number(deleted.numDeletedRows)
  }
  return gone
}

/** What an owner may ask for by law: all that is kept of them, or that nothing is. */
export function privacyStore(access: Access): PrivacyStore {
  return {
    find: (owner) => access.read((db) => find(db, owner.trim())),
    export: (owner) => access.read((db) => exportOf(db, owner)),
    erase: async (owner) => {
      const erased = await access.write((db) => erase(access, db, owner))
      await access.scrub()
      return erased
    },
    quietSince: (time, limit) => access.read((db) => quietSince(db, time, limit)),
    eraseFilesBefore: async (time) => {
      const gone = await access.write((db) => eraseFilesBefore(db, time))
      await access.scrub()
      return gone
    },
    compact: () => access.compact(),
  }
}

import { sql } from 'kysely'
import type { DataOwner, OwnersPlace, PrivacyStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { containing, like } from './like.ts'
import { erase } from './privacyErase.ts'
import { exportOf } from './privacyExport.ts'
import { emptyHotline, ordersAt } from './privacyPlace.ts'
import type { Db } from './schema.ts'

const PHONE = /^\+?[\d -]{7,20}$/
const HOME = /^([^/]+)\/([^/-]+)(?:-([^/-]+))?-([^/-]+)$/

async function find(db: Db, owner: string): Promise<DataOwner> {
  const place = placeIn(owner)
  if (place) return ofPlace(db, place)
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

function placeIn(owner: string): OwnersPlace | undefined {
  const [, community, building, unit = '', room] = HOME.exec(owner) ?? []
  return community && building && room ? { community, building, unit, room } : undefined
}

async function ofPlace(db: Db, place: OwnersPlace): Promise<DataOwner> {
  const { community, building, unit, room } = place
  const rows = await db
    .selectFrom('homes')
    .select('id')
    .where('community', '=', community)
    .where('building', '=', building)
    .where('unit', '=', unit)
    .where('room', '=', room)
    .execute()
  const homes = await ofHomes(
    db,
    rows.map(({ id }) => id),
  )
  const orders = Object.values(await ordersAt(db, place)).flat()
  return { ...homes, ...(orders.length > 0 && { place }) }
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

async function quietSince(db: Db, time: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('conversations')
    .select('id')
    .where('last_active_at', '<', time)
    .where('erased_at', 'is', null)
    .where(sql<boolean>`not exists (select 1 from tickets where tickets.conversation_id = conversations.id
      and tickets.stage != 'resolved')`)
    .where(sql<boolean>`not exists (select 1 from hotline_orders where hotline_orders.conversation_id = conversations.id
      and hotline_orders.state = 'open')`)
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

async function emptyNotesBefore(db: Db, time: string): Promise<number> {
  const hotline = await emptyHotline(db)
    .where('answered_at', '<', time)
    .where((eb) => eb.or([eb('wanted', '!=', ''), eb('answer', '!=', ''), eb('home', 'is not', null)]))
    .executeTakeFirst()
  const handovers = await db
    .updateTable('handovers')
    .set({ note: '' })
    .where('created_at', '<', time)
    .where('note', '!=', '')
    .executeTakeFirst()
  return Number(hotline.numUpdatedRows) + Number(handovers.numUpdatedRows)
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
    emptyNotesBefore: async (time) => {
      const emptied = await access.write((db) => emptyNotesBefore(db, time))
      await access.scrub()
      return emptied
    },
    compact: () => access.compact(),
  }
}

import { sql } from 'kysely'
import type { HomeClaim, HomePerson, HouseholdRecord, HouseholdStore } from '../bot/ports/household.ts'
import type { ChannelName, Memory, Slots } from '../bot/types.ts'
import type { Access } from './access.ts'
import { notesOf, ordersReported, subscriptionsOf, visitsOf } from './householdRows.ts'
import { containing, like, lower } from './like.ts'
import { json, some, toTicketRow } from './rows.ts'
import type { Db } from './schema.ts'
import { tickets } from './ticketRows.ts'

const MOST_CLAIMS = 500
const MOST = 100
const EVER = ''

async function claims(
  db: Db,
  { community, room, since = EVER }: Parameters<HouseholdStore['claims']>[0],
): Promise<HomeClaim[]> {
  const signs = containing(lower(room))
  const said = await db
    .selectFrom('tickets')
    .select(['id', 'conversation_id', 'home'])
    .where('community', '=', community)
    .where('created_at', '>=', since)
    .where(like(sql`lower(home)`, signs))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_CLAIMS)
    .execute()
  const reported = await db
    .selectFrom('work_order_followers')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_followers.order_id')
    .select(['number', 'work_order_followers.conversation_id as conversationId', 'work_order_followers.slots as own'])
    .where('community', '=', community)
    .where('work_order_followers.since', '>=', since)
    .where(like(sql`lower(work_order_followers.slots)`, signs))
    .orderBy('work_order_followers.since', 'desc')
    .orderBy('number')
    .orderBy('work_order_followers.conversation_id')
    .limit(MOST_CLAIMS)
    .execute()
  return [
    ...said.map(({ id, conversation_id, home }) => ({
      conversationId: conversation_id,
      home: home ?? '',
      ticketId: id,
    })),
    ...reported.map(({ number, conversationId, own }) => ({
      conversationId,
      number,
      home: json<Slots>(own).home ?? '',
    })),
  ]
}

async function since(db: Db, homeId: string): Promise<string | undefined> {
  const row = await db.selectFrom('homes').select('owner_since').where('id', '=', homeId).executeTakeFirst()
  return row?.owner_since ?? undefined
}

/** By conversation, when a code bound it; only while it counts as verified. */
async function bound(db: Db, homeId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('conversation_homes')
    .innerJoin('conversations', 'conversations.id', 'conversation_homes.conversation_id')
    .innerJoin('homes', (join) =>
      join
        .onRef('homes.id', '=', 'conversation_homes.home_id')
        .onRef('homes.community', '=', 'conversations.community'),
    )
    .select(['conversation_id', 'bound_at'])
    .where('home_id', '=', homeId)
    .where('verified', '=', 1)
    .orderBy('bound_at', 'desc')
    .limit(MOST)
    .execute()
  return new Map(rows.map(({ conversation_id, bound_at }) => [conversation_id, bound_at]))
}

async function people(db: Db, ids: string[], boundAt: Map<string, string>): Promise<HomePerson[]> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'channel', 'last_active_at', 'memory'])
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .orderBy('last_active_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, channel, last_active_at, memory }) => ({
    conversationId: id,
    channel: channel as ChannelName,
    lastActiveAt: last_active_at,
    ...some('boundAt', boundAt.get(id) ?? null),
    ...some('phone', json<Memory>(memory).said.phone ?? null),
  }))
}

async function ticketsOf(db: Db, conversations: string[], ids: string[]) {
  if (!conversations.length && !ids.length) return []
  const rows = await tickets(db)
    .where((eb) =>
      eb.or([
        ...(conversations.length ? [eb('tickets.conversation_id', 'in', conversations)] : []),
        ...(ids.length ? [eb('tickets.id', 'in', ids)] : []),
      ]),
    )
    .orderBy('tickets.created_at', 'desc')
    .orderBy('tickets.id')
    .limit(MOST)
    .execute()
  return rows.map(toTicketRow)
}

const given = (values: (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))]

async function read(db: Db, homeId: string, said: readonly HomeClaim[]): Promise<HouseholdRecord> {
  const boundAt = await bound(db, homeId)
  const proven = [...boundAt.keys()]
  const all = given([...proven, ...said.map(({ conversationId }) => conversationId)])
  const numbers = given(said.map(({ number }) => number))
  const found = await ticketsOf(db, proven, given(said.map(({ ticketId }) => ticketId)))
  const workOrders = await ordersReported(db, proven, numbers)
  return {
    people: await people(db, all, boundAt),
    tickets: found,
    workOrders,
    visits: await visitsOf(db, { tickets: found.map(({ id }) => id), orders: workOrders.map(({ id }) => id) }),
    subscriptions: await subscriptionsOf(db, all),
    notes: await notesOf(
      db,
      found.map(({ id }) => id),
    ),
  }
}

/** Everything of one home. */
export function householdStore(access: Access): HouseholdStore {
  return {
    claims: (place) => access.read((db) => claims(db, place)),
    since: (homeId) => access.read((db) => since(db, homeId)),
    read: (homeId, said) => access.read((db) => read(db, homeId, said)),
  }
}

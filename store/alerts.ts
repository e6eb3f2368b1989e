import type { AlertStore, ReportedMatter } from '../bot/ports.ts'
import type { Alert, AlertKind, HandoffContext, Slots } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, some } from './rows.ts'
import type { Db, Row } from './schema.ts'

const MOST = 5000
const LISTED = 100

const toAlert = (row: Row<'alerts'>): Alert => ({
  id: row.id,
  community: row.community,
  kind: row.kind as AlertKind,
  matter: row.matter,
  day: row.day,
  homes: row.homes,
  createdAt: row.created_at,
  ...some('seenBy', row.seen_by),
  ...some('seenAt', row.seen_at),
})

async function reported(db: Db, since: string): Promise<ReportedMatter[]> {
  const tickets = await db
    .selectFrom('tickets')
    .select(['community', 'home', 'context'])
    .where('created_at', '>=', since)
    .where('home', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const orders = await db
    .selectFrom('work_order_followers')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_followers.order_id')
    .select(['work_orders.community', 'work_orders.intent', 'work_order_followers.slots as own'])
    .where('work_order_followers.since', '>=', since)
    .orderBy('work_order_followers.since', 'desc')
    .orderBy('work_order_followers.order_id')
    .orderBy('work_order_followers.conversation_id')
    .limit(MOST)
    .execute()
  return [
    ...tickets.map(({ community, home, context }) => ({
      community,
      intent: json<HandoffContext>(context).intent ?? '',
      home: home ?? '',
    })),
    ...orders.map(({ community, intent, own }) => ({ community, intent, home: json<Slots>(own).home ?? '' })),
  ].filter(({ intent, home }) => intent !== '' && home !== '')
}

/** A threat opens a ticket, or is said where staff have one already; only these conversations need be read. */
async function wordsToStaff(db: Db, since: string): Promise<{ community: string; text: string }[]> {
  return db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select(['conversations.community', 'messages.text'])
    .where('messages.speaker', '=', 'owner')
    .where('messages.created_at', '>=', since)
    .where('messages.conversation_id', 'in', (eb) =>
      eb
        .selectFrom('tickets')
        .select('conversation_id')
        .where((or) => or.or([or('created_at', '>=', since), or('stage', '!=', 'resolved')])),
    )
    .orderBy('messages.created_at', 'desc')
    .orderBy('messages.id')
    .limit(MOST)
    .execute()
}

async function raise(access: Access, db: Db, alert: Parameters<AlertStore['raise']>[0]): Promise<Alert | undefined> {
  const { community, kind, matter, day, homes } = alert
  const row = await db
    .insertInto('alerts')
    .values({ id: access.newId(), community, kind, matter, day, homes, created_at: access.now() })
    .onConflict((conflict) => conflict.columns(['community', 'kind', 'matter', 'day']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return toAlert(row)
  await db
    .updateTable('alerts')
    .set({ homes })
    .where('community', '=', community)
    .where('kind', '=', kind)
    .where('matter', '=', matter)
    .where('day', '=', day)
    .where('homes', '<', homes)
    .execute()
  return undefined
}

async function find(db: Db, id: string): Promise<Alert | undefined> {
  const row = await db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAlert(row)
}

async function list(db: Db, { communities, open }: Parameters<AlertStore['list']>[0]): Promise<Alert[]> {
  let query = db.selectFrom('alerts').selectAll()
  if (communities) query = query.where('community', 'in', communities)
  if (open) query = query.where('seen_at', 'is', null)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(LISTED).execute()
  return rows.map(toAlert)
}

async function seen(access: Access, db: Db, id: string, by: string): Promise<Alert | undefined> {
  const values = { seen_by: by, seen_at: access.now() }
  await db.updateTable('alerts').set(values).where('id', '=', id).where('seen_at', 'is', null).execute()
  return find(db, id)
}

/** What the manager has to know of. */
export function alertStore(access: Access): AlertStore {
  return {
    reported: (since) => access.read((db) => reported(db, since)),
    wordsToStaff: (since) => access.read((db) => wordsToStaff(db, since)),
    raise: (alert) => access.write((db) => raise(access, db, alert)),
    find: (id) => access.read((db) => find(db, id)),
    list: (filter) => access.read((db) => list(db, filter)),
    seen: (id, by) => access.write((db) => seen(access, db, id, by)),
  }
}

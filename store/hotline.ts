import type { HotlineChanged, HotlineFilter, HotlineStore } from '../bot/ports/hotline.ts'
import type { LedgerSpan } from '../bot/ports/ledger.ts'
import type { HotlineFields, HotlineOrder } from '../bot/types.ts'
import type { Access } from './access.ts'
import { some, text } from './rows.ts'
import type { Db, Row } from './schema.ts'

const PAGE = 50
const MOST_OVERDUE = 500

type HotlineRow = Row<'hotline_orders'>

function toOrder(row: HotlineRow): HotlineOrder {
  const { answer, answered_by, answered_at } = row
  return {
    id: row.id,
    community: row.community,
    number: row.number,
    receivedAt: row.received_at,
    deadline: row.deadline,
    ...some('workingDays', row.working_days),
    wanted: row.wanted,
    ...some('intent', row.intent),
    ...some('home', row.home),
    ...some('ticketId', row.ticket_id),
    ...some('workOrder', row.work_order),
    state: row.state as HotlineOrder['state'],
    takenBy: row.taken_by,
    createdAt: row.created_at,
    ...(answer !== null && { answer: { text: answer, by: answered_by ?? '', at: answered_at ?? '' } }),
  }
}

function matching(db: Db, { state, community, communities, ticketId, home }: HotlineFilter) {
  let query = db.selectFrom('hotline_orders')
  if (state) query = query.where('state', '=', state)
  if (community) query = query.where('community', '=', community)
  if (communities) query = query.where('community', 'in', communities)
  if (ticketId) query = query.where('ticket_id', '=', ticketId)
  if (home) query = query.where('home', '=', home)
  return query
}

async function list(db: Db, filter: HotlineFilter): Promise<{ orders: HotlineOrder[]; total: number }> {
  const { total } = await matching(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching(db, filter)
    .selectAll()
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('deadline')
    .orderBy('id')
    .limit(PAGE)
    .offset(((filter.page ?? 1) - 1) * PAGE)
    .execute()
  return { orders: rows.map(toOrder), total: Number(total) }
}

async function received(db: Db, { from, to, ...of }: LedgerSpan, limit: number): Promise<HotlineOrder[]> {
  const rows = await matching(db, of)
    .selectAll()
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toOrder)
}

type Mended = Parameters<HotlineStore['mend']>[1]

/** Columns of what is given; null where it is taken away. */
async function valuesOf(db: Db, fields: Mended): Promise<Partial<HotlineRow>> {
  const { number, receivedAt, deadline, wanted, workingDays, intent, home, ticketId, workOrder } = fields
  return {
    ...(typeof number === 'string' && { number }),
    ...(typeof receivedAt === 'string' && { received_at: receivedAt }),
    ...(typeof deadline === 'string' && { deadline }),
    ...(typeof wanted === 'string' && { wanted }),
    ...(workingDays !== undefined && { working_days: workingDays }),
    ...(intent !== undefined && { intent }),
    ...(home !== undefined && { home }),
    ...(workOrder !== undefined && { work_order: workOrder }),
    ...(ticketId !== undefined && { ticket_id: ticketId, conversation_id: await conversationOf(db, ticketId) }),
  }
}

async function conversationOf(db: Db, ticketId: string | null): Promise<string | null> {
  if (ticketId === null) return null
  const row = await db.selectFrom('tickets').select('conversation_id').where('id', '=', ticketId).executeTakeFirst()
  return row?.conversation_id ?? null
}

async function take(
  access: Access,
  db: Db,
  community: string,
  fields: HotlineFields,
  by: string,
): Promise<HotlineChanged> {
  await holdNumber(access, db, community, fields.number)
  const { workingDays = null, intent = null, home = null, ticketId = null, workOrder = null } = fields
  const row = await db
    .insertInto('hotline_orders')
    .values({
      id: access.newId(),
      community,
      number: fields.number,
      received_at: fields.receivedAt,
      deadline: fields.deadline,
      working_days: workingDays,
      wanted: fields.wanted,
      ...{ intent, home, ticket_id: ticketId, work_order: workOrder },
      conversation_id: await conversationOf(db, ticketId),
      state: 'open',
      taken_by: by,
      created_at: access.now(),
    })
    .onConflict((conflict) => conflict.columns(['community', 'number']).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? { kind: 'ok', hotline: toOrder(row) } : { kind: 'taken' }
}

async function lock(db: Db, id: string): Promise<HotlineRow | HotlineChanged> {
  const row = await db.selectFrom('hotline_orders').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  return row.state === 'open' ? row : { kind: 'answered' }
}

async function mend(access: Access, db: Db, id: string, fields: Mended): Promise<HotlineChanged> {
  const row = await lock(db, id)
  if ('kind' in row) return row
  const values = await valuesOf(db, fields)
  if (values.number && (await numberTaken(access, db, row, values.number))) return { kind: 'taken' }
  const mended = { ...row, ...values }
  if (Object.keys(values).length > 0) await db.updateTable('hotline_orders').set(values).where('id', '=', id).execute()
  return { kind: 'ok', hotline: toOrder(mended) }
}

/** Of two that give the same number at once the second finds it taken. */
const holdNumber = (access: Access, db: Db, community: string, number: string): Promise<void> =>
  access.hold(db, JSON.stringify(['hotline', community, number]))

async function numberTaken(access: Access, db: Db, { id, community }: HotlineRow, number: string): Promise<boolean> {
  await holdNumber(access, db, community, number)
  const other = await db
    .selectFrom('hotline_orders')
    .select('id')
    .where('community', '=', community)
    .where('number', '=', number)
    .where('id', '!=', id)
    .executeTakeFirst()
  return other !== undefined
}

async function answer(
  access: Access,
  db: Db,
  id: string,
  { text: words, by, vouched }: Parameters<HotlineStore['answer']>[1],
): Promise<HotlineChanged> {
  const row = await lock(db, id)
  if ('kind' in row) return row
  const values = {
    state: 'answered',
    answer: words,
    answered_by: by,
    answered_at: access.now(),
    vouched: text(vouched),
  }
  await db.updateTable('hotline_orders').set(values).where('id', '=', id).execute()
  await db
    .updateTable('alerts')
    .set({ seen_by: by, seen_at: access.now() })
    .where('community', '=', row.community)
    .where('kind', '=', 'hotline')
    .where('matter', '=', row.number)
    .where('seen_at', 'is', null)
    .execute()
  return { kind: 'ok', hotline: toOrder({ ...row, ...values }) }
}

async function overdue(access: Access, db: Db): Promise<HotlineOrder[]> {
  const rows = await db
    .selectFrom('hotline_orders')
    .selectAll()
    .where('state', '=', 'open')
    .where('deadline', '<', access.now())
    .orderBy('deadline')
    .orderBy('id')
    .limit(MOST_OVERDUE)
    .execute()
  return rows.map(toOrder)
}

/** Matters that the city's hotline passes on. */
export function hotlineStore(access: Access): HotlineStore {
  return {
    list: (filter) => access.read((db) => list(db, filter)),
    find: (id) =>
      access.read(async (db) => {
        const row = await db.selectFrom('hotline_orders').selectAll().where('id', '=', id).executeTakeFirst()
        return row && toOrder(row)
      }),
    received: (span, limit) => access.read((db) => received(db, span, limit)),
    take: (community, fields, by) => access.write((db) => take(access, db, community, fields, by)),
    mend: (id, fields) => access.write((db) => mend(access, db, id, fields)),
    answer: (id, said) => access.write((db) => answer(access, db, id, said)),
    overdue: () => access.read((db) => overdue(access, db)),
  }
}

import type { HandoverSigned, HandoverStore } from '../bot/ports/handovers.ts'
import type { Handover } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, some } from './rows.ts'
import type { Db, Row } from './schema.ts'

const PAGE = 20

const toHandover = (row: Row<'handovers'>): Handover => ({
  id: row.id,
  community: row.community,
  by: row.author,
  note: row.note,
  summary: json(row.summary),
  createdAt: row.created_at,
  ...some('signedBy', row.signed_by),
  ...some('signedAt', row.signed_at),
})

async function add(
  access: Access,
  db: Db,
  { community, authorId, by, note, summary }: Parameters<HandoverStore['add']>[0],
): Promise<Handover> {
  const row = await db
    .insertInto('handovers')
    .values({
      id: access.newId(),
      community,
      author_id: authorId,
      author: by,
      note,
      summary: JSON.stringify(summary),
      created_at: access.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toHandover(row)
}

const byId = (db: Db, id: string) => db.selectFrom('handovers').selectAll().where('id', '=', id).executeTakeFirst()

async function list(
  db: Db,
  { community, communities, page = 1 }: Parameters<HandoverStore['list']>[0],
): ReturnType<HandoverStore['list']> {
  let query = db.selectFrom('handovers')
  if (community) query = query.where('community', '=', community)
  if (communities) query = query.where('community', 'in', communities)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  return { handovers: rows.map(toHandover), total: Number(total) }
}

/** The record itself sees to it that of two who sign at once one does. */
async function sign(access: Access, db: Db, id: string, staff: { id: string; name: string }): Promise<HandoverSigned> {
  const before = await byId(db, id)
  if (!before) return { kind: 'unknown' }
  if (before.author_id === staff.id) return { kind: 'own' }
  const values = { signed_by: staff.name, signed_at: access.now() }
  await db.updateTable('handovers').set(values).where('id', '=', id).where('signed_at', 'is', null).execute()
  const handover = toHandover((await byId(db, id)) ?? before)
  return handover.signedBy === staff.name ? { kind: 'ok', handover } : { kind: 'signed', handover }
}

/** From one shift to the next. */
export function handoverStore(access: Access): HandoverStore {
  return {
    add: (handover) => access.write((db) => add(access, db, handover)),
    find: async (id) => {
      const row = await access.read((db) => byId(db, id))
      return row && toHandover(row)
    },
    list: (filter) => access.read((db) => list(db, filter)),
    sign: (id, staff) => access.write((db) => sign(access, db, id, staff)),
  }
}

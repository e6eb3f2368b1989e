import type { CannedChange, CannedStore } from '../bot/ports.ts'
import type { CannedReply } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db, Row } from './schema.ts'

const toCanned = ({ id, community, shortcut, text, author, updated_at }: Row<'canned_replies'>): CannedReply => ({
  id,
  community,
  shortcut,
  text,
  author,
  updatedAt: updated_at,
})

async function add(access: Access, db: Db, input: Parameters<CannedStore['add']>[0]): Promise<CannedChange> {
  const row = await db
    .insertInto('canned_replies')
    .values({ id: access.newId(), ...input, updated_at: access.now() })
    .onConflict((conflict) => conflict.columns(['community', 'shortcut']).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? { kind: 'ok', canned: toCanned(row) } : { kind: 'taken' }
}

async function update(
  access: Access,
  db: Db,
  id: string,
  change: Parameters<CannedStore['update']>[1],
): Promise<CannedChange> {
  const before = await db.selectFrom('canned_replies').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) return { kind: 'unknown' }
  const { shortcut = before.shortcut, text = before.text } = change
  await access.hold(db, `canned:${before.community}`)
  const other = await db
    .selectFrom('canned_replies')
    .select('id')
    .where('community', '=', before.community)
    .where('shortcut', '=', shortcut)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) return { kind: 'taken' }
  const row = await db
    .updateTable('canned_replies')
    .set({ shortcut, text, updated_at: access.now() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row ? { kind: 'ok', canned: toCanned(row) } : { kind: 'unknown' }
}

/** Replies that clerks keep. */
export function cannedStore(access: Access): CannedStore {
  return {
    list: async (communities) => {
      const rows = await access.read((db) => {
        const all = db.selectFrom('canned_replies').selectAll().orderBy('shortcut').orderBy('id')
        return (communities ? all.where('community', 'in', ['', ...communities]) : all).execute()
      })
      return rows.map(toCanned)
    },
    find: async (id) => {
      const row = await access.read((db) =>
        db.selectFrom('canned_replies').selectAll().where('id', '=', id).executeTakeFirst(),
      )
      return row && toCanned(row)
    },
    add: (input) => access.write((db) => add(access, db, input)),
    update: (id, change) => access.write((db) => update(access, db, id, change)),
    remove: async (id) => {
      const gone = await access.write((db) =>
        db.deleteFrom('canned_replies').where('id', '=', id).returning('id').executeTakeFirst(),
      )
      return gone !== undefined
    },
  }
}

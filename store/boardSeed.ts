import type { StatusEntry } from '../bot/types.ts'
import type { Access } from './access.ts'
import { fromStatusEntry } from './boardRows.ts'
import type { Db } from './schema.ts'

/** An entry of the files is the same as long as topic and place are. */
const seedKey = (entry: StatusEntry): string => `${entry.topic}/${JSON.stringify(entry.scope)}`

/** Fills an empty board; otherwise renews what came from the seed and no clerk has touched. */
export async function seedBoard(access: Access, db: Db, community: string, entries: StatusEntry[]): Promise<void> {
  // Of several instances that start together one seeds.
  await access.hold(db, JSON.stringify(['board', community]))
  const there = await db.selectFrom('status_entries').select('id').where('community', '=', community).executeTakeFirst()
  if (there) return renew(db, community, entries)
  if (entries.length === 0) return
  const rows = entries.map((entry, position) => ({
    ...fromStatusEntry({ ...entry, community }, 1),
    position,
    seed_key: seedKey(entry),
  }))
  await db.insertInto('status_entries').values(rows).execute()
}

async function renew(db: Db, community: string, entries: StatusEntry[]): Promise<void> {
  for (const entry of entries) {
    const { id: _id, seed_key: _key, ...fresh } = fromStatusEntry({ ...entry, community }, 1)
    await db
      .updateTable('status_entries')
      .set(fresh)
      .where('community', '=', community)
      .where('seed_key', '=', seedKey(entry))
      .execute()
  }
}

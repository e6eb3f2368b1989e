import type { BoardStore } from '../bot/ports.ts'
import type { StatusEntry } from '../bot/types.ts'
import type { Access } from './access.ts'
import { fromStatusEntry, toStatusEntry } from './rows.ts'
import type { Db } from './schema.ts'

async function seed(db: Db, community: string, entries: StatusEntry[]): Promise<void> {
  const there = await db.selectFrom('status_entries').select('id').where('community', '=', community).executeTakeFirst()
  if (there || entries.length === 0) return
  const rows = entries.map((entry, index) => fromStatusEntry(community, entry, index))
  await db.insertInto('status_entries').values(rows).execute()
}

/** The status board of each compound. */
export function boardStore(access: Access): BoardStore {
  return {
    entries: async (community, topic) => {
      const rows = await access.read((db) => {
        const ofCommunity = db.selectFrom('status_entries').selectAll().where('community', '=', community)
        const wanted = topic === undefined ? ofCommunity : ofCommunity.where('topic', '=', topic)
        return wanted.orderBy('position').orderBy('id').execute()
      })
      return rows.map(toStatusEntry)
    },
    seed: (community, entries) => access.write((db) => seed(db, community, entries)),
  }
}

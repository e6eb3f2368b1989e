import type { BoardStore } from '../bot/ports/board.ts'
import type { Access } from './access.ts'
import { toBoardEntry, toBoardRevision } from './boardRows.ts'
import { seedBoard } from './boardSeed.ts'
import { writeBoard } from './boardWrite.ts'
import { toStatusEntry } from './rows.ts'
import type { Db, Row } from './schema.ts'

async function rowsOf(db: Db, community: string, topic?: string): Promise<Row<'status_entries'>[]> {
  const ofCommunity = db.selectFrom('status_entries').selectAll().where('community', '=', community)
  const wanted = topic === undefined ? ofCommunity : ofCommunity.where('topic', '=', topic)
  return wanted.orderBy('position').orderBy('id').execute()
}

/** The status board of each compound, with every state that its entries have been in. */
export function boardStore(access: Access): BoardStore {
  return {
    entries: async (community, topic) => (await access.read((db) => rowsOf(db, community, topic))).map(toStatusEntry),
    list: async (community) => (await access.read((db) => rowsOf(db, community))).map(toBoardEntry),
    find: async (id) => {
      const row = await access.read((db) =>
        db.selectFrom('status_entries').selectAll().where('id', '=', id).executeTakeFirst(),
      )
      return row && toBoardEntry(row)
    },
    seed: (community, seeds) => access.write((db) => seedBoard(access, db, community, seeds)),
    write: (write) => access.write((db) => writeBoard(access, db, write)),
    revisions: async (id) => {
      const rows = await access.read((db) =>
        db.selectFrom('status_revisions').selectAll().where('entry_id', '=', id).orderBy('revision', 'desc').execute(),
      )
      return rows.map(toBoardRevision)
    },
  }
}

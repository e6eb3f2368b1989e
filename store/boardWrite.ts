import type { BoardWrite, BoardWritten } from '../bot/ports/board.ts'
import type { Access } from './access.ts'
import { fromStatusEntry, toBoardEntry } from './boardRows.ts'
import { toStatusEntry } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { keepStaffFile } from './staffFiles.ts'
import { tellSubscribers } from './subscriptions.ts'

/** Reads the entry and holds it until the end of the transaction. */
async function lockEntry(db: Db, id: string): Promise<Row<'status_entries'> | undefined> {
  return db.selectFrom('status_entries').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** One more state of an entry, kept with its author; subscribers' messages are on their way with it or not at all. */
export async function writeBoard(access: Access, db: Db, write: BoardWrite): Promise<BoardWritten> {
  const { entry, expected } = write
  const before = await lockEntry(db, entry.id)
  if (!before && expected > 0) return { kind: 'unknown' }
  if (before && before.revision !== expected) return stale(db, before)
  if (before?.seed_key != null) await keepSeeded(db, before)
  const revision = expected + 1
  const row = fromStatusEntry(entry, revision)
  if (before) await db.updateTable('status_entries').set(row).where('id', '=', entry.id).execute()
  else
    await db
      .insertInto('status_entries')
      .values({ ...row, position: await lastPosition(db, entry) })
      .execute()
  const { author, change, announce, photo } = write
  const of = { community: entry.community, conversationId: null, author }
  if (photo) await keepStaffFile(access, db, photo, of)
  await db
    .insertInto('status_revisions')
    .values({ ...revisionOf(row, change), author, entry: JSON.stringify(entry), created_at: access.now() })
    .execute()
  const told = announce ? await tellSubscribers(access, db, { ...entry, revision }, announce) : 0
  return { kind: 'written', entry: { ...entry, revision }, told }
}

const revisionOf = (row: { community: string; id: string; revision?: number | undefined }, change: string) => ({
  community: row.community,
  entry_id: row.id,
  revision: row.revision ?? 1,
  change,
})

async function stale(db: Db, row: Row<'status_entries'>): Promise<BoardWritten> {
  const last = await db
    .selectFrom('status_revisions')
    .select('author')
    .where('entry_id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirst()
  return { kind: 'stale', entry: toBoardEntry(row), ...(last?.author != null && { author: last.author }) }
}

/** What the files said, before the first clerk's hand on it. */
async function keepSeeded(db: Db, row: Row<'status_entries'>): Promise<void> {
  const entry = JSON.stringify(toStatusEntry(row))
  await db
    .insertInto('status_revisions')
    .values({ ...revisionOf(row, 'seeded'), author: null, entry, created_at: row.as_of })
    .execute()
}

async function lastPosition(db: Db, { community }: { community: string }): Promise<number> {
  const row = await db
    .selectFrom('status_entries')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('community', '=', community)
    .executeTakeFirst()
  return Number(row?.last ?? -1) + 1
}

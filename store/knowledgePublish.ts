import type { KnowledgeStore, RevisionChange } from '../bot/ports/knowledge.ts'
import type { Access } from './access.ts'
import { changeDraft, toRevision, VERSION } from './knowledgeRows.ts'
import type { Db } from './schema.ts'

/** Makes a draft what is published at its path, if it and the published knowledge are as they were compared. */
export async function publishDraft(
  access: Access,
  db: Db,
  id: string,
  { version, knowledgeVersion, by, before }: Parameters<KnowledgeStore['publish']>[1],
): Promise<RevisionChange> {
  // The version's row is held to the end, so that of two who publish at once the second sees the first.
  if (!(await raiseVersion(db, knowledgeVersion))) return { kind: 'stale' }
  const draft = await db.selectFrom('knowledge_revisions').select('path').where('id', '=', id).executeTakeFirst()
  if (draft) await endPublished(db, draft.path, 'replaced', access.now())
  const now = access.now()
  const change = { state: 'published', content_before: before ?? null, published_by: by }
  const result = await changeDraft(db, id, version, { ...change, published_at: now, updated_at: now })
  // Undone whole: nothing may be replaced by what was not published.
  if (result.kind !== 'ok') throw new NotPublished(result)
  return result
}

/** Undoes the transaction and tells why. */
export class NotPublished extends Error {
  constructor(readonly result: RevisionChange) {
    super('the draft was not published')
  }
}

async function endPublished(db: Db, path: string, state: string, now: string): Promise<void> {
  await db
    .updateTable('knowledge_revisions')
    .set({ state, updated_at: now })
    .where('path', '=', path)
    .where('state', '=', 'published')
    .execute()
}

async function raiseVersion(db: Db, expected?: number): Promise<boolean> {
  let query = db
    .updateTable('counters')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', VERSION)
  if (expected !== undefined) query = query.where('value', '=', expected)
  return (await query.returning('value').executeTakeFirst()) !== undefined
}

/** Takes a published revision back; what stood before it stands again. */
export async function rollBack(access: Access, db: Db, id: string, by: string): Promise<RevisionChange> {
  await raiseVersion(db)
  const now = access.now()
  const row = await db
    .updateTable('knowledge_revisions')
    .set({ state: 'rolled_back', updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'published')
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new NotPublished(await goneOrUnknown(db, id))
  if (row.content_before !== null) {
    const back = { id: access.newId(), path: row.path, content: row.content_before, state: 'published', version: 1 }
    const who = { author: by, published_by: by, published_at: now, created_at: now, updated_at: now }
    const from = { note: null, ticket_id: null, verdict: null, content_before: row.content }
    await db
      .insertInto('knowledge_revisions')
      .values({ ...back, ...who, ...from })
      .execute()
  }
  return { kind: 'ok', revision: toRevision(row) }
}

async function goneOrUnknown(db: Db, id: string): Promise<RevisionChange> {
  const row = await db.selectFrom('knowledge_revisions').select('id').where('id', '=', id).executeTakeFirst()
  return { kind: row ? 'gone' : 'unknown' }
}

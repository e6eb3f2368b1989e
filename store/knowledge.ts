import type { KnowledgeStore, RevisionChange } from '../bot/ports/knowledge.ts'
import type { KnowledgeRevision, RevisionState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { NotPublished, publishDraft, rollBack } from './knowledgePublish.ts'
import { changeDraft, findRevision, knowledgeVersion, toRevision } from './knowledgeRows.ts'
import type { Db } from './schema.ts'

const MOST = 200

async function list(
  db: Db,
  { path, states }: { path?: string; states?: RevisionState[] },
): Promise<KnowledgeRevision[]> {
  let query = db.selectFrom('knowledge_revisions').selectAll()
  if (path !== undefined) query = query.where('path', '=', path)
  if (states?.length) query = query.where('state', 'in', states)
  const rows = await query.orderBy('updated_at', 'desc').orderBy('id').limit(MOST).execute()
  return rows.map(toRevision)
}

async function published(db: Db): Promise<{ version: number; files: Map<string, string> }> {
  // The version first: what is read may be newer than it says, never older.
  const version = await knowledgeVersion(db)
  const rows = await db
    .selectFrom('knowledge_revisions')
    .select(['path', 'content'])
    .where('state', '=', 'published')
    .orderBy('path')
    .execute()
  return { version, files: new Map(rows.map(({ path, content }) => [path, content])) }
}

async function contents(db: Db, path: string): Promise<string[]> {
  const rows = await db
    .selectFrom('knowledge_revisions')
    .select(['content', 'content_before'])
    .where('path', '=', path)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ content, content_before: before }) => (before === null ? [content] : [content, before]))
}

async function undoneOr(change: Promise<RevisionChange>): Promise<RevisionChange> {
  try {
    return await change
  } catch (error) {
    if (error instanceof NotPublished) return error.result
    throw error
  }
}

/** Revisions of knowledge files: drafts, what is published, and the way back. */
export function knowledgeStore(access: Access): KnowledgeStore {
  return {
    version: () => access.read(knowledgeVersion),
    published: () => access.read(published),
    addDraft: ({ path, content, author, note, ticketId }) =>
      access.write(async (db) => {
        const now = access.now()
        const row = { id: access.newId(), path, content, state: 'draft', version: 1, author }
        const more = { note: note ?? null, ticket_id: ticketId ?? null, created_at: now, updated_at: now }
        const added = await db
          .insertInto('knowledge_revisions')
          .values({ ...row, ...more })
          .returningAll()
          .executeTakeFirstOrThrow()
        return toRevision(added)
      }),
    find: (id) =>
      access.read(async (db) => {
        const row = await findRevision(db, id)
        return row && toRevision(row)
      }),
    list: (filter) => access.read((db) => list(db, filter)),
    contents: (path) => access.read((db) => contents(db, path)),
    edit: (id, version, { content, note }) =>
      access.write((db) => {
        const words = note === undefined ? {} : { note }
        return changeDraft(db, id, version, {
          content,
          ...words,
          version: version + 1,
          verdict: null,
          updated_at: access.now(),
        })
      }),
    judge: (id, version, verdict) =>
      access.write((db) => changeDraft(db, id, version, { verdict: JSON.stringify(verdict) })),
    publish: (id, change) => undoneOr(access.write((db) => publishDraft(access, db, id, change))),
    discard: (id) =>
      access.write((db) => changeDraft(db, id, undefined, { state: 'discarded', updated_at: access.now() })),
    rollBack: (id, by) => undoneOr(access.write((db) => rollBack(access, db, id, by))),
  }
}

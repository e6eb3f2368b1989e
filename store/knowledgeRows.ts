import type { RevisionChange } from '../bot/ports/knowledge.ts'
import type { DraftVerdict, KnowledgeRevision } from '../bot/types.ts'
import { some, someJson } from './rows.ts'
import type { Db, NewRow, Row } from './schema.ts'

export const VERSION = 'knowledge'

export function toRevision(row: Row<'knowledge_revisions'>): KnowledgeRevision {
  return {
    id: row.id,
    path: row.path,
    content: row.content,
    state: row.state as KnowledgeRevision['state'],
    version: row.version,
    author: row.author,
    ...some('note', row.note),
    ...some('ticketId', row.ticket_id),
    ...someJson<'verdict', DraftVerdict>('verdict', row.verdict),
    ...some('before', row.content_before),
    ...some('publishedBy', row.published_by),
    ...some('publishedAt', row.published_at),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function findRevision(db: Db, id: string): Promise<Row<'knowledge_revisions'> | undefined> {
  return db.selectFrom('knowledge_revisions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function knowledgeVersion(db: Db): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', VERSION).executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** Changes a draft that is still as it was read; without a version, as it is. */
export async function changeDraft(
  db: Db,
  id: string,
  version: number | undefined,
  change: Partial<NewRow<'knowledge_revisions'>>,
): Promise<RevisionChange> {
  let query = db.updateTable('knowledge_revisions').set(change).where('id', '=', id).where('state', '=', 'draft')
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.returningAll().executeTakeFirst()
  return row ? { kind: 'ok', revision: toRevision(row) } : why(db, id)
}

/** Why nothing was changed. */
export async function why(db: Db, id: string): Promise<RevisionChange> {
  const row = await findRevision(db, id)
  if (!row) return { kind: 'unknown' }
  return { kind: row.state === 'draft' ? 'stale' : 'gone' }
}

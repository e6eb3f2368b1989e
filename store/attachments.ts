import type { AttachedFile, AttachmentStore, FileAdded } from '../bot/ports/attachments.ts'
import type { Attachment } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db, Row } from './schema.ts'
import { communityOfStaffFile, staffFile } from './staffFiles.ts'
import { lockConversation } from './transcript.ts'

const DAY_MS = 24 * 3_600_000
/** Files of one conversation in a day, of the owner and of staff each. */
const A_DAY = 20

const toAttachment = ({ id, name, type, size }: Attachment): Attachment => ({ id, name, type, size })

const toFile = (row: Row<'attachments'>): AttachedFile => ({
  ...toAttachment(row),
  content: new Uint8Array(row.content),
})

/** The locked conversation makes uploads come one after the other, so that none slips past the count. */
async function add(
  access: Access,
  db: Db,
  conversationId: string,
  { name, type, content }: Parameters<AttachmentStore['add']>[1],
  staffId: string | null,
): Promise<FileAdded> {
  await lockConversation(db, conversationId)
  const now = access.now()
  const since = new Date(Date.parse(now) - DAY_MS).toISOString()
  await db
    .deleteFrom('attachments')
    .where('conversation_id', '=', conversationId)
    .where('message_seq', 'is', null)
    .where('created_at', '<=', since)
    .execute()
  const latest = await db
    .selectFrom('attachments')
    .select('created_at')
    .where('conversation_id', '=', conversationId)
    .where('created_at', '>', since)
    .where('staff_id', staffId === null ? 'is' : 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(A_DAY)
    .execute()
  const oldest = latest[A_DAY - 1]
  if (oldest) return { kind: 'full', until: new Date(Date.parse(oldest.created_at) + DAY_MS).toISOString() }
  const id = access.newId()
  const row = { id, conversation_id: conversationId, name, type, size: content.byteLength, content }
  await db
    .insertInto('attachments')
    .values({ ...row, message_seq: null, staff_id: staffId, created_at: now })
    .execute()
  return { kind: 'stored', id }
}

/**
 * Gives the conversation's files with these ids to its message `seq`, in this order: the owner's, or those of the
 * member of staff who sends it.
 * @returns undefined when one is not its own, or was sent already
 */
export async function takeUp(
  db: Db,
  conversationId: string,
  seq: number,
  ids: readonly string[],
  staffId: string | null = null,
): Promise<Attachment[] | undefined> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('attachments')
    .select(['id', 'name', 'type', 'size'])
    .where('conversation_id', '=', conversationId)
    .where('message_seq', 'is', null)
    .where('staff_id', staffId === null ? 'is' : '=', staffId)
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, toAttachment(row)]))
  const files = ids.flatMap((id) => byId.get(id) ?? [])
  if (files.length !== ids.length) return undefined
  await db.updateTable('attachments').set({ message_seq: seq }).where('id', 'in', ids).execute()
  return files
}

/** Files that owners and staff send; staff look at what repairers photographed by the same verb. */
export function attachmentStore(access: Access): AttachmentStore {
  const one = (id: string) => (db: Db) => db.selectFrom('attachments').selectAll().where('id', '=', id)
  return {
    add: (conversationId, file, staffId) =>
      access.write((db) => add(access, db, conversationId, file, staffId ?? null)),
    ofConversation: async (conversationId, id) => {
      const row = await access.read((db) =>
        one(id)(db)
          .where('conversation_id', '=', conversationId)
          .where((is) => is.or([is('staff_id', 'is', null), is('message_seq', 'is not', null)]))
          .executeTakeFirst(),
      )
      return row && toFile(row)
    },
    sent: async (id) => {
      const row = await access.read((db) => one(id)(db).where('message_seq', 'is not', null).executeTakeFirst())
      return row ? toFile(row) : access.read((db) => staffFile(db, id))
    },
    communityOf: async (id) => {
      const row = await access.read((db) =>
        db
          .selectFrom('attachments')
          .innerJoin('conversations', 'conversations.id', 'attachments.conversation_id')
          .select('community')
          .where('attachments.id', '=', id)
          .executeTakeFirst(),
      )
      return row ? row.community : access.read((db) => communityOfStaffFile(db, id))
    },
  }
}

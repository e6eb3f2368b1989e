import type { AttachedFile } from '../bot/ports/attachments.ts'
import type { StaffFile } from '../bot/ports/dispatch.ts'
import type { Attachment } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Keeps what staff or a repairer photographed, within the transaction of what it belongs to. */
export async function keepStaffFile(
  access: Access,
  db: Db,
  { id = access.newId(), name, type, content }: StaffFile & { id?: string },
  of: { community: string; conversationId: string | null; author: string },
): Promise<Attachment> {
  const { community, conversationId, author } = of
  const file = { id, name, type, size: content.byteLength }
  const row = { ...file, community, conversation_id: conversationId, author, content, created_at: access.now() }
  await db.insertInto('staff_files').values(row).execute()
  return file
}

export async function staffFile(db: Db, id: string): Promise<AttachedFile | undefined> {
  const row = await db
    .selectFrom('staff_files')
    .select(['name', 'type', 'size', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, id, content: new Uint8Array(row.content) }
}

export async function communityOfStaffFile(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('staff_files').select('community').where('id', '=', id).executeTakeFirst()
  return row?.community
}

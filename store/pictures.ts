import type { KeptPicture, PictureStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Where files are kept. */
const TABLES = ['attachments', 'staff_files'] as const

/** The database alone says which id is the next one: it sorts by its own rules. */
async function after(db: Db, id: string): Promise<KeptPicture | undefined> {
  const picturesOf = (table: (typeof TABLES)[number]) =>
    db.selectFrom(table).select('id').where('id', '>', id).where('type', 'like', 'image/%')
  const next = await db
    .selectFrom(picturesOf('attachments').unionAll(picturesOf('staff_files')).as('pictures'))
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return next && picture(db, next.id)
}

async function picture(db: Db, id: string): Promise<KeptPicture | undefined> {
  for (const table of TABLES) {
    const row = await db.selectFrom(table).select(['id', 'type', 'content']).where('id', '=', id).executeTakeFirst()
    if (row) return { ...row, content: new Uint8Array(row.content) }
  }
  return undefined
}

async function replace(db: Db, id: string, content: Uint8Array): Promise<void> {
  for (const table of TABLES)
    await db.updateTable(table).set({ content, size: content.byteLength }).where('id', '=', id).execute()
}

/** Pictures of owners, staff and repairers. */
export function pictureStore(access: Access): PictureStore {
  return {
    after: (id) => access.read((db) => after(db, id)),
    replace: (id, content) => access.write((db) => replace(db, id, content)),
  }
}

import type { InstanceStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** One that has been gone for so long has nothing left to be taken over. */
const FORGOTTEN_MS = 24 * 3_600_000

async function alive(access: Access, db: Db, id: string, until: string): Promise<void> {
  await db
    .insertInto('instances')
    .values({ id, alive_until: until })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ alive_until: until }))
    .execute()
  const forgotten = new Date(Date.parse(access.now()) - FORGOTTEN_MS).toISOString()
  await db.deleteFrom('instances').where('alive_until', '<', forgotten).execute()
}

/** Which instances run. */
export function instanceStore(access: Access): InstanceStore {
  return { alive: (id, until) => access.write((db) => alive(access, db, id, until)) }
}

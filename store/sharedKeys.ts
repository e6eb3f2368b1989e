import type { SharedKeyStore } from '../bot/ports/sharedKeys.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Of two instances that start at once one makes the key up. */
async function of(db: Db, name: string, fresh: string): Promise<string> {
  await db
    .insertInto('shared_keys')
    .values({ name, value: fresh })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await db.selectFrom('shared_keys').select('value').where('name', '=', name).executeTakeFirstOrThrow()
  return row.value
}

async function take(db: Db, name: string, value: string): Promise<boolean> {
  const row = await db
    .deleteFrom('shared_keys')
    .where('name', '=', name)
    .where('value', '=', value)
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** Keys that all instances go by. */
export function sharedKeyStore(access: Access): SharedKeyStore {
  return {
    of: (name, fresh) => access.write((db) => of(db, name, fresh)),
    take: (name, value) => access.write((db) => take(db, name, value)),
  }
}

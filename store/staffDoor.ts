import type { AttemptCount, Attempted, StaffStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

type Door = Pick<
  StaffStore,
  'offerTotp' | 'confirmTotp' | 'takeTotpStep' | 'takeRecovery' | 'resetTotp' | 'attempt' | 'forgive'
>

/** Failed logins are kept as long as any limit looks back. */
const KEPT_MS = 3_600_000
const TRIES = 'login_tries'

async function confirm(
  db: Db,
  id: string,
  { step, recoveryHashes, session }: Parameters<StaffStore['confirmTotp']>[1],
): Promise<boolean> {
  const confirmed = await db
    .updateTable('staff')
    .set((eb) => ({ totp_secret: eb.ref('totp_offered'), totp_offered: null, totp_step: step }))
    .where('id', '=', id)
    .where('totp_offered', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!confirmed) return false
  await db.deleteFrom('staff_recovery').where('staff_id', '=', id).execute()
  const codes = recoveryHashes.map((code_hash) => ({ staff_id: id, code_hash }))
  if (codes.length > 0) await db.insertInto('staff_recovery').values(codes).execute()
  await db.updateTable('staff_sessions').set({ strong: 1 }).where('id_hash', '=', session).execute()
  return true
}

async function takeStep(db: Db, id: string, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

async function takeRecovery(db: Db, id: string, codeHash: string): Promise<boolean> {
  const used = await db
    .deleteFrom('staff_recovery')
    .where('staff_id', '=', id)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  return Number(used.numDeletedRows) === 1
}

async function reset(db: Db, id: string): Promise<boolean> {
  await db.deleteFrom('staff_recovery').where('staff_id', '=', id).execute()
  await db.deleteFrom('staff_sessions').where('staff_id', '=', id).execute()
  const row = await db
    .updateTable('staff')
    .set({ totp_secret: null, totp_offered: null, totp_step: null })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const before = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString()

/** When the count has room again; undefined while it has. */
async function fullUntil(db: Db, now: string, { whose, limit, windowMs }: AttemptCount): Promise<string | undefined> {
  const rows = await db
    .selectFrom('staff_failures')
    .select('at')
    .where('whose', '=', whose)
    .where('at', '>', before(now, windowMs))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  const oldest = rows[limit - 1]
  return oldest && new Date(Date.parse(oldest.at) + windowMs).toISOString()
}

async function attempt(access: Access, db: Db, counts: readonly AttemptCount[]): Promise<Attempted> {
  // One row for all: it makes tries come one after the other, over all instances.
  await db
    .insertInto('counters')
    .values({ name: TRIES, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .execute()
  const now = access.now()
  await db.deleteFrom('staff_failures').where('at', '<=', before(now, KEPT_MS)).execute()
  const untils: string[] = []
  for (const count of counts) untils.push(...[(await fullUntil(db, now, count)) ?? []].flat())
  const until = untils.sort().at(-1)
  if (until !== undefined) return { kind: 'full', until }
  const id = access.newId()
  const rows = counts.map(({ whose }) => ({ id, whose, at: now }))
  await db.insertInto('staff_failures').values(rows).execute()
  return { kind: 'counted', attempt: id }
}

/** What stands at the desk's door: second factors, and who failed to come in. */
export function staffDoor(access: Access): Door {
  return {
    offerTotp: (id, secret) =>
      access.write(async (db) => {
        await db.updateTable('staff').set({ totp_offered: secret }).where('id', '=', id).execute()
      }),
    confirmTotp: (id, confirmed) => access.write((db) => confirm(db, id, confirmed)),
    takeTotpStep: (id, step) => access.write((db) => takeStep(db, id, step)),
    takeRecovery: (id, codeHash) => access.write((db) => takeRecovery(db, id, codeHash)),
    resetTotp: (id) => access.write((db) => reset(db, id)),
    attempt: (counts) => access.write((db) => attempt(access, db, counts)),
    forgive: (id) =>
      access.write(async (db) => {
        await db.deleteFrom('staff_failures').where('id', '=', id).execute()
      }),
  }
}

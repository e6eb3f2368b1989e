import type { StaffStore } from '../bot/ports.ts'
import type { StaffSession } from '../bot/types.ts'
import type { Access } from './access.ts'
import { some, toStaffMember } from './rows.ts'
import type { Db } from './schema.ts'

type Sessions = Pick<StaffStore, 'openSession' | 'session' | 'closeSession' | 'sessions' | 'revoke'>

async function open(access: Access, db: Db, input: Parameters<StaffStore['openSession']>[0]): Promise<void> {
  await db.deleteFrom('staff_sessions').where('expires_at', '<=', access.now()).execute()
  await db
    .insertInto('staff_sessions')
    .values({
      id_hash: input.idHash,
      staff_id: input.staffId,
      csrf: input.csrf,
      expires_at: input.expiresAt,
      created_at: access.now(),
      origin: input.origin ?? null,
      agent: input.agent ?? null,
      strong: Number(input.strong ?? false),
    })
    .execute()
}

async function session(access: Access, db: Db, idHash: string): ReturnType<StaffStore['session']> {
  const row = await db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .selectAll('staff')
    .select(['staff_sessions.csrf', 'staff_sessions.strong'])
    .where('staff_sessions.id_hash', '=', idHash)
    .where('staff_sessions.expires_at', '>', access.now())
    .where('staff.disabled', '=', 0)
    .executeTakeFirst()
  return row && { staff: toStaffMember(row), csrf: row.csrf, strong: row.strong === 1 }
}

async function list(access: Access, db: Db, staffId?: string): Promise<StaffSession[]> {
  const all = db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .selectAll('staff_sessions')
    .select('staff.name')
    .where('staff_sessions.expires_at', '>', access.now())
    .orderBy('expires_at', 'desc')
    .orderBy('id_hash')
  const rows = await (staffId === undefined ? all : all.where('staff_id', '=', staffId)).execute()
  return rows.map((row) => ({
    id: row.id_hash,
    staffId: row.staff_id,
    name: row.name,
    ...some('openedAt', row.created_at),
    expiresAt: row.expires_at,
    ...some('from', row.origin),
    ...some('agent', row.agent),
  }))
}

async function revoke(db: Db, idHash: string, staffId?: string): Promise<boolean> {
  const one = db.deleteFrom('staff_sessions').where('id_hash', '=', idHash)
  const gone = await (staffId === undefined ? one : one.where('staff_id', '=', staffId)).executeTakeFirst()
  return Number(gone.numDeletedRows) === 1
}

/** Where staff are signed in. */
export function staffSessions(access: Access): Sessions {
  return {
    openSession: (input) => access.write((db) => open(access, db, input)),
    session: (idHash) => access.read((db) => session(access, db, idHash)),
    closeSession: async (idHash) => {
      await access.write((db) => revoke(db, idHash))
    },
    sessions: (staffId) => access.read((db) => list(access, db, staffId)),
    revoke: (idHash, staffId) => access.write((db) => revoke(db, idHash, staffId)),
  }
}

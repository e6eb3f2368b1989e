import type { StaffStore } from '../bot/ports.ts'
import type { StaffMember } from '../bot/types.ts'
import type { Access } from './access.ts'
import { StoreError } from './errors.ts'
import { toStaffMember } from './rows.ts'
import type { Db, Row } from './schema.ts'

async function add(access: Access, db: Db, input: Parameters<StaffStore['add']>[0]): Promise<StaffMember> {
  const row: Row<'staff'> = {
    id: access.newId(),
    name: input.name,
    role: input.role,
    password_hash: input.passwordHash,
    disabled: 0,
    created_at: access.now(),
  }
  const added = await db
    .insertInto('staff')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new StoreError('name_taken', `a member of staff is called ${input.name} already`)
  return toStaffMember(row)
}

async function disable(db: Db, name: string): Promise<boolean> {
  const member = await db
    .updateTable('staff')
    .set({ disabled: 1 })
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirst()
  if (!member) return false
  await db.deleteFrom('staff_sessions').where('staff_id', '=', member.id).execute()
  return true
}

async function session(
  access: Access,
  db: Db,
  idHash: string,
): Promise<{ staff: StaffMember; csrf: string } | undefined> {
  const row = await db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .selectAll('staff')
    .select('staff_sessions.csrf')
    .where('staff_sessions.id_hash', '=', idHash)
    .where('staff_sessions.expires_at', '>', access.now())
    .where('staff.disabled', '=', 0)
    .executeTakeFirst()
  return row && { staff: toStaffMember(row), csrf: row.csrf }
}

/** Members of staff and their sessions. */
export function staffStore(access: Access): StaffStore {
  return {
    add: (input) => access.write((db) => add(access, db, input)),
    list: async () => {
      const rows = await access.read((db) => db.selectFrom('staff').selectAll().orderBy('name').execute())
      return rows.map(toStaffMember)
    },
    findByName: async (name) => {
      const row = await access.read((db) =>
        db.selectFrom('staff').selectAll().where('name', '=', name).executeTakeFirst(),
      )
      return row && { ...toStaffMember(row), passwordHash: row.password_hash }
    },
    disable: (name) => access.write((db) => disable(db, name)),
    openSession: ({ idHash, staffId, csrf, expiresAt }) =>
      access.write(async (db) => {
        await db.deleteFrom('staff_sessions').where('expires_at', '<=', access.now()).execute()
        await db
          .insertInto('staff_sessions')
          .values({ id_hash: idHash, staff_id: staffId, csrf, expires_at: expiresAt })
          .execute()
      }),
    session: (idHash) => access.read((db) => session(access, db, idHash)),
    closeSession: (idHash) =>
      access.write(async (db) => {
        await db.deleteFrom('staff_sessions').where('id_hash', '=', idHash).execute()
      }),
  }
}

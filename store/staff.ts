import type { StaffChange, StaffChanged, StaffStore } from '../bot/ports.ts'
import type { StaffMember } from '../bot/types.ts'
import type { Access } from './access.ts'
import { StoreError } from './errors.ts'
import { some, toStaffMember } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { staffDoor } from './staffDoor.ts'
import { staffSessions } from './staffSessions.ts'

async function add(access: Access, db: Db, input: Parameters<StaffStore['add']>[0]): Promise<StaffMember> {
  const row: Row<'staff'> = {
    id: access.newId(),
    name: input.name,
    role: input.role,
    password_hash: input.passwordHash,
    disabled: 0,
    created_at: access.now(),
    communities: JSON.stringify(input.communities ?? []),
    totp_secret: null,
    totp_offered: null,
    totp_step: null,
    oidc_subject: input.oidcSubject ?? null,
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

/** Locks every administrator, so that two who demote each other can't both succeed. */
async function isLastAdmin(db: Db, id: string): Promise<boolean> {
  const admins = await db
    .updateTable('staff')
    .set((eb) => ({ role: eb.ref('role') }))
    .where('role', '=', 'admin')
    .where('disabled', '=', 0)
    .returning('id')
    .execute()
  return admins.length === 1 && admins[0]?.id === id
}

async function update(db: Db, id: string, change: StaffChange): Promise<StaffChanged> {
  const falls = change.disabled === true || (change.role !== undefined && change.role !== 'admin')
  if (falls && (await isLastAdmin(db, id))) return { kind: 'last_admin' }
  const row = await db
    .updateTable('staff')
    .set((eb) => ({
      role: change.role ?? eb.ref('role'),
      communities: change.communities ? JSON.stringify(change.communities) : eb.ref('communities'),
      password_hash: change.passwordHash ?? eb.ref('password_hash'),
      disabled: change.disabled === undefined ? eb.ref('disabled') : Number(change.disabled),
      oidc_subject: change.oidcSubject ?? eb.ref('oidc_subject'),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  await db.deleteFrom('staff_sessions').where('staff_id', '=', id).execute()
  return { kind: 'ok', member: toStaffMember(row) }
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

/** Members of staff, their sessions, and what lets them in. */
export function staffStore(access: Access): StaffStore {
  const one = async (column: 'id' | 'name' | 'oidc_subject', value: string): Promise<Row<'staff'> | undefined> =>
    access.read((db) => db.selectFrom('staff').selectAll().where(column, '=', value).executeTakeFirst())
  const member = (row: Row<'staff'> | undefined) => row && toStaffMember(row)
  return {
    add: (input) => access.write((db) => add(access, db, input)),
    list: async () => {
      const rows = await access.read((db) => db.selectFrom('staff').selectAll().orderBy('name').execute())
      return rows.map(toStaffMember)
    },
    find: async (id) => member(await one('id', id)),
    findByName: async (name) => {
      const row = await one('name', name)
      return row && { ...toStaffMember(row), passwordHash: row.password_hash }
    },
    findByOidc: async (subject) => member(await one('oidc_subject', subject)),
    secrets: async (id) => {
      const row = await one('id', id)
      if (!row) return undefined
      const { totp_secret, totp_offered } = row
      return {
        passwordHash: row.password_hash,
        ...some('totpSecret', totp_secret),
        ...some('totpOffered', totp_offered),
      }
    },
    disable: (name) => access.write((db) => disable(db, name)),
    update: (id, change) => access.write((db) => update(db, id, change)),
    rehash: (id, passwordHash) =>
      access.write(async (db) => {
        await db.updateTable('staff').set({ password_hash: passwordHash }).where('id', '=', id).execute()
      }),
    ...staffSessions(access),
    ...staffDoor(access),
  }
}

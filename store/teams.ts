import type { TeamStore } from '../bot/ports.ts'
import type { Colleague, Team } from '../bot/types.ts'
import type { Access } from './access.ts'
import { toStaffMember } from './rows.ts'
import type { Db } from './schema.ts'

async function colleagues(db: Db): Promise<Colleague[]> {
  const members = await db.selectFrom('staff').selectAll().where('disabled', '=', 0).orderBy('name').execute()
  const teams = await db.selectFrom('staff_teams').selectAll().orderBy('team').execute()
  const held = await db
    .selectFrom('tickets')
    .select((eb) => ['assignee', eb.fn.countAll<number>().as('count')])
    .where('stage', '=', 'staff')
    .groupBy('assignee')
    .execute()
  const holds = new Map(held.map(({ assignee, count }) => [assignee, Number(count)]))
  return members.map((row) => {
    const { id, name, role, communities } = toStaffMember(row)
    const own = teams.filter(({ staff_id }) => staff_id === id).map(({ team }) => team as Team)
    return { id, name, role, teams: own, holds: holds.get(id) ?? 0, ...(communities && { communities }) }
  })
}

async function put(db: Db, staffId: string, teams: readonly Team[]): Promise<boolean> {
  const known = await db.selectFrom('staff').select('id').where('id', '=', staffId).executeTakeFirst()
  if (!known) return false
  await db.deleteFrom('staff_teams').where('staff_id', '=', staffId).execute()
  const rows = [...new Set(teams)].map((team) => ({ staff_id: staffId, team }))
  if (rows.length) {
    await db
      .insertInto('staff_teams')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return true
}

/** Who belongs to which team. */
export function teamStore(access: Access): TeamStore {
  return {
    colleagues: () => access.read(colleagues),
    of: async (staffId) => {
      const rows = await access.read((db) =>
        db.selectFrom('staff_teams').select('team').where('staff_id', '=', staffId).orderBy('team').execute(),
      )
      return rows.map(({ team }) => team as Team)
    },
    put: (staffId, teams) => access.write((db) => put(db, staffId, teams)),
  }
}

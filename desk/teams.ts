import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { type Colleague, TEAMS } from '../bot/types.ts'
import { limitsOf, scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { managerOf } from './roles.ts'
import { sessionOf } from './session.ts'
import { teamSchemas } from './teamSchemas.ts'
import { tellTrail } from './trail.ts'

type Ports = Pick<DeskPorts, 'store' | 'presence'>

/** `/teams`: who works in which team and who is at the desk now; managers change the teams. `/presence`: a heartbeat. */
export function teamRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/teams', async (request, response) => {
    const { community } = check(teamSchemas.teams, request.query)
    const here = await ports.presence.here()
    const all = await colleaguesOf(ports, request)
    const colleagues = all
      .filter((colleague) => community === undefined || serves(colleague, [community]))
      .map(({ communities: _, ...shown }) => ({ ...shown, here: here.has(shown.id) }))
    response.json({ teams: TEAMS, colleagues })
  })
  router.patch('/teams/:id', async (request, response) => {
    managerOf(request)
    const before = (await colleaguesOf(ports, request)).find(({ id }) => id === request.params.id)
    if (!before) throw new QiaoError('not_found', 'nobody has this id')
    const { teams } = check(teamSchemas.memberTeams, request.body)
    tellTrail(request, { subject: before.name, before: { teams: before.teams }, after: { teams } })
    await ports.store.teams.put(before.id, teams)
    response.status(204).end()
  })
  router.post('/presence', async (request, response) => {
    await ports.presence.beat(sessionOf(request).staff.id)
    response.status(204).end()
  })
  return router
}

/** Those with whom the one who asks shares a compound. */
async function colleaguesOf({ store }: Ports, request: Request): Promise<Colleague[]> {
  const { communities } = scopeOf(request)
  const all = await store.teams.colleagues()
  return communities ? all.filter((colleague) => serves(colleague, communities)) : all
}

/** Whether this colleague may see at least one of these compounds. */
export function serves(colleague: Pick<Colleague, 'role' | 'communities'>, communities: readonly string[]): boolean {
  const limits = limitsOf(colleague)
  return !limits || communities.some((id) => limits.includes(id))
}

import { type Request, type RequestHandler, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { StaffChange } from '../bot/ports.ts'
import type { Facts, StaffMember } from '../bot/types.ts'
import { hashPassword } from './passwords.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

/** Lets administrators through. */
export const onlyAdmins: RequestHandler = (request, _response, next) => {
  if (sessionOf(request).staff.role !== 'admin') throw new QiaoError('forbidden', 'only administrators')
  next()
}

/** Who works at the desk, with which role and in which compounds; for administrators. */
export function userRoutes(ports: DeskPorts): Router {
  const router = Router()
  router.get('/users', onlyAdmins, async (_request, response) => {
    response.json({ users: await ports.store.staff.list(), communities: ports.communities })
  })
  router.post('/users', onlyAdmins, async (request, response) => {
    const { name, password, role, communities } = check(deskSchemas.newUser, request.body)
    checkCommunities(ports, communities)
    const passwordHash = await hashPassword(password, [name])
    tellTrail(request, { subject: name, after: { role, communities } })
    response.status(201).json(await added(ports, { name, role, communities, passwordHash }))
  })
  router.patch('/users/:id', onlyAdmins, async (request, response) => {
    response.json(await change(ports, request))
  })
  router.post('/users/:id/totp-reset', onlyAdmins, async (request, response) => {
    const member = await found(ports, request)
    await ports.store.staff.resetTotp(member.id)
    tellStreams(ports, member.id)
    response.json(await found(ports, request))
  })
  return router
}

async function added(ports: DeskPorts, input: Parameters<DeskPorts['store']['staff']['add']>[0]): Promise<StaffMember> {
  try {
    return await ports.store.staff.add(input)
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'name_taken') throw cause
    throw new QiaoError('taken', 'the name is taken', { cause, details: { field: 'name' } })
  }
}

/** Their open sessions and streams end with it. */
async function change(ports: DeskPorts, request: Request): Promise<StaffMember> {
  const { password, role, communities, disabled, oidcSubject } = check(deskSchemas.userChanges, request.body)
  const before = await found(ports, request)
  if (communities) checkCommunities(ports, communities)
  const passwordHash = password === undefined ? undefined : await hashPassword(password, [before.name])
  const given: StaffChange = {
    ...(role && { role }),
    ...(communities && { communities }),
    ...(disabled !== undefined && { disabled }),
    ...(passwordHash && { passwordHash }),
    ...(oidcSubject && { oidcSubject }),
  }
  tellTrail(request, { before: userFacts(before), after: { ...given, ...(passwordHash && { passwordHash: 'new' }) } })
  const result = await ports.store.staff.update(before.id, given)
  if (result.kind === 'last_admin')
    throw new QiaoError('conflict', 'the last administrator', { details: { reason: 'last_admin' } })
  if (result.kind === 'unknown') throw new QiaoError('not_found', 'nobody has this id')
  tellStreams(ports, before.id)
  return result.member
}

const userFacts = ({ name, role, communities, disabled }: StaffMember): Facts => ({
  name,
  role,
  communities: communities ?? [],
  disabled,
})

async function found({ store }: DeskPorts, request: Request): Promise<StaffMember> {
  const member = await store.staff.find(String(request.params.id))
  if (!member) throw new QiaoError('not_found', 'nobody has this id')
  return member
}

/** A compound that is not there would be a limit to nothing. */
function checkCommunities(ports: DeskPorts, communities: readonly string[]): void {
  const unknown = communities.find((id) => !ports.communities.includes(id))
  if (unknown !== undefined)
    throw new QiaoError('bad_request', `no compound ${unknown}`, { details: { field: 'communities' } })
}

/** Every stream of this member looks at once whether it may go on. */
export function tellStreams({ live }: Pick<DeskPorts, 'live'>, staffId: string): void {
  live.publish('desk', { kind: 'staff', staffId })
}

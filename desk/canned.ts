import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { CannedChange } from '../bot/ports.ts'
import type { CannedReply } from '../bot/types.ts'
import { cannedSchemas } from './cannedSchemas.ts'
import { scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'

type Ports = Pick<DeskPorts, 'store' | 'communities'>

/** `/canned`: replies that clerks keep. Whoever wrote one, or a manager, changes and deletes it. */
export function cannedRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/canned', async (request, response) => {
    const { community } = check(cannedSchemas.canned, request.query)
    response.json({ canned: await ports.store.canned.list(community ? [community] : scopeOf(request).communities) })
  })
  router.post('/canned', async (request, response) => {
    const input = check(cannedSchemas.newCanned, request.body)
    checkPlace(ports, request, input.community)
    const added = await ports.store.canned.add({ ...input, author: sessionOf(request).staff.name })
    response.status(201).json(doneOf(added))
  })
  router.patch('/canned/:id', async (request, response) => {
    const { shortcut, text } = check(cannedSchemas.changedCanned, request.body)
    await own(ports, request)
    const change = { ...(shortcut !== undefined && { shortcut }), ...(text !== undefined && { text }) }
    response.json(doneOf(await ports.store.canned.update(request.params.id, change)))
  })
  router.delete('/canned/:id', async (request, response) => {
    await own(ports, request)
    await ports.store.canned.remove(request.params.id)
    response.status(204).end()
  })
  return router
}

/** Those of all compounds are written by who sees all. */
function checkPlace({ communities }: Ports, request: Request, community: string): void {
  const missing = !community && scopeOf(request).communities !== undefined
  if (missing || (community && !communities.includes(community)))
    throw new QiaoError('bad_request', `no compound ${community}`, { details: { field: 'community' } })
}

async function own({ store }: Ports, request: Request): Promise<CannedReply> {
  const { staff } = sessionOf(request)
  const found = await store.canned.find(String(request.params.id))
  if (!found) throw new QiaoError('not_found', 'no such canned reply')
  if (staff.role === 'staff' && found.author !== staff.name)
    throw new QiaoError('forbidden', 'of another; managers may')
  return found
}

function doneOf(change: CannedChange): CannedReply {
  if (change.kind === 'ok') return change.canned
  if (change.kind === 'taken') throw new QiaoError('taken', 'the shortcut is taken', { details: { field: 'shortcut' } })
  throw new QiaoError('not_found', 'no such canned reply')
}

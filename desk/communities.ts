import { Router } from 'express'
import type { Words } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'

/** A compound as staff pick it. */
export interface CompoundName {
  id: string
  name: Words
}

/** `GET /communities`: the compounds that this member of staff works for, for the desk's lists. */
export function communityRoutes(ports: Pick<DeskPorts, 'compounds'>): Router {
  const router = Router()
  router.get('/communities', (request, response) => {
    const { communities: theirs } = scopeOf(request)
    response.json({ communities: ports.compounds().filter(({ id }) => !theirs || theirs.includes(id)) })
  })
  return router
}

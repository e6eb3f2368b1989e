import { Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { scopeOf } from './compounds.ts'
import { deliverySchemas } from './deliverySchemas.ts'
import { hiddenWords } from './hidden.ts'
import type { DeskPorts } from './ports.ts'

/** `GET /deliveries`: what owners did not get. `POST /deliveries/:id/retry`: sends it again. */
export function deliveryRoutes({
  store,
  live,
  ...masks
}: Pick<DeskPorts, 'store' | 'live' | 'maskAbuse' | 'maskNumbers'>): Router {
  const router = Router()
  router.get('/deliveries', async (request, response) => {
    const { state, community, page } = check(deliverySchemas.deliveries, request.query)
    const filter = { ...scopeOf(request), ...(state && { state }), ...(community && { community }), page }
    const { deliveries, total } = await store.deliveries.list(filter)
    response.json({
      deliveries: deliveries.map((one) => ({
        ...one,
        text: hiddenWords(masks, masks.maskAbuse(one.text), one.community),
      })),
      total,
    })
  })
  router.post('/deliveries/:id/retry', async (request, response) => {
    const id = Number(request.params.id)
    const found = await store.deliveries.find(id)
    if (!found) throw new QiaoError('not_found', 'no such undelivered message')
    // Somebody else was quicker.
    if (!(await store.deliveries.retry(id))) throw new QiaoError('conflict', 'it is on its way again already')
    live.publish('desk', { kind: 'messages', conversationId: found.conversationId })
    response.status(204).end()
  })
  return router
}

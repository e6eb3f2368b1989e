import { Router } from 'express'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { managerOf } from './roles.ts'

export const alertSchemas = {
  alerts: z
    .object({ open: z.enum(['0', '1']).optional().describe('1: those that no manager has taken note of') })
    .strict(),
}

/** `GET /alerts`: many homes with one matter, threatened blockades; `POST /alerts/:id/seen`: a manager takes note. */
export function alertRoutes({ store, live }: Pick<DeskPorts, 'store' | 'live'>): Router {
  const router = Router()
  router.get('/alerts', async (request, response) => {
    const { open } = check(alertSchemas.alerts, request.query)
    response.json({ alerts: await store.alerts.list({ ...scopeOf(request), ...(open === '1' && { open: true }) }) })
  })
  router.post('/alerts/:id/seen', async (request, response) => {
    const alert = await store.alerts.seen(request.params.id, managerOf(request).name)
    if (!alert) throw new QiaoError('not_found', 'no such alert')
    live.publish('desk', { kind: 'alerts', alertId: alert.id })
    response.json(alert)
  })
  return router
}

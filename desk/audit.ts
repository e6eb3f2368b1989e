import { Router } from 'express'
import { check } from '../bot/check.ts'
import type { AuditFilter } from '../bot/ports.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { onlyAdmins } from './users.ts'

/** `GET /audit`: what happened, the newest first; for administrators. */
export function auditRoutes({ store }: Pick<DeskPorts, 'store'>): Router {
  const router = Router()
  router.get('/audit', onlyAdmins, async (request, response) => {
    const given = Object.entries(check(deskSchemas.audit, request.query)).filter(([, value]) => value !== undefined)
    const filter = Object.fromEntries(given) as AuditFilter
    response.json(await store.audit.list(utc(filter)))
  })
  return router
}

/** Times as the record has them. */
function utc({ since, until, ...rest }: AuditFilter): AuditFilter {
  const iso = (time: string): string => new Date(time).toISOString()
  return { ...rest, ...(since && { since: iso(since) }), ...(until && { until: iso(until) }) }
}

import { Router } from 'express'
import type { Registry } from 'prom-client'
import type { Degraded } from '../bot/ports.ts'
import { docsPage } from './docs.ts'
import type { OpenApiDocument } from './openapi.ts'

export interface OperationsPorts {
  /** Undefined when ready; else what is missing, in a few words. */
  notReady(): Promise<string | undefined>
  metrics: Pick<Registry, 'contentType' | 'metrics'>
  /** What the live side lacks; it serves all the same. */
  degraded(): Degraded | undefined
  openapi: OpenApiDocument
}

/** `/healthz` alive · `/readyz` record and model ready · `/metrics` for Prometheus · `/openapi.json` and `/docs`. */
export function operationsRoutes(ports: OperationsPorts): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const missing = await ports.notReady()
    const degraded = ports.degraded()
    const ready = { status: 'ready', ...(degraded && { degraded }) }
    response.status(missing ? 503 : 200).json(missing ? { status: 'not ready', missing } : ready)
  })
  router.get('/metrics', async (_request, response) => {
    response.type(ports.metrics.contentType).send(await ports.metrics.metrics())
  })
  router.get('/openapi.json', (_request, response) => {
    response.json(ports.openapi)
  })
  const page = docsPage(ports.openapi)
  router.get('/docs', (_request, response) => {
    response.type('html').send(page)
  })
  return router
}

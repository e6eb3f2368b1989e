import { type Request, Router } from 'express'
import { z } from 'zod'
import { check, cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { LINK_HOURS } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

const HOUR_MS = 3_600_000

export const dispatchSchemas = {
  dispatch: z
    .object({
      repairer: z
        .string()
        .overwrite(cleanText)
        .trim()
        .min(1)
        .max(50)
        .describe('Who gets the link; owners read the name'),
      hours: z.number().int().min(1).max(LINK_HOURS.most).default(LINK_HOURS.usual).describe('That the link lives'),
    })
    .strict(),
  recall: z.object({ link: z.string().min(1).max(200).describe('Its id') }).strict(),
}

type Ports = Pick<DeskPorts, 'store' | 'live' | 'clock' | 'newToken' | 'hash'>

/** `…/work-orders/:id/dispatch…`: a work order is sent to a repairer's phone by a link, and called back. */
export function dispatchRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/work-orders/:id/dispatch', async (request, response) => {
    if (!(await ports.store.workOrders.byNumber(numberOf(request)))) throw noOrder(request)
    response.json({ links: await ports.store.dispatch.ofOrder(numberOf(request)) })
  })
  router.post('/work-orders/:id/dispatch', async (request, response) => {
    const { repairer, hours } = check(dispatchSchemas.dispatch, request.body)
    response.status(201).json(await send(ports, request, repairer, hours))
  })
  router.post('/work-orders/:id/dispatch/recall', async (request, response) => {
    const { link } = check(dispatchSchemas.recall, request.body)
    const ended = await ports.store.dispatch.revoke(numberOf(request), link, sessionOf(request).staff.name)
    if (!ended) throw new QiaoError('not_found', 'no such link of this work order')
    ports.live.publish('desk', { kind: 'work_orders', number: numberOf(request) })
    response.json(ended)
  })
  return router
}

/** The secret leaves with this answer alone; the record has its hash. */
async function send({ store, live, clock, newToken, hash }: Ports, request: Request, repairer: string, hours: number) {
  const secret = newToken()
  const number = numberOf(request)
  const expiresAt = new Date(clock.now().getTime() + hours * HOUR_MS).toISOString()
  const by = sessionOf(request).staff.name
  tellTrail(request, { after: { repairer, hours } })
  const sent = await store.dispatch.send(number, { secretHash: hash(secret), repairer, by, expiresAt })
  if (!sent) {
    const order = await store.workOrders.byNumber(number)
    if (!order) throw noOrder(request)
    const details = { from: order.state, to: [], detail: `${order.state} is its end`, reason: 'order_over' }
    throw new QiaoError('conflict', 'the work order is over', { details })
  }
  live.publish('desk', { kind: 'work_orders', number })
  // Behind the sign that browsers send to no server, so that it stands in no log.
  return { ...sent.link, path: `/r/#${secret}` }
}

const numberOf = (request: Request): string => String(request.params.id)

const noOrder = (request: Request): QiaoError => new QiaoError('not_found', `no work order ${numberOf(request)}`)

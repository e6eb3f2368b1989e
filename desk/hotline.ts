import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import type { Locale, Responsibility } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import { hotlineSchemas } from './hotlineSchemas.ts'
import { DeskHotline, type NewFields } from './hotlineWork.ts'
import type { DeskPorts } from './ports.ts'
import { vouchingOf } from './promiseHold.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

/** What orders of the city's hotline are reckoned and answered by; `main` gives it. */
export interface HotlinePort {
  /** The last minute of an ISO day in the compound's time zone, ISO 8601 UTC. */
  endOf(community: string, day: string): string
  /** The end of the n-th working day after the one on which it came; `sure`: the calendar knows the holidays till then. */
  afterWorkingDays(community: string, receivedAt: string, count: number): { at: string; sure: boolean }
  responsibility(intent: string, community: string, locale: Locale): Responsibility | undefined
  /** Topics of the status board that tell of this intent. */
  topicsOf(intent: string): string[]
}

export type HotlinePorts = Pick<
  DeskPorts,
  | 'store'
  | 'live'
  | 'clock'
  | 'say'
  | 'stamp'
  | 'place'
  | 'homeIn'
  | 'maskNumbers'
  | 'board'
  | 'hotline'
  | 'intake'
  | 'intents'
  | 'communities'
  | 'promisesIn'
  | 'promiseKey'
>

/** `/hotline`: what 12345 passes on, taken down from the paper, answered from the record. */
export function hotlineRoutes(ports: HotlinePorts): Router {
  const router = Router()
  const hotline = new DeskHotline(ports)
  router.get('/hotline', async (request, response) => {
    const { ticket, ...filter } = check(hotlineSchemas.hotlines, request.query)
    const wanted = { ...given(filter), ...(ticket && { ticketId: ticket }), ...scopeOf(request) }
    const { orders, total } = await ports.store.hotline.list(wanted)
    response.json({ orders: orders.map((order) => hotline.shown(order)), total })
  })
  router.post('/hotline', async (request, response) => {
    const { community, ...fields } = check(hotlineSchemas.newHotline, request.body)
    tellTrail(request, { community, after: { number: fields.number } })
    const taken = await hotline.take(community, given(fields) as NewFields, sessionOf(request).staff)
    response.status(201).json(hotline.shown(taken))
  })
  router.get('/hotline/:id', async (request, response) => response.json(await hotline.open(idOf(request))))
  router.patch('/hotline/:id', async (request, response) => {
    const changes = given(check(hotlineSchemas.hotlineChanges, request.body))
    tellTrail(request, { after: { fields: Object.keys(changes) } })
    await hotline.mend(idOf(request), changes)
    response.json(await hotline.open(idOf(request)))
  })
  router.post('/hotline/:id/answer', async (request, response) => {
    const { text, confirm, record } = check(hotlineSchemas.hotlineAnswer, request.body)
    const words = { text, ...vouchingOf({ confirm, record }) }
    response.json(hotline.shown(await hotline.answer(idOf(request), sessionOf(request).staff, words)))
  })
  return router
}

const idOf = (request: Request): string => String(request.params.id)

/** Without what wasn't sent. */
const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

import { type Request, Router } from 'express'
import { z } from 'zod'
import { check, cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { Callback } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import { hidden } from './hidden.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

/** Later than any call that is promised. */
const EVER = '9999'

const words = (most: number) => z.string().overwrite(cleanText).trim().max(most)

export const callbackSchemas = {
  owed: z
    .object({
      community: z.string().max(100).optional(),
      when: z.enum(['today', 'all']).default('today').describe('today: what is due by its end, in the compound’s time'),
    })
    .strict(),
  newCallback: z
    .object({
      dueAt: z.iso
        .datetime({ offset: true })
        .transform((time) => new Date(time).toISOString())
        .describe('By when, as the clerk told the owner'),
      matter: words(200).default('').describe('What it is to be about'),
    })
    .strict(),
  callbackDone: z.object({ word: words(500).default('').describe('What came of it') }).strict(),
}

type Ports = Pick<DeskPorts, 'store' | 'live' | 'clock' | 'reports' | 'communities' | 'maskAbuse' | 'maskNumbers'>

/** `…/tickets/:id/callbacks`, `/callbacks…`: who is to be rung back by when, whose promise it is, and that it was kept. */
export function callbackRoutes(ports: Ports): Router {
  const router = Router()
  const { store } = ports
  router.get('/tickets/:id/callbacks', async (request, response) => {
    if (!(await store.tickets.find(idOf(request)))) throw new QiaoError('not_found', 'no such ticket')
    response.json({ callbacks: await store.callbacks.ofTicket(idOf(request)) })
  })
  router.post('/tickets/:id/callbacks', async (request, response) => {
    const { dueAt, matter } = check(callbackSchemas.newCallback, request.body)
    if (Date.parse(dueAt) <= ports.clock.now().getTime()) throw past()
    const { id: authorId, name: by } = sessionOf(request).staff
    tellTrail(request, { after: { callBackBy: dueAt } })
    const callback = await store.callbacks.add(idOf(request), { authorId, by, dueAt, matter })
    if (!callback) throw new QiaoError('not_found', 'no such ticket')
    announce(ports, callback)
    response.status(201).json(callback)
  })
  router.get('/callbacks', async (request, response) => {
    const { community, when } = check(callbackSchemas.owed, request.query)
    const before = when === 'all' ? EVER : endOfToday(ports, community)
    const filter = { before, ...(community && { community }), ...scopeOf(request) }
    const owed = await store.callbacks.owed(filter)
    const shown = owed.map((each) => ({ ...each, summary: hidden(ports, each.summary, each.community) }))
    response.json({ callbacks: shown })
  })
  router.post('/callbacks/:id/done', async (request, response) => {
    const { word } = check(callbackSchemas.callbackDone, request.body)
    const done = await store.callbacks.done(idOf(request), sessionOf(request).staff.name, word)
    if (!done) throw new QiaoError('not_found', 'no such call-back')
    announce(ports, done)
    response.json(done)
  })
  return router
}

function endOfToday({ reports, communities }: Ports, community: string | undefined): string {
  if (community && !communities.includes(community)) throw new QiaoError('not_found', `no compound ${community}`)
  const today = reports.today(community)
  return reports.span(community, today, today).to
}

function announce({ live }: Ports, { id }: Callback): void {
  live.publish('desk', { kind: 'callbacks', callbackId: id })
}

const past = (): QiaoError =>
  new QiaoError('bad_request', 'a call is promised for a time to come', {
    details: { field: 'dueAt', reason: 'past' },
  })

const idOf = (request: Request): string => String(request.params.id)

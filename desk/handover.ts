import { createHash } from 'node:crypto'
import { type Request, Router } from 'express'
import { z } from 'zod'
import { check, cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { Store } from '../bot/ports.ts'
import type { Handover, HandoverSummary, HandoverTicket, TicketRow } from '../bot/types.ts'
import { checkCompound, scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

const HOUR_MS = 3_600_000
const community = z.string().min(1).max(100)

export const handoverSchemas = {
  handovers: z
    .object({ community: community.optional(), page: z.coerce.number().int().min(1).max(10_000).default(1) })
    .strict(),
  handoverDraft: z.object({ community: community.optional() }).strict(),
  newHandover: z
    .object({
      community,
      note: z.string().overwrite(cleanText).trim().max(2000).default('').describe('What the list does not say'),
    })
    .strict(),
}

type Ports = Pick<DeskPorts, 'store' | 'live' | 'clock' | 'board' | 'communities'>

/** `/handovers…`: what a shift leaves to the next, with a note; signed by who comes, and never changed. */
export function handoverRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/handovers', async (request, response) => {
    const { page, community: wanted } = check(handoverSchemas.handovers, request.query)
    const filter = { page, ...(wanted && { community: wanted }), ...scopeOf(request) }
    response.json(await ports.store.handovers.list(filter))
  })
  router.get('/handovers/draft', async (request, response) => {
    const { community: wanted } = check(handoverSchemas.handoverDraft, request.query)
    const of = wanted ?? scopeOf(request).communities?.[0] ?? ports.communities[0] ?? ''
    checkThere(ports, request, of)
    response.json(await summaryOf(ports, of))
  })
  router.post('/handovers', async (request, response) => {
    const { community: of, note } = check(handoverSchemas.newHandover, request.body)
    checkThere(ports, request, of)
    const summary = await summaryOf(ports, of)
    const { id: authorId, name: by } = sessionOf(request).staff
    tellTrail(request, { community: of, after: { content: hashOf({ note, summary }) } })
    const handover = await ports.store.handovers.add({ community: of, authorId, by, note, summary })
    ports.live.publish('desk', { kind: 'handovers', handoverId: handover.id })
    response.status(201).json(handover)
  })
  router.post('/handovers/:id/sign', async (request, response) => response.json(await sign(ports, request)))
  return router
}

function checkThere({ communities }: Ports, request: Request, of: string): void {
  checkCompound(request, of)
  if (!communities.includes(of)) throw new QiaoError('not_found', `no compound ${of}`)
}

/** What was signed stands in the audit by its hash, so that a later change would show. */
const hashOf = ({ note, summary }: Pick<Handover, 'note' | 'summary'>): string =>
  createHash('sha256')
    .update(JSON.stringify([note, summary]))
    .digest('base64url')

async function sign({ store, live }: Ports, request: Request): Promise<Handover> {
  const { staff } = sessionOf(request)
  const id = String(request.params.id)
  const written = await store.handovers.find(id)
  if (written) tellTrail(request, { after: { content: hashOf(written) } })
  const signed = await store.handovers.sign(id, staff)
  switch (signed.kind) {
    case 'unknown':
      throw new QiaoError('not_found', 'no such hand-over')
    case 'own':
      throw new QiaoError('conflict', 'nobody signs for themselves', { details: { reason: 'own_handover' } })
    case 'signed': {
      const details = { reason: 'handover_signed', holder: signed.handover.signedBy }
      throw new QiaoError('conflict', 'somebody has signed it', { details })
    }
    case 'ok':
      live.publish('desk', { kind: 'handovers', handoverId: id })
      return signed.handover
    default:
      return signed satisfies never
  }
}

async function summaryOf({ store, clock, board }: Ports, of: string): Promise<HandoverSummary> {
  const [held, waiting, owed, entries] = await Promise.all([
    openTickets(store, of, 'staff'),
    openTickets(store, of, 'waiting'),
    store.callbacks.owed({ community: of, before: '9999' }),
    board.list(of),
  ])
  const now = clock.now().getTime()
  const emergencies = [...held, ...waiting].filter(({ priority }) => priority === 'emergency')
  const stale = entries.filter(
    ({ closedAt, asOf, staleAfterHours }) => !closedAt && now - Date.parse(asOf) > staleAfterHours * HOUR_MS,
  )
  return {
    held: held.map(inHandover),
    emergencies: emergencies.map(inHandover),
    callbacks: owed.map(({ id, ticketId, by, dueAt }) => ({ id, ticketId, by, dueAt })),
    stale: stale.map(({ id, topic, asOf }) => ({ entryId: id, topic, asOf })),
  }
}

/** All of them, page by page. */
async function openTickets({ tickets }: Store, community: string, stage: 'staff' | 'waiting'): Promise<TicketRow[]> {
  const all: TicketRow[] = []
  for (let page = 1; ; page++) {
    const { tickets: some, total } = await tickets.list({ community, stage, page })
    all.push(...some)
    if (!some.length || all.length >= total) return all
  }
}

/** The title alone of what stands in the queue: an owner's words are not kept twice. */
function inHandover({ id, summary, priority, assignee, dueAt }: TicketRow): HandoverTicket {
  const matter = /^【([^】]*)】/.exec(summary)?.[1] ?? ''
  return { ticketId: id, matter, priority, dueAt, ...(assignee && { assignee }) }
}

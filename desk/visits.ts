import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { VisitRecorded, VisitsDue, VisitWords } from '../bot/ports.ts'
import type { StaffMember, Visit, VisitCall } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import { daySpan } from './daySpan.ts'
import { hidden } from './hidden.ts'
import { matterOf } from './orderMatter.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { noteReveal, tellTrail } from './trail.ts'
import { visitSchemas } from './visitSchemas.ts'

const HOUR_MS = 3_600_000

export type VisitPorts = Pick<
  DeskPorts,
  | 'store'
  | 'live'
  | 'clock'
  | 'say'
  | 'intents'
  | 'communities'
  | 'reports'
  | 'maskAbuse'
  | 'maskNumbers'
  | 'visitHours'
  | 'answerBy'
>

/** `/visits`: what was ended and is to be asked about, by somebody else than who ended it. */
export function visitRoutes(ports: VisitPorts): Router {
  const router = Router()
  const visits = new DeskVisits(ports)
  router.get('/visits', async (request, response) => {
    const { list, community, page } = check(visitSchemas.visits, request.query)
    const of = visits.due(community, scopeOf(request).communities)
    const { visits: found, total } = await ports.store.visits.list({ list, of, page })
    const shown = await Promise.all(found.map((visit) => visits.shown(visit, sessionOf(request).staff)))
    response.json({ visits: shown, total })
  })
  router.get('/visits/figures', async (request, response) => {
    const span = daySpan(ports, check(visitSchemas.visitFigures, request.query))
    response.json(await ports.store.visits.figures({ ...span, ...scopeOf(request) }))
  })
  router.post('/visits/:id/result', async (request, response) => {
    const { result, satisfaction, note } = check(visitSchemas.visitResult, request.body)
    const { staff } = sessionOf(request)
    const said = { ...(satisfaction !== undefined && { satisfaction }), ...(note && { note }) }
    tellTrail(request, { after: { result, ...(satisfaction !== undefined && { satisfaction }) } })
    response.json(await visits.shown(await visits.record(idOf(request), { by: staff.name, result, ...said }), staff))
  })
  router.post('/visits/:id/reveal', async (request, response) => {
    const { field } = check(visitSchemas.visitReveal, request.body)
    const visit = await visits.found(idOf(request))
    await noteReveal(ports, request, { field })
    response.json({ contact: await visits.phones(visit) })
  })
  return router
}

const idOf = (request: Request): string => String(request.params.id)

/** Asking whether what was ended held. */
class DeskVisits {
  readonly #ports: VisitPorts

  constructor(ports: VisitPorts) {
    this.#ports = ports
  }

  /** By compound, up to when what was ended is due now. */
  due(community: string | undefined, mine: readonly string[] | undefined): VisitsDue[] {
    const { communities, clock, visitHours } = this.#ports
    return communities
      .filter((id) => (community === undefined || id === community) && (!mine || mine.includes(id)))
      .map((id) => {
        const endedBy = new Date(clock.now().getTime() - visitHours(id) * HOUR_MS).toISOString()
        return { community: id, endedBy }
      })
  }

  /** @throws QiaoError `not_found` */
  async found(id: string): Promise<Visit> {
    const visit = await this.#ports.store.visits.find(id)
    if (!visit) throw new QiaoError('not_found', `no visit ${id}`)
    return visit
  }

  /** Where the owner said none, those of the home that they proved to be theirs. */
  async phones({ contact, conversationId }: Visit): Promise<string[]> {
    if (contact) return [contact]
    return (await this.#ports.store.homes.ofConversation(conversationId))?.phones ?? []
  }

  /** @throws QiaoError `same_person`, `conflict`, `not_found` */
  async record(id: string, call: Omit<VisitCall, 'at'>): Promise<Visit> {
    const visit = await this.found(id)
    const result = await this.#ports.store.visits.record(id, call, await this.#words(visit, call))
    if (result.kind !== 'ok') throw refused(result, visit)
    this.#announce(result.visit, result.told)
    return result.visit
  }

  /** As the desk shows it to this member of staff. */
  async shown(visit: Visit, { name }: StaffMember) {
    const { maskNumbers, visitHours } = this.#ports
    const { contact: _contact, conversationId: _conversationId, matter, closedAt, closedBy, ...rest } = visit
    const hours = visitHours(visit.community)
    return {
      ...rest,
      ...{ matter: hidden(this.#ports, matter, visit.community), closedBy, closedAt },
      dueAt: new Date(Date.parse(closedAt) + hours * HOUR_MS).toISOString(),
      contactMasked: (await this.phones(visit)).map((phone) => maskNumbers(phone)),
      own: closedBy === name,
    }
  }

  async #words({ community, conversationId }: Visit, { by, note }: Omit<VisitCall, 'at'>): Promise<VisitWords> {
    const { say, answerBy, store } = this.#ports
    const owner = await store.conversations.find(conversationId)
    return {
      order: ({ community: of, locale }, order) => ({
        text: say('visit_order_open', of, locale, {
          number: order.number,
          what: matterOf(this.#ports, order, locale === 'en'),
        }),
        intent: 'repair.progress',
        action: 'status',
        sources: [{ kind: 'work_order', number: order.number }],
      }),
      ticket: say('visit_ticket_open', community, owner?.locale ?? 'zh'),
      note: say('visit_note', community, 'zh', { name: by, note: note ?? '' }),
      dueAt: answerBy(community, 'high'),
    }
  }

  #announce({ number, ticketId }: Visit, told: string[]): void {
    const { live } = this.#ports
    for (const conversationId of told) {
      live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
      live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
      live.publish('desk', { kind: 'messages', conversationId })
    }
    if (number) live.publish('desk', { kind: 'work_orders', number })
    if (ticketId) live.publish('desk', { kind: 'tickets', ticketId })
  }
}

function refused(result: Exclude<VisitRecorded, { kind: 'ok' }>, { id, closedBy }: Visit): QiaoError {
  switch (result.kind) {
    case 'unknown':
      return new QiaoError('not_found', `no visit ${id}`)
    case 'same':
      return new QiaoError('same_person', `${closedBy} ended it`)
    case 'over':
      return new QiaoError('conflict', 'it was asked already, or is open again')
    default:
      return result satisfies never
  }
}

import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { Incident, Locale, Reply, StaffMember } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { vouchedFor, vouchingOf } from './promiseHold.ts'
import { deskSchemas } from './schemas.ts'
import { sessionOf } from './session.ts'

export type IncidentPorts = Pick<
  DeskPorts,
  'store' | 'live' | 'say' | 'promisesIn' | 'promiseKey' | 'intents' | 'place'
>

/** By topic of the status board, the intent whose title names the trouble. */
const TITLES: Record<string, string> = {
  lift: 'elevator.fault',
  water: 'water.outage',
  power: 'power.outage',
  heating: 'heating.status',
}

/** `GET /incidents`, `POST /incidents/:id/answer` (all at once) and `/close`. */
export function incidentRoutes(ports: DeskPorts): Router {
  const router = Router()
  const incidents = new DeskIncidents(ports)
  router.get('/incidents', async (request, response) => {
    const { community, open } = check(deskSchemas.incidents, request.query)
    const filter = {
      ...scopeOf(request),
      ...(community ? { community } : {}),
      ...(open === undefined ? {} : { open: open === '1' }),
    }
    response.json({ incidents: await ports.store.incidents.list(filter) })
  })
  router.post('/incidents/:id/answer', async (request, response) => {
    const { text, confirm, record } = check(deskSchemas.answerIncident, request.body)
    const words = { text, ...vouchingOf({ confirm, record }) }
    response.json(await incidents.answer(idOf(request), sessionOf(request).staff, words))
  })
  router.post('/incidents/:id/close', async (request, response) => {
    response.json(await incidents.close(idOf(request)))
  })
  return router
}

const idOf = (request: Request): string => String(request.params.id)

/** One trouble, many who ask, one answer. */
export class DeskIncidents {
  readonly #ports: IncidentPorts

  constructor(ports: IncidentPorts) {
    this.#ports = ports
  }

  /**
   * Tells everybody who asked, once; whoever asks later gets it at once.
   * @throws QiaoError `not_found`, `conflict` when it is closed, `promise` as with any words of a clerk
   */
  async answer(
    id: string,
    clerk: StaffMember,
    words: { text: string; confirm?: string; record?: string },
  ): Promise<{ incident: Incident; told: number }> {
    const { store, live } = this.#ports
    const incident = await this.#found(id)
    const vouched = await vouchedFor(this.#ports, incident, clerk, words)
    const { text } = words
    const answer = { text, by: clerk.name, ...(vouched && { vouched }) }
    const result = await store.incidents.answer(id, answer, (reader) => this.#says(incident, text, clerk.name, reader))
    if (!result) throw new QiaoError('conflict', 'it is closed')
    for (const conversationId of result.told)
      live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    live.publish('desk', { kind: 'incidents', incidentId: id })
    return { incident: result.incident, told: result.told.length }
  }

  /** @throws QiaoError `not_found`, `conflict` when it is closed already */
  async close(id: string): Promise<Incident> {
    await this.#found(id)
    if (!(await this.#ports.store.incidents.close(id))) throw new QiaoError('conflict', 'it is closed')
    this.#ports.live.publish('desk', { kind: 'incidents', incidentId: id })
    return this.#found(id)
  }

  async #found(id: string): Promise<Incident> {
    const incident = await this.#ports.store.incidents.find(id)
    if (!incident) throw new QiaoError('not_found', `no incident ${id}`)
    return incident
  }

  #says(
    { id, topic, building }: Incident,
    text: string,
    by: string,
    { community, locale }: { community: string; locale: Locale },
  ): Reply {
    const { say, intents, place } = this.#ports
    const title = intents.find((intent) => intent.id === TITLES[topic])?.title
    const vars = {
      where: building ? place(building, locale) : say('everywhere', community, locale),
      topic: (locale === 'en' ? title?.en : title?.zh) ?? topic,
      by,
      text,
    }
    return {
      text: say('incident_answer', community, locale, vars),
      ...(TITLES[topic] ? { intent: TITLES[topic] } : {}),
      action: 'status',
      sources: [{ kind: 'incident', id }],
    }
  }
}

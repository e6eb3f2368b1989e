import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { HotlineChanged } from '../bot/ports.ts'
import type { HotlineFields, HotlineOrder, Locale, Responsibility, StaffMember } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import { homePlace } from './homePlace.ts'
import { draftOf } from './hotlineDraft.ts'
import { hotlineSchemas } from './hotlineSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { vouchedFor, vouchingOf } from './promiseHold.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

const HOUR_MS = 3_600_000

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

type Deadline = { deadline?: string; workingDays?: number }
type NewFields = Omit<HotlineFields, 'deadline'> & Deadline
type Changes = { [Name in keyof HotlineFields]?: HotlineFields[Name] | null }

class DeskHotline {
  readonly #ports: HotlinePorts

  constructor(ports: HotlinePorts) {
    this.#ports = ports
  }

  /** @throws QiaoError `conflict` when the number is there already, `bad_request`, `not_found` */
  async take(community: string, fields: NewFields, clerk: StaffMember): Promise<HotlineOrder> {
    const { communities, store } = this.#ports
    if (!communities.includes(community)) throw new QiaoError('not_found', `no compound ${community}`)
    this.#checkReceived(fields.receivedAt)
    await this.#checkLinks(community, fields)
    const intent = fields.intent ?? (await this.#intentOf(community, fields))
    const deadline = this.#deadline(community, fields.receivedAt, fields)
    const whole = { ...fields, ...this.#plain(fields), deadline, ...(intent && { intent }) }
    return this.#done(await store.hotline.take(community, whole, clerk.name))
  }

  /** @throws QiaoError `conflict` when it is answered or the number is another's, `bad_request`, `not_found` */
  async mend(id: string, changes: Changes): Promise<HotlineOrder> {
    const order = await this.#found(id)
    if (changes.receivedAt) this.#checkReceived(changes.receivedAt)
    await this.#checkLinks(order.community, changes)
    const { deadline, workingDays, receivedAt } = changes
    const counted = workingDays ?? (deadline === undefined ? order.workingDays : undefined)
    const from = receivedAt ?? order.receivedAt
    const reckoned = deadline ?? (counted === undefined ? order.deadline : undefined)
    const until = { ...(reckoned && { deadline: reckoned }), ...(counted !== undefined && { workingDays: counted }) }
    const whole = { deadline: this.#deadline(order.community, from, until), workingDays: counted ?? null }
    return this.#done(await this.#ports.store.hotline.mend(id, { ...changes, ...this.#plain(changes), ...whole }))
  }

  /** Given out once. @throws QiaoError `promise` as with any words of a clerk, `conflict`, `not_found` */
  async answer(
    id: string,
    clerk: StaffMember,
    words: { text: string; confirm?: string; record?: string },
  ): Promise<HotlineOrder> {
    const order = await this.#found(id)
    const drafts = await Promise.all([draftOf(this.#ports, order, 'zh'), draftOf(this.#ports, order, 'en')])
    const backed = drafts.flatMap((draft) => draft.backed)
    const vouched = await vouchedFor(this.#ports, order, clerk, { ...words, backed })
    const said = { text: words.text, by: clerk.name, ...(vouched && { vouched }) }
    return this.#done(await this.#ports.store.hotline.answer(id, said))
  }

  /** With an answer from the record, as long as there is none. @throws QiaoError `not_found` */
  async open(id: string) {
    const order = await this.#found(id)
    if (order.answer) return this.shown(order)
    const [zh, en] = await Promise.all([draftOf(this.#ports, order, 'zh'), draftOf(this.#ports, order, 'en')])
    return { ...this.shown(order), draft: { zh: zh.text, en: en.text } }
  }

  shown(order: HotlineOrder) {
    const { community, receivedAt, workingDays, deadline, answer } = order
    const { hotline, clock } = this.#ports
    const sure = workingDays === undefined || hotline.afterWorkingDays(community, receivedAt, workingDays).sure
    return { ...order, overdue: (answer?.at ?? clock.now().toISOString()) > deadline, sure }
  }

  /** Whose it is can be told from the home alone, so that it is found again when its owner wants it gone. */
  #plain<Given extends Pick<Changes, 'wanted' | 'home'>>({ wanted, home }: Given): Pick<NewFields, 'wanted' | 'home'> {
    const { homeIn, maskNumbers } = this.#ports
    return {
      ...(wanted && { wanted: maskNumbers(wanted) }),
      ...(home && { home: homePlace(homeIn(home)) ?? home }),
    } as Pick<NewFields, 'wanted' | 'home'>
  }

  #deadline(community: string, receivedAt: string, { deadline, workingDays }: Deadline): string {
    const { hotline } = this.#ports
    const wrong = (detail: string) => new QiaoError('bad_request', detail, { details: { field: 'deadline', detail } })
    if (workingDays !== undefined) return hotline.afterWorkingDays(community, receivedAt, workingDays).at
    if (deadline === undefined) throw wrong('a deadline is needed')
    const at = deadline.includes('T') ? deadline : hotline.endOf(community, deadline)
    if (at <= receivedAt) throw wrong('before it was received')
    return at
  }

  /** Clocks differ by minutes, papers do not come from tomorrow. */
  #checkReceived(receivedAt: string): void {
    if (Date.parse(receivedAt) <= this.#ports.clock.now().getTime() + HOUR_MS) return
    const details = { field: 'receivedAt', detail: 'not yet' }
    throw new QiaoError('bad_request', 'received in time to come', { details })
  }

  /** What it is about: by what is linked, else as the words are understood. */
  async #intentOf(community: string, { wanted, ticketId, workOrder }: NewFields): Promise<string | undefined> {
    const { store, intake } = this.#ports
    const order = workOrder ? await store.workOrders.find(community, workOrder) : undefined
    const ticket = ticketId ? await store.tickets.find(ticketId) : undefined
    return order?.intent ?? ticket?.context.intent ?? intake.suggest(wanted).intent ?? undefined
  }

  async #checkLinks(community: string, { ticketId, workOrder, intent }: Changes): Promise<void> {
    const { store, intents } = this.#ports
    const wrong = (field: string) =>
      new QiaoError('bad_request', `no such ${field}`, { details: { field, detail: 'not in this compound' } })
    if (ticketId && (await store.tickets.find(ticketId))?.community !== community) throw wrong('ticketId')
    if (workOrder && !(await store.workOrders.find(community, workOrder))) throw wrong('workOrder')
    if (intent && !intents.some(({ id }) => id === intent)) throw wrong('intent')
  }

  async #found(id: string): Promise<HotlineOrder> {
    const order = await this.#ports.store.hotline.find(id)
    if (!order) throw new QiaoError('not_found', `no order ${id}`)
    return order
  }

  #done(changed: HotlineChanged): HotlineOrder {
    if (changed.kind !== 'ok') throw refused(changed)
    this.#ports.live.publish('desk', { kind: 'hotline', hotlineId: changed.hotline.id })
    return changed.hotline
  }
}

function refused(changed: Exclude<HotlineChanged, { kind: 'ok' }>): QiaoError {
  switch (changed.kind) {
    case 'taken':
      return new QiaoError('conflict', 'the number is there', { details: { reason: 'hotline_number' } })
    case 'answered':
      return new QiaoError('conflict', 'it is answered', { details: { reason: 'hotline_answered' } })
    case 'unknown':
      return new QiaoError('not_found', 'no such order')
    default:
      return changed satisfies never
  }
}

import { QiaoError } from '../bot/errors.ts'
import type { HotlineChanged } from '../bot/ports.ts'
import type { HotlineFields, HotlineOrder, StaffMember } from '../bot/types.ts'
import { homePlace } from './homePlace.ts'
import type { HotlinePorts } from './hotline.ts'
import { draftOf } from './hotlineDraft.ts'
import { vouchedFor } from './promiseHold.ts'

const HOUR_MS = 3_600_000

type Deadline = { deadline?: string; workingDays?: number }
/** As the paper has it: a deadline or a number of working days. */
export type NewFields = Omit<HotlineFields, 'deadline'> & Deadline
type Changes = { [Name in keyof HotlineFields]?: HotlineFields[Name] | null }

/** Orders of the city's hotline: taken down, mended, answered. */
export class DeskHotline {
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

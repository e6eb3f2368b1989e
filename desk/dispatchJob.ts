import { QiaoError } from '../bot/errors.ts'
import type { AttachedFile, JobEvent, JobStepped, OpenedLink, OrderReader, StaffFile } from '../bot/ports.ts'
import { type DispatchStep, isDrawn, type JobView, linkOver, type Reply, type WorkOrder } from '../bot/types.ts'
import { matterOf } from './orderMatter.ts'
import type { DeskPorts } from './ports.ts'
import { DeskOrders, type OrderPorts } from './workOrders.ts'

export interface JobPorts
  extends OrderPorts,
    Pick<DeskPorts, 'clock' | 'hash' | 'compounds' | 'maskNumbers' | 'officePhone'> {}

/** What whoever has the link of a job sees and does; the secret alone opens it. */
export class DispatchJobs {
  readonly #ports: JobPorts
  readonly #orders: DeskOrders

  constructor(ports: JobPorts) {
    this.#ports = ports
    this.#orders = new DeskOrders(ports)
  }

  /** @throws QiaoError `unauthorized`, `link_over` */
  async look(secret: string): Promise<JobView> {
    return this.#viewOf(await this.#open(secret))
  }

  /**
   * @param from address of the phone, for the audit
   * @throws QiaoError `unauthorized`, `link_over`, `conflict` where it was not accepted yet
   */
  async step(secret: string, step: { kind: DispatchStep; note?: string }, from: string): Promise<JobView> {
    const { store, hash } = this.#ports
    const { note } = step
    const facts = { step: step.kind, ...(note && { word: true }) }
    const done = await this.#noted(secret, from, 'POST /repair/step', facts, () =>
      store.dispatch.step(hash(secret), step, (reader, order, event) => this.#says(reader, order, event)),
    )
    return this.#viewOf(this.#settled(done))
  }

  /** @throws QiaoError as `step`, and `too_many` past what one link takes */
  async addPhoto(secret: string, file: StaffFile, from: string): Promise<JobView> {
    const { store, hash } = this.#ports
    const facts = { type: file.type, size: file.content.byteLength }
    const done = await this.#noted(secret, from, 'POST /repair/photos', facts, () =>
      store.dispatch.addPhoto(hash(secret), file),
    )
    return this.#viewOf(this.#settled(done))
  }

  /** A picture that the owner sent with this job. @throws QiaoError `not_found` for any other */
  async picture(secret: string, id: string): Promise<AttachedFile> {
    const { order } = await this.#open(secret)
    const own = picturesOf(order).some((file) => file.id === id)
    const file = own ? await this.#ports.store.attachments.sent(id) : undefined
    if (!file) throw new QiaoError('not_found', 'no such picture of this job')
    return file
  }

  async #open(secret: string): Promise<OpenedLink> {
    const { store, hash, clock } = this.#ports
    const opened = await store.dispatch.opened(hash(secret))
    if (!opened) throw unknownLink()
    const why = linkOver(opened.link, opened.order.state, clock.now())
    if (why) throw overLink(why)
    return opened
  }

  /** Who has the link is known by the name that it was sent to; the note is written with what it tells of. */
  async #noted<Done>(
    secret: string,
    from: string,
    action: string,
    after: Record<string, string | number | boolean>,
    work: () => Promise<Done>,
  ): Promise<Done> {
    const { link, order } = await this.#open(secret)
    const { number, community } = order
    const note = { who: { name: link.repairer }, from, action, subject: number, community, after }
    return this.#ports.store.audit.along((written) => ((written as JobStepped).kind === 'ok' ? note : undefined), work)
  }

  #settled(result: JobStepped): OpenedLink {
    switch (result.kind) {
      case 'unknown':
        throw unknownLink()
      case 'over':
        throw overLink(result.why)
      case 'early':
        throw new QiaoError('conflict', 'it has to be accepted first', { details: { reason: 'not_accepted' } })
      case 'full':
        throw new QiaoError('too_many', 'as many photos as one link takes', { details: { reason: 'job_photos' } })
      case 'ok':
        this.#announce(result.order.number, result.told)
        return result
      default:
        return result satisfies never
    }
  }

  #announce(number: string, told: readonly string[]): void {
    const { live } = this.#ports
    for (const conversationId of told) {
      live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
      live.publish('desk', { kind: 'messages', conversationId })
    }
    live.publish('desk', { kind: 'work_orders', number })
  }

  #says(reader: OrderReader, order: WorkOrder, event: JobEvent): Reply {
    if (event === 'accepted' || event === 'done') return this.#orders.says(reader, order, { state: event })
    const { community, locale } = reader
    const { number, worker = '' } = order
    const what = matterOf(this.#ports, order, locale === 'en')
    const time = this.#ports.time(community, locale, this.#ports.clock.now().toISOString())
    return {
      text: this.#ports.say(`dispatch_${event}`, community, locale, { number, what, worker, time }),
      intent: 'repair.progress',
      action: 'status',
      sources: [{ kind: 'work_order', number }],
    }
  }

  #viewOf({ link, order }: OpenedLink): JobView {
    const { compounds, intents, maskNumbers } = this.#ports
    const { number, state, slots, scheduledFor, community } = order
    const { acceptedAt, arrivedAt, doneAt, repairer, expiresAt } = link
    const open = state !== 'done'
    const working = open && state !== 'filed' && acceptedAt !== undefined
    const words = { zh: order.intent, en: order.intent }
    const where = [slots.home, slots.place].filter(Boolean).join(' ')
    const office = this.#ports.officePhone(community)
    return {
      number,
      state,
      repairer,
      expiresAt,
      title: intents.find(({ id }) => id === order.intent)?.title ?? words,
      compound: compounds().find(({ id }) => id === community)?.name ?? { zh: community, en: community },
      ...(slots.what && { what: working ? slots.what : maskNumbers(slots.what) }),
      ...(open && where && { where }),
      ...(open && slots.when && { when: slots.when }),
      ...(open && scheduledFor && { scheduledFor }),
      ...(working && slots.contact && { contact: slots.contact }),
      ...(office && { office }),
      pictures: open ? picturesOf(order) : [],
      photos: order.lines.filter(({ kind, at }) => kind === 'photo' && at >= link.createdAt).length,
      ...(acceptedAt && state !== 'filed' && { acceptedAt }),
      ...(arrivedAt && state !== 'filed' && { arrivedAt }),
      ...(doneAt && state === 'done' && { doneAt }),
    }
  }
}

const picturesOf = ({ attachments = [] }: WorkOrder) => attachments.filter(({ type }) => isDrawn(type))

const unknownLink = (): QiaoError =>
  new QiaoError('unauthorized', 'no link has this secret', { details: { reason: 'link' } })

const overLink = (reason: string): QiaoError =>
  new QiaoError('link_over', 'the link opens nothing any more', { details: { reason } })

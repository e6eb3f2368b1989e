import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { OrderMove, OrderMoved, OrderReader } from '../bot/ports/workOrders.ts'
import { movesFrom, REOPEN_DAYS, type Reply, type Slots, type StaffMember, type WorkOrder } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import { hiddenSlots } from './hidden.ts'
import { matterOf } from './orderMatter.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { sessionOf } from './session.ts'
import { noteExport, noteReveal } from './trail.ts'
import { csvOf } from './workOrdersCsv.ts'

/** Best first, as they stand under the words. */
const RATINGS = [5, 4, 3, 2, 1]
/** Rows that one file of work orders holds at most. */
const MOST_EXPORTED = 20_000

export type OrderPorts = Pick<
  DeskPorts,
  'store' | 'live' | 'say' | 'promisesIn' | 'intents' | 'time' | 'maskAbuse' | 'maskNumbers'
>

/** `GET /work-orders…`, `POST /work-orders/:id/reveal` and `/move`; the id is the number. */
export function workOrderRoutes(ports: DeskPorts): Router {
  const router = Router()
  const orders = new DeskOrders(ports)
  router.get('/work-orders', async (request, response) => {
    const filter = { ...given(check(deskSchemas.orders, request.query)), ...scopeOf(request) }
    const { workOrders, total } = await ports.store.workOrders.list(filter)
    response.json({ workOrders: workOrders.map((order) => inList(ports, order)), total })
  })
  router.get('/work-orders/export.csv', async (request, response) => {
    const { page: _page, ...filter } = check(deskSchemas.orders, request.query)
    const rows = await ports.store.workOrders.all({ ...given(filter), ...scopeOf(request) }, MOST_EXPORTED)
    await noteExport(ports, request, rows.length)
    response.attachment('work-orders.csv').type('text/csv; charset=utf-8').send(csvOf(rows, ports))
  })
  router.get('/work-orders/:id', async (request, response) => response.json(await orders.open(numberOf(request))))
  router.post('/work-orders/:id/reveal', async (request, response) => {
    const { conversationId } = check(deskSchemas.revealOrder, request.body)
    const slots = await orders.reveal(numberOf(request), conversationId)
    await noteReveal(ports, request, { field: 'report', conversationId })
    response.json({ slots })
  })
  router.post('/work-orders/:id/move', async (request, response) => {
    const { state, ...rest } = check(deskSchemas.moveOrder, request.body)
    response.json(await orders.move(numberOf(request), sessionOf(request).staff, { state, ...given(rest) }))
  })
  return router
}

const numberOf = (request: Request): string => String(request.params.id)

/** Without what wasn't sent. */
const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

/** Phones are for whoever opens the work order itself. */
function inList(ports: OrderPorts, { slots, ...order }: WorkOrder): WorkOrder {
  const { contact: _contact, ...shown } = slots
  return { ...order, slots: hiddenSlots(ports, shown, order.community) }
}

/** What staff do with work orders; each move is told to everybody who reported it. */
export class DeskOrders {
  readonly #ports: OrderPorts

  constructor(ports: OrderPorts) {
    this.#ports = ports
  }

  /** @throws QiaoError `not_found` */
  async open(number: string) {
    const { workOrders } = this.#ports.store
    const order = await workOrders.byNumber(number)
    if (!order) throw new QiaoError('not_found', `no work order ${number}`)
    const [reports, ratings] = await Promise.all([workOrders.reports(number), workOrders.ratings(number)])
    const hide = (slots: Slots) => hiddenSlots(this.#ports, slots, order.community)
    const said = reports.map((report) => ({ ...report, slots: hide(report.slots) }))
    return { ...order, slots: hide(order.slots), moves: movesFrom(order.state), reports: said, ratings }
  }

  /** What one of those who reported it gave, as they gave it. @throws QiaoError `not_found` */
  async reveal(number: string, conversationId: string): Promise<Slots> {
    const reports = await this.#ports.store.workOrders.reports(number)
    const report = reports.find((one) => one.conversationId === conversationId)
    if (!report) throw new QiaoError('not_found', 'they did not report it')
    return report.slots
  }

  /** @throws QiaoError `conflict` with the states that it could go to, `promise`, `not_found` */
  async move(number: string, clerk: StaffMember, move: Omit<OrderMove, 'by'>) {
    const { store, live } = this.#ports
    await this.#checkNote(number, move)
    const result = await store.workOrders.move(number, { ...move, by: clerk.name }, (reader, order) =>
      this.says(reader, order, move),
    )
    if (result.kind !== 'ok') throw refused(result, number)
    for (const conversationId of result.told) {
      live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
      live.publish('desk', { kind: 'messages', conversationId })
    }
    live.publish('desk', { kind: 'work_orders', number })
    return this.open(number)
  }

  /** Why it was cancelled is told to the owner, so that it must promise nothing either. */
  async #checkNote(number: string, { state, note }: Omit<OrderMove, 'by'>): Promise<void> {
    const order = note && state === 'cancelled' ? await this.#ports.store.workOrders.byNumber(number) : undefined
    const phrases = order && note ? this.#ports.promisesIn(note, order.community) : []
    if (phrases.length)
      throw new QiaoError('promise', 'the note promises what no record holds', { details: { phrases } })
  }

  /** What an owner reads of a move. */
  says(reader: OrderReader, order: WorkOrder, { state, note }: Pick<OrderMove, 'state' | 'note'>): Reply {
    const { community, locale, afterEmergency } = reader
    const say = (key: string, vars?: Record<string, string | number>) => this.#ports.say(key, community, locale, vars)
    const { number, scheduledFor, worker } = order
    const words = worker ? say(state === 'scheduled' ? 'comes_worker' : 'by_worker', { worker }) : ''
    const text = say(`moved_${state}`, {
      number,
      what: matterOf(this.#ports, order, locale === 'en'),
      when: scheduledFor ? this.#ports.time(community, locale, scheduledFor) : '',
      worker: words,
      note: note ? say('because', { note }) : '',
      days: REOPEN_DAYS,
    })
    const asks = state === 'done' && !afterEmergency
    const choices = RATINGS.map((score) => ({ title: say(`rate_${score}`), value: `order:rate:${number}:${score}` }))
    return {
      text: asks ? `${text}\n${say('moved_done_rate')}` : text,
      intent: 'repair.progress',
      action: 'status',
      sources: [{ kind: 'work_order', number }],
      ...(asks ? { choices } : {}),
    }
  }
}

function refused(result: Exclude<OrderMoved, { kind: 'ok' }>, number: string): QiaoError {
  switch (result.kind) {
    case 'unknown':
      return new QiaoError('not_found', `no work order ${number}`)
    case 'late':
      return new QiaoError('conflict', 'it was done too long ago to be opened again', {
        details: { from: 'done', to: [], detail: `opened again within ${REOPEN_DAYS} days only; file a new one` },
      })
    case 'illegal': {
      const to = movesFrom(result.from)
      const detail = to.length ? `from ${result.from} it can go to ${to.join(', ')}` : `${result.from} is its end`
      return new QiaoError('conflict', detail, { details: { from: result.from, to, detail } })
    }
    default:
      return result satisfies never
  }
}

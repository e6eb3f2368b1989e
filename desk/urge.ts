import { type Request, type RequestHandler, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { StaffFile } from '../bot/ports.ts'
import { isOpenOrder, type NewStep, type Urging } from '../bot/types.ts'
import { vouchedChange } from './board.ts'
import type { DeskPorts } from './ports.ts'
import { vouchingOf } from './promiseHold.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'
import { uploaded } from './upload.ts'
import { urgeSchemas } from './urgeSchemas.ts'
import { DeskOrders } from './workOrders.ts'

/** `POST /work-orders/:id/urge`: an owner rang up again. `POST /status-board/:id/urgings`: somebody outside was urged. */
export function urgeRoutes(ports: DeskPorts): Router {
  const router = Router()
  const orders = new DeskOrders(ports)
  router.post('/work-orders/:id/urge', async (request, response) => {
    const { note } = check(urgeSchemas.urgeOrder, request.body)
    const number = String(request.params.id)
    const order = await ports.store.workOrders.urge(number, sessionOf(request).staff.name, note)
    if (!order) throw new QiaoError('not_found', `no work order ${number}`)
    if (!isOpenOrder(order.state)) {
      const details = { from: order.state, to: [], reason: 'order_over' }
      throw new QiaoError('conflict', 'the work order is over', { details })
    }
    ports.live.publish('desk', { kind: 'work_orders', number })
    response.json(await orders.open(number))
  })
  router.post('/status-board/:id/urgings', uploaded(8), urgeOthers(ports))
  return router
}

/** A line of the entry's log, which owners read; the photo is for staff. */
function urgeOthers(ports: DeskPorts): RequestHandler {
  return async (request, response) => {
    const { tellSubscribers, confirm, record, day, party, how, answer } = check(urgeSchemas.urging, request.body)
    const id = String(request.params.id)
    const entry = await ports.store.board.find(id)
    if (!entry) throw new QiaoError('not_found', 'no such entry')
    if (entry.closedAt) throw new QiaoError('conflict', 'it is over', { details: { reason: 'entry_over' } })
    const urged = { party, how, ...(answer && { answer }) }
    const step: NewStep = { text: wordsOf(ports, entry.community, urged), urged, ...(day && { day }) }
    const vouched = await vouchedChange(ports, request, { log: [step] }, vouchingOf({ confirm, record }))
    const photo = await photoOf(ports, request)
    tellTrail(request, { after: { party, how, photo: photo !== undefined } })
    const { staff } = sessionOf(request)
    const more = { ...(vouched && { vouched }), ...(photo && { photo }) }
    response.status(201).json(await ports.board.addStep(id, step, tellSubscribers === '1', staff, more))
  }
}

function wordsOf({ say }: Pick<DeskPorts, 'say'>, community: string, { party, how, answer }: Urging) {
  const inLanguage = (locale: 'zh' | 'en') =>
    say(`urge_${how}`, community, locale, { party }) +
    say(answer ? 'urge_answer' : 'urge_no_answer', community, locale, { answer: answer ?? '' })
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

async function photoOf(
  { readUpload }: Pick<DeskPorts, 'readUpload'>,
  { file }: Request,
): Promise<StaffFile | undefined> {
  const photo = file && (await readUpload(file.originalname, file.buffer))
  if (!photo || photo.type.startsWith('image/')) return photo
  throw new QiaoError('bad_input', 'no image', { details: { field: 'file', reason: 'file_type' } })
}

import { Router } from 'express'
import { z } from 'zod'
import { check, cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { isOpenOrder } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { DeskOrders } from './workOrders.ts'

export const urgeSchemas = {
  urgeOrder: z
    .object({
      note: z
        .string()
        .overwrite(cleanText)
        .trim()
        .min(1)
        .max(500)
        .optional()
        .describe('What the owner said; for staff'),
    })
    .strict(),
}

/** `POST /work-orders/:id/urge`: an owner rang up again about it. */
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
  return router
}

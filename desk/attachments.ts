import { Router } from 'express'
import { QiaoError } from '../bot/errors.ts'
import { attachmentHeaders } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

/** `GET /attachments/:id`: what an owner sent, for staff. */
export function attachmentRoutes({ store }: Pick<DeskPorts, 'store'>): Router {
  const router = Router()
  router.get('/attachments/:id', async (request, response) => {
    const file = await store.attachments.sent(String(request.params.id))
    if (!file) throw new QiaoError('not_found', 'no such attachment')
    response.set(attachmentHeaders(file)).send(Buffer.from(file.content))
  })
  return router
}

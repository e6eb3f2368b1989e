import { type RequestHandler, Router } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { StoredTicket } from '../bot/ports.ts'
import type { StaffMember } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { refused } from './refused.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'
import { uploaded } from './upload.ts'

type Ports = Pick<DeskPorts, 'store' | 'keepFile' | 'files'>

/** `POST /tickets/:id/attachments`, `GET /attachments/:id`: what staff send, and what was sent, for staff. */
export function attachmentRoutes(ports: Ports): Router {
  const router = Router()
  router.post('/tickets/:id/attachments', uploaded(0), keep(ports))
  router.get('/attachments/:id', async (request, response) => {
    const id = String(request.params.id)
    if (!(await ports.store.attachments.sent(id))) throw new QiaoError('not_found', 'no such attachment')
    response.redirect(303, ports.files.of(id))
  })
  return router
}

function keep({ store, keepFile }: Ports): RequestHandler {
  return async (request, response) => {
    const ticket = await store.tickets.find(String(request.params.id))
    if (!ticket) throw refused({ kind: 'unknown' })
    const { file } = request
    if (!file) throw new QiaoError('bad_request', 'no file', { details: { field: 'file' } })
    const { staff } = sessionOf(request)
    checkHolder(ticket, staff)
    tellTrail(request, { after: { file: file.originalname, bytes: file.size } })
    response.status(201).json({ attachmentId: await keepFile(ticket.conversationId, file, staff.id) })
  }
}

/** Asked again by the message that takes the file up. @throws QiaoError `conflict` */
function checkHolder({ stage, assignee = '' }: StoredTicket, { name }: StaffMember): void {
  if (stage !== 'staff') throw refused({ kind: 'gone' })
  if (assignee !== name) throw refused({ kind: 'lost', holder: assignee })
}

import { Router } from 'express'
import { check } from '../bot/check.ts'
import type { Ticket } from '../bot/types.ts'
import { HandOn } from './handOn.ts'
import { handOnSchemas } from './handOnSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'

/** `POST /tickets/:id/{transfer,escalate,merge}`; each answers with the ticket as it is then. */
export function handOnRoutes(ports: DeskPorts, open: (id: string) => Promise<Ticket>): Router {
  const router = Router()
  const handOn = new HandOn(ports)
  router.post('/tickets/:id/transfer', async (request, response) => {
    const { to, team, word } = check(handOnSchemas.transfer, request.body)
    const receiver = team ? { team } : { name: to ?? '' }
    await handOn.transfer(request.params.id, sessionOf(request).staff, receiver, word)
    response.json(await open(request.params.id))
  })
  router.post('/tickets/:id/escalate', async (request, response) => {
    await handOn.escalate(request.params.id, sessionOf(request).staff, check(handOnSchemas.escalate, request.body).word)
    response.json(await open(request.params.id))
  })
  router.post('/tickets/:id/merge', async (request, response) => {
    await handOn.merge(request.params.id, sessionOf(request).staff, check(handOnSchemas.merge, request.body).with)
    response.json(await open(request.params.id))
  })
  return router
}

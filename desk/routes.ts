import { type Request, type RequestHandler, type Response, Router } from 'express'
import { check } from '../bot/check.ts'
import { alertRoutes } from './alerts.ts'
import { attachmentRoutes } from './attachments.ts'
import { auditRoutes } from './audit.ts'
import { boardRoutes } from './board.ts'
import { callbackRoutes } from './callbacks.ts'
import { cannedRoutes } from './canned.ts'
import { communityRoutes } from './communities.ts'
import { scopeOf, withinCompounds } from './compounds.ts'
import { deliveryRoutes } from './deliveries.ts'
import { dispatchRoutes } from './dispatch.ts'
import { deskEvents } from './events.ts'
import { groupNoticeRoutes } from './groupNotice.ts'
import { handOnRoutes } from './handOnRoutes.ts'
import { handoverRoutes } from './handover.ts'
import { hidden } from './hidden.ts'
import { homeRoutes } from './homes.ts'
import { hotlineRoutes } from './hotline.ts'
import { householdRoutes } from './household.ts'
import { importRoutes } from './imports.ts'
import { incidentRoutes } from './incidents.ts'
import { intakeRoutes } from './intake.ts'
import { knowledgeRoutes } from './knowledge.ts'
import { launchRoutes } from './launch.ts'
import { checkLesson, resolveSchema, takeLesson } from './learning.ts'
import { ledgerRoutes } from './ledger.ts'
import { noticeRoutes } from './notices.ts'
import { oidcRoutes } from './oidc.ts'
import type { DeskPorts } from './ports.ts'
import { vouchingOf } from './promiseHold.ts'
import { reportRoutes } from './reports.ts'
import { deskSchemas } from './schemas.ts'
import { sessionOf, signedIn } from './session.ts'
import { sessionRoutes } from './sessions.ts'
import { settingsRoutes } from './settings.ts'
import { signInRoutes } from './signIn.ts'
import { teamRoutes } from './teams.ts'
import { totpRoutes } from './totp.ts'
import { noteReveal, trailed } from './trail.ts'
import { urgeRoutes } from './urge.ts'
import { userRoutes } from './users.ts'
import { visitRoutes } from './visits.ts'
import { DeskWork } from './work.ts'
import { workOrderRoutes } from './workOrders.ts'

/** The staff API, mounted at `/api/desk`. */
export function deskRoutes(ports: DeskPorts, openStream: StreamOpener): Router {
  const router = Router()
  const work = new DeskWork(ports)
  router.use(signInRoutes(ports))
  router.use(oidcRoutes(ports))
  router.use(signedIn(ports), withinCompounds(ports), trailed(ports))
  router.get('/intents', (_request, response) => response.json({ intents: ports.intents }))
  router.get('/tickets', queue(ports))
  router.get('/tickets/:id', async (request, response) => response.json(await work.open(idOf(request))))
  router.get('/tickets/:id/messages', async (request, response) => {
    const { before } = check(deskSchemas.earlierMessages, request.query)
    response.json({ messages: await work.messagesBefore(idOf(request), before) })
  })
  router.post(
    '/tickets/:id/claim',
    verb((request) => work.claim(idOf(request), clerkOf(request))),
  )
  router.post(
    '/tickets/:id/release',
    verb((request) => work.release(idOf(request), clerkOf(request))),
  )
  router.post(
    '/tickets/:id/resolve',
    verb(async (request) => {
      const lesson = check(resolveSchema, request.body)
      checkLesson(ports, lesson)
      const ticket = await work.resolve(idOf(request), clerkOf(request))
      await takeLesson(ports, ticket, clerkOf(request), lesson)
      return ticket
    }),
  )
  router.post(
    '/tickets/:id/return-to-bot',
    verb((request) => work.returnToBot(idOf(request), clerkOf(request))),
  )
  router.post('/tickets/:id/messages', async (request, response) => {
    const { confirm, record, ...words } = check(deskSchemas.message, request.body)
    const vouched = vouchingOf({ confirm, record })
    const said = await work.reply(idOf(request), clerkOf(request), { ...words, ...vouched })
    response.json({ message: said })
  })
  router.post('/tickets/:id/notes', async (request, response) => {
    response
      .status(201)
      .json(await work.note(idOf(request), clerkOf(request), check(deskSchemas.note, request.body).text))
  })
  router.post('/tickets/:id/reveal', async (request, response) => {
    const { field, seq } = check(deskSchemas.reveal, request.body)
    const what = { field, ...(seq !== undefined && { seq }) }
    await noteReveal(ports, request, what)
    response.json(await work.reveal(idOf(request), clerkOf(request), what))
  })
  router.post('/tickets/:id/seen', async (request, response) => {
    await work.seen(idOf(request), clerkOf(request))
    response.status(204).end()
  })
  router.post('/tickets/:id/typing', async (request, response) => {
    await work.typing(idOf(request), clerkOf(request))
    response.status(204).end()
  })
  router.use(handOnRoutes(ports, (id) => work.open(id)))
  router.use(teamRoutes(ports))
  router.use(cannedRoutes(ports))
  router.use(attachmentRoutes(ports))
  router.use(sessionRoutes(ports))
  router.use(totpRoutes(ports))
  router.use(userRoutes(ports))
  router.use(auditRoutes(ports))
  router.use(deliveryRoutes(ports))
  router.use(boardRoutes(ports))
  router.use(groupNoticeRoutes(ports))
  router.use(communityRoutes(ports))
  router.use(homeRoutes(ports))
  router.use(householdRoutes(ports))
  router.use(importRoutes(ports))
  router.use(workOrderRoutes(ports))
  router.use(dispatchRoutes(ports))
  router.use(urgeRoutes(ports))
  router.use(callbackRoutes(ports))
  router.use(handoverRoutes(ports))
  router.use(intakeRoutes(ports))
  router.use(alertRoutes(ports))
  router.use(ledgerRoutes(ports))
  router.use(visitRoutes(ports))
  router.use(hotlineRoutes(ports))
  router.use(incidentRoutes(ports))
  router.use(knowledgeRoutes(ports))
  router.use(settingsRoutes(ports))
  router.use(launchRoutes(ports))
  router.use(noticeRoutes(ports))
  router.use(reportRoutes(ports))
  router.get('/events', deskEvents(ports, openStream))
  return router
}

/** Opens a stream of server-sent events; `http` gives it. */
export type StreamOpener = (
  request: Request,
  response: Response,
) => {
  send(event: string, data: unknown): void
  onClose(after: () => void): void
  close(): void
}

const isYes = (value: string | undefined): boolean => value === '1' || value === 'true'
const idOf = (request: Request): string => String(request.params.id)
const clerkOf = (request: Request) => sessionOf(request).staff

function verb(act: (request: Request) => Promise<unknown>): RequestHandler {
  return async (request, response) => {
    response.json(await act(request))
  }
}

function queue(ports: DeskPorts): RequestHandler {
  return async (request, response) => {
    const { mine, team, overdue, unanswered, mentioned, ...rest } = check(deskSchemas.queue, request.query)
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const teams = team === 'mine' ? await ports.store.teams.of(clerkOf(request).id) : team?.split(',')
    if (teams && !teams.length) return void response.json({ tickets: [], total: 0 })
    const { tickets, total } = await ports.store.tickets.list({
      ...given,
      ...scopeOf(request),
      viewer: clerkOf(request).id,
      ...(isYes(mentioned) ? { mentioned: clerkOf(request).id } : {}),
      ...(isYes(mine) ? { assignee: clerkOf(request).id } : {}),
      ...(teams ? { teams } : {}),
      ...(isYes(overdue) ? { overdue: true } : {}),
      ...(isYes(unanswered) ? { unanswered: true } : {}),
    })
    const masked = tickets.map((ticket) => ({ ...ticket, summary: hidden(ports, ticket.summary, ticket.community) }))
    response.json({ tickets: masked, total })
  }
}

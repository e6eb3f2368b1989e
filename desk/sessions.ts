import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { countAttempt } from './attempts.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { openSession, sessionAnswer, sessionOf } from './session.ts'
import { noted } from './trail.ts'
import { tellStreams } from './users.ts'

/** Where one is signed in, and one's own password. Administrators see and end everybody's sessions. */
export function sessionRoutes(ports: DeskPorts): Router {
  const router = Router()
  router.get('/sessions', async (request, response) => {
    const { all } = check(deskSchemas.sessions, request.query)
    const { staff, idHash } = sessionOf(request)
    const everybody = staff.role === 'admin' && (all === '1' || all === 'true')
    const sessions = await ports.store.staff.sessions(everybody ? undefined : staff.id)
    response.json({ sessions: sessions.map((one) => ({ ...one, own: one.id === idHash })) })
  })
  router.delete('/sessions/:id', async (request, response) => {
    const { staff } = sessionOf(request)
    const whose = staff.role === 'admin' ? undefined : staff.id
    const ended = (await ports.store.staff.sessions(whose)).find(({ id }) => id === request.params.id)
    if (!ended || !(await ports.store.staff.revoke(ended.id, whose)))
      throw new QiaoError('not_found', 'no such session')
    tellStreams(ports, ended.staffId)
    response.status(204).end()
  })
  router.post('/password', async (request, response) => {
    await changePassword(ports, request)
    const { staff, strong } = sessionOf(request)
    tellStreams(ports, staff.id)
    response.json(sessionAnswer(ports, await openSession(ports, request, response, staff, strong)))
  })
  return router
}

/**
 * The present one must be known, whoever sits at the open desk.
 * @throws QiaoError `bad_input` for a wrong or a plain one, `too_many`
 */
async function changePassword(ports: DeskPorts, request: Request): Promise<void> {
  const { current, password } = check(deskSchemas.ownPassword, request.body)
  const { id, name } = sessionOf(request).staff
  const attempt = await countAttempt(ports, request, name)
  const hash = (await ports.store.staff.secrets(id))?.passwordHash ?? ''
  if (!(await checkPassword(current, hash)))
    throw new QiaoError('bad_input', 'not the present password', { details: { field: 'current', reason: 'password' } })
  await ports.store.staff.forgive(attempt)
  const passwordHash = await hashPassword(password, [name])
  await noted(ports, request, { action: 'password', subject: id }, () => ports.store.staff.update(id, { passwordHash }))
}

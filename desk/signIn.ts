import { Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { checkOrigin, closeSession, openSession, sessionOf, signedIn } from './session.ts'

const WINDOW_MS = 5 * 60_000

/** Login, logout, who am I, and the first administrator. */
export function signInRoutes(ports: DeskPorts): Router {
  const router = Router()
  const failures = rateLimit({
    windowMs: WINDOW_MS,
    limit: ports.limits.failedLogins,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new QiaoError('too_many', 'too many failed logins')),
  })
  router.post('/login', failures, async (request, response) => {
    checkOrigin(ports, request)
    const { name, password } = check(deskSchemas.login, request.body)
    const member = await ports.store.staff.findByName(name)
    // The same work for a name that isn't there, so that the time tells nothing.
    const good = await checkPassword(password, member?.passwordHash ?? (await unknownHash))
    if (!member || !good || member.disabled) throw new QiaoError('unauthorized', 'name or password is wrong')
    const { passwordHash: _hash, ...user } = member
    response.json(await openSession(ports, response, user))
  })
  router.post('/setup', failures, async (request, response) => {
    checkOrigin(ports, request)
    const { token, name, password } = check(deskSchemas.setup, request.body)
    const passwordHash = await hashPassword(password)
    if (!(await ports.setup.take(token)))
      throw new QiaoError('unauthorized', 'the link was used or is not the right one')
    const user = await ports.store.staff.add({ name, role: 'admin', passwordHash })
    response.status(201).json(await openSession(ports, response, user))
  })
  router.get('/me', signedIn(ports), (request, response) => {
    const { staff, csrf } = sessionOf(request)
    response.json({ user: staff, csrfToken: csrf })
  })
  router.post('/logout', signedIn(ports), async (request, response) => {
    await closeSession(ports, request, response)
    response.status(204).end()
  })
  return router
}

const unknownHash = hashPassword('nobody has this password')

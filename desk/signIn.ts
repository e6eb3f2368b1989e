import { type Request, type Response, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { StaffMember } from '../bot/types.ts'
import { countAttempt, countSetup } from './attempts.ts'
import { checkPassword, hashPassword, isOldHash, rehashed } from './passwords.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { takeSecondFactor } from './secondFactor.ts'
import { checkOrigin, closeSession, openSession, sessionAnswer, sessionOf, signedIn } from './session.ts'
import { whoAsks } from './trail.ts'

/** Login, logout, who am I, and the first administrator. */
export function signInRoutes(ports: DeskPorts): Router {
  const router = Router()
  router.post('/login', async (request, response) => {
    checkOrigin(ports, request)
    const { name, password, code } = check(deskSchemas.login, request.body)
    const attempt = await countAttempt(ports, request, name)
    const user = await passwordOf(ports, request, { name, password })
    await secondFactorOf(ports, request, user, { attempt, code })
    await ports.store.staff.forgive(attempt)
    response.json(await enter(ports, request, response, { user, strong: user.totp === true, by: 'login' }))
  })
  router.post('/setup', async (request, response) => {
    checkOrigin(ports, request)
    const { token, name, password } = check(deskSchemas.setup, request.body)
    const attempt = await countSetup(ports, request)
    const passwordHash = await hashPassword(password, [name])
    if (!(await ports.setup.take(token)))
      throw new QiaoError('unauthorized', 'the link was used or is not the right one')
    await ports.store.staff.forgive(attempt)
    const user = await ports.store.staff.add({ name, role: 'admin', passwordHash })
    response.status(201).json(await enter(ports, request, response, { user, strong: false, by: 'setup' }))
  })
  router.get('/me', signedIn(ports), (request, response) => {
    response.json(sessionAnswer(ports, sessionOf(request)))
  })
  router.post('/logout', signedIn(ports), async (request, response) => {
    const note = { ...whoAsks(request), action: 'logout' }
    await ports.store.audit.along(
      () => note,
      () => closeSession(ports, request, response),
    )
    response.status(204).end()
  })
  return router
}

export interface Entering {
  user: StaffMember
  /** With a second factor, or by the company's own sign-in. */
  strong: boolean
  by: 'login' | 'setup' | 'oidc'
}

/** Opens the session, and notes with it who came in and from where. */
export async function enter(ports: DeskPorts, request: Request, response: Response, { user, strong, by }: Entering) {
  const note = { who: { id: user.id, name: user.name }, from: request.ip ?? '', action: by, after: { strong } }
  const session = await ports.store.audit.along(
    () => note,
    () => openSession(ports, request, response, user, strong),
  )
  return sessionAnswer(ports, session)
}

/** The very same answer and the same work for a wrong name, a wrong password and a disabled name. */
async function passwordOf(
  ports: DeskPorts,
  request: Request,
  { name, password }: { name: string; password: string },
): Promise<StaffMember> {
  const member = await ports.store.staff.findByName(name)
  const good = await checkPassword(password, member?.passwordHash || (await unknownHash))
  if (!member || !good || member.disabled) {
    await noteFailed(ports, request, member)
    throw new QiaoError('unauthorized', 'name or password is wrong')
  }
  const { passwordHash, ...user } = member
  if (isOldHash(passwordHash)) await ports.store.staff.rehash(user.id, await rehashed(password))
  return user
}

/** A missing code is no failure, a wrong one is. */
async function secondFactorOf(
  ports: DeskPorts,
  request: Request,
  user: StaffMember,
  { attempt, code }: { attempt: string; code: string | undefined },
): Promise<void> {
  if (!user.totp) return
  if (!code) await ports.store.staff.forgive(attempt)
  try {
    await takeSecondFactor(ports, user.id, code)
  } catch (error) {
    if (code) await noteFailed(ports, request, user)
    throw error
  }
}

/** A name that nobody has is not kept: it may be a password typed into the wrong field. */
async function noteFailed(ports: DeskPorts, request: Request, member: StaffMember | undefined): Promise<void> {
  const who = member ? { id: member.id, name: member.name } : { name: '?' }
  await ports.store.audit.note({ who, from: request.ip ?? '', action: 'login_failed' })
}

const unknownHash = rehashed('nobody has this password')

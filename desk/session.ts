import type { Request, RequestHandler, Response } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { StaffMember } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

/** Twelve hours: a long shift, and no longer. */
const SESSION_MS = 12 * 3_600_000

interface Session {
  staff: StaffMember
  csrf: string
  idHash: string
}

const cookieName = (ports: DeskPorts): string => (ports.secure ? '__Host-qiao' : 'qiao')

/** Opens a session and sets its cookie. */
export async function openSession(
  ports: DeskPorts,
  response: Response,
  user: StaffMember,
): Promise<{ user: StaffMember; csrfToken: string }> {
  const id = ports.newToken()
  const csrf = ports.newToken()
  const expiresAt = new Date(ports.clock.now().getTime() + SESSION_MS).toISOString()
  await ports.store.staff.openSession({ idHash: ports.hash(id), staffId: user.id, csrf, expiresAt })
  response.cookie(cookieName(ports), id, {
    httpOnly: true,
    sameSite: 'strict',
    secure: ports.secure,
    path: '/',
    maxAge: SESSION_MS,
  })
  return { user, csrfToken: csrf }
}

export async function closeSession(ports: DeskPorts, request: Request, response: Response): Promise<void> {
  await ports.store.staff.closeSession(sessionOf(request).idHash)
  response.clearCookie(cookieName(ports), { httpOnly: true, sameSite: 'strict', secure: ports.secure, path: '/' })
}

/** The session that `signedIn` found. */
export const sessionOf = (request: Request): Session => (request as Request & { session: Session }).session

/**
 * Lets signed-in staff through. Writes must bear the session's CSRF token and, where the browser sends one, an Origin
 * of ours.
 */
export function signedIn(ports: DeskPorts): RequestHandler {
  return async (request, _response, next) => {
    const idHash = ports.hash(cookieOf(request, cookieName(ports)) ?? '')
    const session = await ports.store.staff.session(idHash)
    if (!session) throw new QiaoError('unauthorized', 'no session')
    if (request.method !== 'GET') checkOrigin(ports, request)
    if (request.method !== 'GET' && request.get('x-csrf-token') !== session.csrf)
      throw new QiaoError('csrf', 'the CSRF token is missing or not of this session')
    Object.assign(request, { session: { ...session, idHash } })
    next()
  }
}

/** @throws QiaoError `csrf` for a write that another site's page sends */
export function checkOrigin(ports: DeskPorts, request: Request): void {
  const origin = request.get('origin')
  if (!origin) return
  const own = `${request.protocol}://${request.get('host')}`
  if (origin !== own && !ports.origins.includes(origin)) throw new QiaoError('csrf', `a write from ${origin}`)
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

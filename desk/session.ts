import type { Request, RequestHandler, Response } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { StaffMember } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

/** Twelve hours: a long shift, and no longer. */
const SESSION_MS = 12 * 3_600_000
/** Characters of what a browser calls itself that are kept. */
const AGENT_LENGTH = 200
/** Where somebody who still lacks a required second factor may go. */
const BEFORE_SECOND_FACTOR = /^\/(me|logout|totp(\/confirm)?)$/

export interface Session {
  staff: StaffMember
  csrf: string
  idHash: string
  /** Opened with a second factor, or by the company's own sign-in. */
  strong: boolean
}

/** Browsers keep a `__Host-` cookie to this very host, over https, and let no other page set it. */
const cookieName = (ports: Pick<DeskPorts, 'secure'>): string => (ports.secure ? '__Host-qiao' : 'qiao')

/** Opens a session and sets its cookie. */
export async function openSession(
  ports: DeskPorts,
  request: Request,
  response: Response,
  staff: StaffMember,
  strong: boolean,
): Promise<Session> {
  const [id, csrf] = [ports.newToken(), ports.newToken()]
  const idHash = ports.hash(id)
  await ports.store.staff.openSession({
    idHash,
    staffId: staff.id,
    csrf,
    expiresAt: new Date(ports.clock.now().getTime() + SESSION_MS).toISOString(),
    origin: request.ip ?? '',
    agent: (request.get('user-agent') ?? '').slice(0, AGENT_LENGTH),
    strong,
  })
  response.cookie(cookieName(ports), id, { ...cookieOptions(ports), maxAge: SESSION_MS })
  return { staff, csrf, idHash, strong }
}

/** What the page is told of its session. */
export function sessionAnswer(ports: Pick<DeskPorts, 'totpRequired'>, { staff, csrf, strong }: Session) {
  const missing = ports.totpRequired && !strong
  return { user: staff, csrfToken: csrf, ...(missing && { secondFactor: 'missing' as const }) }
}

export async function closeSession(ports: DeskPorts, request: Request, response: Response): Promise<void> {
  await ports.store.staff.closeSession(sessionOf(request).idHash)
  response.clearCookie(cookieName(ports), cookieOptions(ports))
}

const cookieOptions = ({ secure }: Pick<DeskPorts, 'secure'>) =>
  ({ httpOnly: true, sameSite: 'strict', secure, path: '/' }) as const

/** The session that `signedIn` found. */
export const sessionOf = (request: Request): Session => (request as Request & { session: Session }).session

/**
 * Lets signed-in staff through. Nothing is taken from another site's page; writes must bear the session's CSRF token
 * and, where the browser sends one, an Origin of ours.
 */
export function signedIn(ports: DeskPorts): RequestHandler {
  return async (request, _response, next) => {
    const idHash = ports.hash(cookieOf(request, cookieName(ports)) ?? '')
    const session = await ports.store.staff.session(idHash)
    if (!session) throw new QiaoError('unauthorized', 'no session')
    checkOrigin(ports, request)
    if (request.method !== 'GET' && request.get('x-csrf-token') !== session.csrf)
      throw new QiaoError('csrf', 'the CSRF token is missing or not of this session')
    if (ports.totpRequired && !session.strong && !BEFORE_SECOND_FACTOR.test(request.path))
      throw new QiaoError('forbidden', 'no second factor yet', { details: { reason: 'second_factor' } })
    Object.assign(request, { session: { ...session, idHash } })
    next()
  }
}

/** @throws QiaoError `csrf` for what another site's page sends, streams too */
export function checkOrigin(ports: DeskPorts, request: Request): void {
  const origin = request.get('origin')
  const own = `${request.protocol}://${request.get('host')}`
  if (origin && origin !== own && !ports.origins.includes(origin)) throw new QiaoError('csrf', `a call from ${origin}`)
  if (request.get('sec-fetch-site') === 'cross-site') throw new QiaoError('csrf', "a call of another site's page")
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

import { type CookieOptions, type Request, Router } from 'express'
import * as client from 'openid-client'
import { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import type { Role, StaffMember } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { enter } from './signIn.ts'

/** The company's own sign-in (OpenID Connect). */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret?: string
  /** Claim by which a member of staff is known; their `oidcSubject`. */
  claim: string
  /** Claim that holds admin, manager or staff; left out: the desk alone says who may what. */
  roleClaim?: string
}

const CALLBACK = '/api/desk/oidc/callback'
/** Minutes that somebody may take to sign in over there. */
const PATIENCE_MS = 10 * 60_000
const REFUSED = '/desk?sso=refused'

const pending = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() })
type Pending = z.infer<typeof pending>

/** `/oidc…`: authorization code with PKCE, state and nonce. Whoever the company knows and we do not is refused. */
export function oidcRoutes(ports: DeskPorts): Router {
  const router = Router()
  const discovered = discoveryOf(ports)
  router.get('/oidc', (_request, response) => response.json({ on: ports.oidc !== undefined }))
  router.get('/oidc/start', async (request, response) => {
    const config = await discovered()
    const one: Pending = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    }
    response.cookie(cookieName(ports), Buffer.from(JSON.stringify(one)).toString('base64url'), cookieOptions(ports))
    const to = client.buildAuthorizationUrl(config, {
      redirect_uri: `${baseOf(ports, request)}${CALLBACK}`,
      scope: 'openid email profile',
      state: one.state,
      nonce: one.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(one.verifier),
      code_challenge_method: 'S256',
    })
    response.redirect(303, to.href)
  })
  router.get('/oidc/callback', async (request, response) => {
    const config = await discovered()
    const user = await signedInAs(ports, request, config)
    response.clearCookie(cookieName(ports), cookieOptions(ports))
    if (user) await enter(ports, request, response, { user, strong: true, by: 'oidc' })
    response.redirect(303, user ? '/desk' : REFUSED)
  })
  return router
}

/** Asked once, again where it failed. */
function discoveryOf(ports: DeskPorts): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | undefined
  return () => {
    if (!ports.oidc) throw new QiaoError('not_found', 'no OIDC_ISSUER')
    const { issuer, clientId, clientSecret } = ports.oidc
    const url = new URL(issuer)
    // Only ever true of a provider on this very machine; the settings take no other without https.
    const execute = url.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}
    known ??= client.discovery(url, clientId, clientSecret, undefined, execute).catch((cause: unknown) => {
      known = undefined
      throw new QiaoError('unavailable', 'the sign-in of the company does not answer', { cause })
    })
    return known
  }
}

/** Undefined for whatever is not as it should be; why stands in the audit. */
async function signedInAs(
  ports: DeskPorts,
  request: Request,
  config: client.Configuration,
): Promise<StaffMember | undefined> {
  const one = pendingOf(ports, request)
  if (!one) return refused(ports, request, 'no sign-in was begun in this browser')
  try {
    const tokens = await client.authorizationCodeGrant(
      config,
      new URL(`${baseOf(ports, request)}${request.originalUrl}`),
      { pkceCodeVerifier: one.verifier, expectedState: one.state, expectedNonce: one.nonce, idTokenExpected: true },
    )
    return await memberOf(ports, request, tokens.claims() ?? {})
  } catch (error) {
    return refused(ports, request, (error as { code?: string }).code ?? 'not as it should be')
  }
}

async function memberOf(
  ports: DeskPorts,
  request: Request,
  claims: Readonly<Record<string, unknown>>,
): Promise<StaffMember | undefined> {
  const { claim = '', roleClaim } = ports.oidc ?? {}
  const subject = claims[claim]
  if (typeof subject !== 'string' || (claim === 'email' && claims.email_verified === false))
    return refused(ports, request, `no ${claim}`)
  const member = await ports.store.staff.findByOidc(subject)
  if (!member || member.disabled) return refused(ports, request, 'not on our staff')
  const role = roleClaim === undefined ? undefined : roleIn(claims[roleClaim])
  return role && role !== member.role ? withRole(ports, request, member, role) : member
}

const roleIn = (value: unknown): Role | undefined => z.enum(['admin', 'manager', 'staff']).safeParse(value).data

/** The company's directory says who may what, at each sign-in. */
async function withRole(ports: DeskPorts, request: Request, member: StaffMember, role: Role): Promise<StaffMember> {
  const note = {
    who: { id: member.id, name: member.name },
    from: request.ip ?? '',
    action: 'oidc_role',
    subject: member.id,
    before: { role: member.role },
    after: { role },
  }
  const changed = await ports.store.audit.along(
    () => note,
    () => ports.store.staff.update(member.id, { role }),
  )
  return changed.kind === 'ok' ? changed.member : member
}

async function refused(ports: DeskPorts, request: Request, why: string): Promise<undefined> {
  await ports.store.audit.note({ who: { name: '?' }, from: request.ip ?? '', action: 'login_failed', after: { why } })
  return undefined
}

const cookieName = ({ secure }: Pick<DeskPorts, 'secure'>): string => (secure ? '__Host-qiao-oidc' : 'qiao-oidc')

/** Lax: the way back comes from the provider's page. */
const cookieOptions = ({ secure }: Pick<DeskPorts, 'secure'>): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure,
  path: '/',
  maxAge: PATIENCE_MS,
})

function pendingOf(ports: DeskPorts, request: Request): Pending | undefined {
  const name = `${cookieName(ports)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length)
  try {
    return pending.parse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString()))
  } catch {
    return undefined
  }
}

const baseOf = ({ origins }: Pick<DeskPorts, 'origins'>, request: Request): string =>
  origins[0] ?? `${request.protocol}://${request.get('host')}`

import type { Request } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { QiaoError } from '../bot/errors.ts'
import type { AttemptCount } from '../bot/ports.ts'
import type { DeskPorts } from './ports.ts'

const MINUTE_MS = 60_000
/** Of an IPv6 address its network: a home has 2^64 addresses of its own. */
const NETWORK = 64

type Ports = Pick<DeskPorts, 'store' | 'hash' | 'limits' | 'clock'>

/**
 * Counts a login before it is tried, by address and by name; `forgive` takes back one that succeeded.
 * @throws QiaoError `too_many` with the seconds to wait
 */
export function countAttempt(ports: Ports, request: Request, name: string): Promise<string> {
  const { failedLogins, failedLoginsOfName } = ports.limits
  const known = name.normalize('NFKC').trim().toLowerCase()
  return counted(ports, [
    { whose: ports.hash(`address ${networkOf(request)}`), limit: failedLogins, windowMs: 5 * MINUTE_MS },
    { whose: ports.hash(`name ${known}`), limit: failedLoginsOfName, windowMs: 15 * MINUTE_MS },
  ])
}

/** The same for the first administrator's link, which cannot be guessed: it spares the work of hashing. */
export function countSetup(ports: Ports, request: Request): Promise<string> {
  const whose = ports.hash(`setup ${networkOf(request)}`)
  return counted(ports, [{ whose, limit: ports.limits.failedLoginsOfName, windowMs: 15 * MINUTE_MS }])
}

const networkOf = (request: Request): string => ipKeyGenerator(request.ip ?? '', NETWORK)

async function counted(ports: Ports, counts: AttemptCount[]): Promise<string> {
  const result = await ports.store.staff.attempt(counts)
  if (result.kind === 'counted') return result.attempt
  const seconds = Math.ceil((Date.parse(result.until) - ports.clock.now().getTime()) / 1000)
  throw new QiaoError('too_many', 'too many failed logins', {
    details: { reason: 'logins', retryAfterSeconds: Math.max(1, seconds) },
  })
}

import { createHmac, timingSafeEqual } from 'node:crypto'

/** Stands over what one side sends the other. */
export const SIGNATURE_HEADER = 'x-qiao-signature'

/** What is older was kept and sent again by somebody. */
export const OLDEST_MS = 5 * 60_000

const mac = (secret: string, at: number, body: string): string =>
  createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')

/** @param at milliseconds since 1970 */
export const sign = (secret: string, at: number, body: string): string => `t=${at},v1=${mac(secret, at, body)}`

/** Whether this was signed with the secret, over this very body, in the last five minutes; `too_old`: before. */
export function readSignature(
  secret: string,
  given: string | undefined,
  body: string,
  now: number,
): 'good' | 'signature' | 'too_old' {
  const [, t, v1] = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(given ?? '') ?? []
  if (!t || !v1) return 'signature'
  if (!timingSafeEqual(Buffer.from(v1), Buffer.from(mac(secret, Number(t), body)))) return 'signature'
  return Math.abs(now - Number(t)) <= OLDEST_MS ? 'good' : 'too_old'
}

/** In the same time whatever it is. */
export const isSecret = (secret: string, given: string): boolean =>
  timingSafeEqual(Buffer.from(mac(secret, 0, given)), Buffer.from(mac(secret, 0, secret)))

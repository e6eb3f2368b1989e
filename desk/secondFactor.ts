import { timingSafeEqual } from 'node:crypto'
import { generateSync } from 'otplib'
import { QiaoError } from '../bot/errors.ts'
import type { DeskPorts } from './ports.ts'

/** Seconds for which an authenticator shows the same digits (RFC 6238). */
const STEP_SECONDS = 30
/** Clocks of phones are off by a step now and then. */
const STEPS = [0, -1, 1]

type Ports = Pick<DeskPorts, 'store' | 'hash' | 'clock'>

/** The time step whose digits these are; undefined for digits of no step near now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS)
  return STEPS.map((away) => current + away).find((step) =>
    isSame(generateSync({ secret, epoch: step * STEP_SECONDS }), code.replace(/\s/g, '')),
  )
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Takes the digits of the authenticator, each once, or a recovery code, once.
 * @throws QiaoError `second_factor` where none was sent, or a wrong one
 */
export async function takeSecondFactor(ports: Ports, staffId: string, code: string | undefined): Promise<void> {
  if (!code) throw new QiaoError('second_factor', 'no second factor', { details: { reason: 'needed' } })
  const { staff } = ports.store
  const secret = (await staff.secrets(staffId))?.totpSecret
  const step = secret && stepOf(secret, code, ports.clock.now())
  const good = step
    ? await staff.takeTotpStep(staffId, step)
    : await staff.takeRecovery(staffId, ports.hash(plainCode(code)))
  if (!good) throw new QiaoError('second_factor', 'a wrong second factor', { details: { reason: 'wrong' } })
}

/** A recovery code however it was typed. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

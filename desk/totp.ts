import { type Request, Router } from 'express'
import { generateSecret, generateURI } from 'otplib'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { countAttempt } from './attempts.ts'
import { newCode } from './homes.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { plainCode, stepOf, takeSecondFactor } from './secondFactor.ts'
import { openSession, sessionAnswer, sessionOf } from './session.ts'
import { noted, tellTrail } from './trail.ts'
import { tellStreams } from './users.ts'

const ISSUER = 'Qiao 桥'
const RECOVERY_CODES = 10

/** One's own second factor: offered, confirmed by its digits, turned off by its digits. */
export function totpRoutes(ports: DeskPorts): Router {
  const router = Router()
  router.post('/totp', async (request, response) => {
    const member = sessionOf(request).staff
    if (member.totp) throw new QiaoError('conflict', 'it is on already', { details: { reason: 'totp_on' } })
    const secret = generateSecret()
    await ports.store.staff.offerTotp(member.id, secret)
    response.json({ secret, uri: generateURI({ issuer: ISSUER, label: member.name, secret }) })
  })
  router.post('/totp/confirm', async (request, response) => {
    const { code } = check(deskSchemas.totpCode, request.body)
    const codes = await confirm(ports, request, code)
    response.json({ recoveryCodes: codes.map((one) => `${one.slice(0, 4)}-${one.slice(4)}`) })
  })
  router.post('/totp/off', async (request, response) => {
    const { code } = check(deskSchemas.totpCode, request.body)
    const { staff } = sessionOf(request)
    const { id } = staff
    if (ports.totpRequired) throw new QiaoError('forbidden', 'it is required', { details: { reason: 'second_factor' } })
    const attempt = await countAttempt(ports, request, staff.name)
    await takeSecondFactor(ports, id, code)
    await ports.store.staff.forgive(attempt)
    await noted(ports, request, { action: 'totp_off', subject: id }, () => ports.store.staff.resetTotp(id))
    tellStreams(ports, id)
    const { totp: _totp, ...without } = staff
    response.json(sessionAnswer(ports, await openSession(ports, request, response, without, false)))
  })
  return router
}

/** @throws QiaoError `second_factor` for digits that are not those of what was offered */
async function confirm(ports: DeskPorts, request: Request, code: string): Promise<string[]> {
  const { staff, idHash } = sessionOf(request)
  const offered = (await ports.store.staff.secrets(staff.id))?.totpOffered
  const step = offered && stepOf(offered, code, ports.clock.now())
  if (!step) throw new QiaoError('second_factor', 'not the digits', { details: { reason: 'wrong' } })
  const codes = Array.from({ length: RECOVERY_CODES }, () => newCode(ports.newToken))
  const recoveryHashes = codes.map((one) => ports.hash(plainCode(one)))
  tellTrail(request, { subject: staff.id, after: { totp: true } })
  await ports.store.staff.confirmTotp(staff.id, { step, recoveryHashes, session: idHash })
  return codes
}

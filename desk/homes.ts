import { type Request, type RequestHandler, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { HomeAccount } from '../bot/types.ts'
import { scopeOf } from './compounds.ts'
import { maskedPhone } from './masks.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { sessionOf } from './session.ts'

/** Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V, which look or sound alike. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
const CODE_LENGTH = 8
/** A code is good for a week. */
export const CODE_LIFE_MS = 7 * 24 * 3_600_000

/** Homes for the desk, and the codes that bind a conversation to one. */
export function homeRoutes(ports: DeskPorts): Router {
  const router = Router()
  router.get('/homes', list(ports))
  router.get('/homes/:id', async (request, response) => {
    const account = await found(ports, request)
    const orders = await ports.store.importedOrders.ofHome(account.id)
    response.json({ ...shown(account), bills: account.bills, orders })
  })
  router.post('/homes/:id/code', makeCode(ports))
  return router
}

function list(ports: DeskPorts): RequestHandler {
  return async (request, response) => {
    const { q, community, page } = check(deskSchemas.homes, request.query)
    const filter = {
      ...(q ? { q: placeQuery(q) } : {}),
      ...(community ? { community } : {}),
      ...scopeOf(request),
      page,
    }
    const { homes, total } = await ports.store.homes.list(filter)
    response.json({ homes: homes.map(shown), total })
  }
}

/** 3栋2单元501室 is looked for as 3-2-501. */
const placeQuery = (q: string): string =>
  q
    .normalize('NFKC')
    .trim()
    .replace(/(\w)\s*(?:号楼|栋|幢|座|单元)\s*(?=\w)/g, '$1-')
    .replace(/(\w)(?:号楼|栋|幢|座|室|房)$/, '$1')

/** A code is shown once, to whoever makes it; the record holds its hash alone. */
function makeCode(ports: DeskPorts): RequestHandler {
  return async (request, response) => {
    const { id } = await found(ports, request)
    const code = newCode(ports.newToken)
    const expiresAt = new Date(ports.clock.now().getTime() + CODE_LIFE_MS).toISOString()
    const madeBy = sessionOf(request).staff.id
    await ports.store.homes.addCode({ homeId: id, codeHash: ports.hash(code), madeBy, expiresAt })
    response.status(201).json({ code, expiresAt })
  }
}

async function found(ports: DeskPorts, request: Request): Promise<HomeAccount> {
  const account = await ports.store.homes.find(String(request.params.id))
  if (!account) throw new QiaoError('not_found', 'no such home')
  return account
}

/** Eight characters, each as likely as the others: bytes that would favour some are left out. */
export function newCode(newToken: () => string): string {
  const fair = 256 - (256 % ALPHABET.length)
  let code = ''
  while (code.length < CODE_LENGTH)
    for (const byte of Buffer.from(newToken(), 'base64url'))
      if (byte < fair && code.length < CODE_LENGTH) code += ALPHABET[byte % ALPHABET.length]
  return code
}

function shown({ id, community, home, owner, phones, handedOverOn, bills }: HomeAccount) {
  return {
    id,
    community,
    home,
    ...(owner ? { owner } : {}),
    phonesMasked: phones.map(maskedPhone),
    ...(handedOverOn ? { handedOverOn } : {}),
    owedFen: bills.reduce((sum, bill) => sum + bill.amountFen - bill.paidFen, 0),
  }
}

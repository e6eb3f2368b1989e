import { createHash } from 'node:crypto'
import { type Request, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { HomeStore } from '../bot/ports.ts'
import { HOME_COLUMNS, ORDER_COLUMNS, type RowError } from '../bot/types.ts'
import { checkCompound, scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { deskSchemas } from './schemas.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'
import { uploaded } from './upload.ts'

/** Errors that are told at once; a wrong column makes thousands. */
const MOST_ERRORS = 100

const header = z.string().min(1).max(200)
const headers = z.union([header.transform((one) => [one]), z.array(header).min(1)])
const mappings = {
  homes: z.partialRecord(z.enum(HOME_COLUMNS), headers),
  orders: z.partialRecord(z.enum(ORDER_COLUMNS), headers),
}
const fields = z.object({
  community: z.string().max(100).optional(),
  /** JSON: field → header, or headers. */
  mapping: z.string().max(5000).optional(),
  /** When the file was exported; else now. */
  asOf: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
})

/**
 * Homes, owners and bills from a file of the property system, or the orders that the system before still has open: all of
 * it, or with one error nothing.
 */
export function importRoutes(ports: DeskPorts): Router {
  const router = Router()
  router.post('/imports', mayImport, uploaded(10), importFile(ports))
  return router
}

const mayImport: RequestHandler = (request, _response, next) => {
  if (sessionOf(request).staff.role === 'staff') throw new QiaoError('forbidden', 'only managers import')
  next()
}

function importFile(ports: DeskPorts): RequestHandler {
  return async (request, response) => {
    const { kind, dryRun: dry } = check(deskSchemas.imports, request.query)
    const dryRun = dry === '1' || dry === 'true'
    const { file, community, asOf, columns } = sentIn(ports, request)
    const { read, write } = await readerOf(ports, kind, file.buffer, columns)
    if (!dryRun && read.errors.length > 0)
      throw new QiaoError('bad_input', 'the file has errors; nothing was written', { details: told(read) })
    tellTrail(request, { community, after: { file: file.originalname, rows: read.rows } })
    const hash = createHash('sha256').update(file.buffer).digest('base64url')
    const counts = await write(community, { name: file.originalname, hash, asOf, dryRun })
    response.json({ dryRun, rows: read.rows, columns: read.columns, ignored: read.ignored, ...told(read), ...counts })
  }
}

type ImportedFile = Parameters<HomeStore['import']>[2]

/** What the file says, and the way to write it. */
async function readerOf(ports: DeskPorts, kind: 'homes' | 'orders', content: Buffer, columns: unknown) {
  const { homes, importedOrders } = ports.store
  if (kind === 'orders') {
    const read = await ports.readOrders(content, given(check(mappings.orders, columns)))
    return {
      read,
      write: (community: string, file: ImportedFile) => importedOrders.import(community, read.orders, file),
    }
  }
  const read = await ports.readHomes(content, given(check(mappings.homes, columns)))
  const ended = (id: string) => {
    ports.live.publish(`conversation:${id}`, { kind: 'access', conversationId: id })
    ports.live.publish('desk', { kind: 'state', conversationId: id })
  }
  return { read, write: (community: string, file: ImportedFile) => homes.import(community, read.homes, file, ended) }
}

const told = ({ errors }: { errors: RowError[] }) => ({
  errors: errors.slice(0, MOST_ERRORS),
  errorCount: errors.length,
})

function sentIn(ports: DeskPorts, request: Request) {
  const { file } = request
  if (!file) throw new QiaoError('bad_request', 'no file', { details: { field: 'file' } })
  const sent = check(fields, request.body)
  const own = scopeOf(request).communities ?? ports.communities
  const community = sent.community ?? (own.length === 1 ? own[0] : undefined)
  checkCompound(request, community)
  if (!community || !ports.communities.includes(community))
    throw new QiaoError('bad_request', 'no such compound', { details: { field: 'community' } })
  const asOf = new Date(sent.asOf ?? ports.clock.now()).toISOString()
  return { file, community, asOf, columns: mappingOf(sent.mapping) }
}

function mappingOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text || '{}')
  } catch (cause) {
    throw new QiaoError('bad_request', 'the mapping is not JSON', { cause, details: { field: 'mapping' } })
  }
}

/** Without what was not said. */
const given = <Field extends string>(columns: Partial<Record<Field, string[] | undefined>>) =>
  Object.fromEntries(Object.entries(columns).filter(([, headers]) => headers !== undefined)) as Partial<
    Record<Field, string[]>
  >

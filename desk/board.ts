import { type Request, Router } from 'express'
import type { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { StaffFile } from '../bot/ports.ts'
import type {
  BoardChanges,
  BoardEntry,
  BoardRevision,
  NewBoardEntry,
  NewStep,
  StaffMember,
  Vouched,
} from '../bot/types.ts'
import { boardSchemas } from './boardSchemas.ts'
import { boardText, wordsOnRecord } from './boardText.ts'
import { scopeOf } from './compounds.ts'
import type { DeskPorts } from './ports.ts'
import { vouchedFor, vouchingOf } from './promiseHold.ts'
import { sessionOf } from './session.ts'

/** The status board; `main` gives it. What it throws is a QiaoError. */
export interface BoardPort {
  list(community: string | undefined): Promise<BoardEntry[]>
  create(entry: NewBoardEntry, clerk: StaffMember, vouched?: Vouched): Promise<BoardEntry>
  edit(id: string, revision: number, changes: BoardChanges, clerk: StaffMember, vouched?: Vouched): Promise<BoardEntry>
  addStep(
    id: string,
    step: NewStep,
    tell: boolean,
    clerk: StaffMember,
    more?: { vouched?: Vouched; photo?: StaffFile },
  ): Promise<BoardEntry>
  revisions(id: string): Promise<BoardRevision[]>
}

export type BoardPorts = Pick<DeskPorts, 'board' | 'topics' | 'store' | 'communities' | 'promisesIn' | 'promiseKey'>

/** `/status-board…`, for every role. What owners will read of it must promise nothing that no record holds. */
export function boardRoutes(ports: BoardPorts): Router {
  const router = Router()
  router.get('/status-board', async (request, response) => {
    const { community } = check(boardSchemas.board, request.query)
    const own = scopeOf(request).communities?.[0]
    response.json({ entries: await ports.board.list(community ?? own), topics: ports.topics })
  })
  router.post('/status-board', async (request, response) => {
    const { confirm, record, ...body } = check(boardSchemas.newEntry, request.body)
    const own = scopeOf(request).communities?.[0]
    const entry = { ...(own && { community: own }), ...given(body) } as NewBoardEntry
    const about = { id: 'status-board', community: communityOf(ports, entry) }
    const held = { text: boardText(entry), backed: wordsOnRecord(entry), ...vouchingOf({ confirm, record }) }
    const vouched = await vouchedFor(ports, about, clerkOf(request), held)
    response.status(201).json(await ports.board.create(entry, clerkOf(request), vouched))
  })
  router.patch('/status-board/:id', async (request, response) => {
    const { revision, confirm, record, ...body } = check(boardSchemas.entryChanges, request.body)
    const changes = given(body) as BoardChanges
    const vouched = await vouchedChange(ports, request, changes, vouchingOf({ confirm, record }))
    response.json(await ports.board.edit(idOf(request), revision, changes, clerkOf(request), vouched))
  })
  router.post('/status-board/:id/steps', async (request, response) => {
    const { tellSubscribers, confirm, record, ...body } = check(boardSchemas.step, request.body)
    const step = given(body) as NewStep
    const vouched = await vouchedChange(ports, request, { log: [step] }, vouchingOf({ confirm, record }))
    const more = vouched ? { vouched } : {}
    response.json(await ports.board.addStep(idOf(request), step, tellSubscribers, clerkOf(request), more))
  })
  router.get('/status-board/:id/revisions', async (request, response) => {
    response.json({ revisions: await ports.board.revisions(idOf(request)) })
  })
  return router
}

function communityOf({ communities }: BoardPorts, { community = communities[0] ?? '' }: NewBoardEntry): string {
  if (communities.includes(community)) return community
  const details = { field: 'community', detail: 'no such compound' }
  throw new QiaoError('bad_request', `no compound ${community}`, { details })
}

/** What stands in the entry already was let out before. @throws QiaoError `promise`, `not_found` */
export async function vouchedChange(
  ports: BoardPorts,
  request: Request,
  changes: BoardChanges,
  vouching: { confirm?: string; record?: string },
): Promise<Vouched | undefined> {
  const entry = await ports.store.board.find(idOf(request))
  if (!entry) throw new QiaoError('not_found', 'no such entry')
  const backed = [...wordsOnRecord(changes), ...wordsOnRecord(entry), ...boardText(entry).split('\n')]
  return vouchedFor(ports, entry, clerkOf(request), { text: boardText(changes), backed, ...vouching })
}

/** Without what was given as undefined, which would overwrite. */
function given<Body extends z.infer<z.ZodObject>>(body: Body): Partial<Body> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<Body>
}

const idOf = (request: Request): string => String(request.params.id)
const clerkOf = (request: Request): StaffMember => sessionOf(request).staff

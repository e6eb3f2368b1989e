import { type Request, Router } from 'express'
import type { z } from 'zod'
import { check } from '../bot/check.ts'
import type { BoardChanges, BoardEntry, BoardRevision, NewBoardEntry, NewStep, StaffMember } from '../bot/types.ts'
import { boardSchemas } from './boardSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'

/** The status board; `main` gives it. What it throws is a QiaoError. */
export interface BoardPort {
  list(community: string | undefined): Promise<BoardEntry[]>
  create(entry: NewBoardEntry, clerk: StaffMember): Promise<BoardEntry>
  edit(id: string, revision: number, changes: BoardChanges, clerk: StaffMember): Promise<BoardEntry>
  addStep(id: string, step: NewStep, tell: boolean, clerk: StaffMember): Promise<BoardEntry>
  revisions(id: string): Promise<BoardRevision[]>
}

/** `/status-board…`, for every role. */
export function boardRoutes(ports: Pick<DeskPorts, 'board' | 'topics'>): Router {
  const router = Router()
  router.get('/status-board', async (request, response) => {
    const { community } = check(boardSchemas.board, request.query)
    response.json({ entries: await ports.board.list(community), topics: ports.topics })
  })
  router.post('/status-board', async (request, response) => {
    const entry = given(check(boardSchemas.newEntry, request.body))
    response.status(201).json(await ports.board.create(entry as NewBoardEntry, clerkOf(request)))
  })
  router.patch('/status-board/:id', async (request, response) => {
    const { revision, ...changes } = check(boardSchemas.entryChanges, request.body)
    response.json(await ports.board.edit(idOf(request), revision, given(changes) as BoardChanges, clerkOf(request)))
  })
  router.post('/status-board/:id/steps', async (request, response) => {
    const { tellSubscribers, ...step } = check(boardSchemas.step, request.body)
    response.json(await ports.board.addStep(idOf(request), step as NewStep, tellSubscribers, clerkOf(request)))
  })
  router.get('/status-board/:id/revisions', async (request, response) => {
    response.json({ revisions: await ports.board.revisions(idOf(request)) })
  })
  return router
}

/** Without what was given as undefined, which would overwrite. */
function given<Body extends z.infer<z.ZodObject>>(body: Body): Partial<Body> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<Body>
}

const idOf = (request: Request): string => String(request.params.id)
const clerkOf = (request: Request): StaffMember => sessionOf(request).staff

import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { knowledgeSchemas } from './knowledgeSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { managerOf } from './roles.ts'

export interface LaunchItem {
  id: string
  ok: boolean
  /** The bot goes nowhere without it. */
  blocking: boolean
  /** What is missing, by key. */
  missing: string[]
}

export interface LaunchPort {
  /** @throws QiaoError `not_found` */
  checklist(community: string): Promise<{ mode: string; topics: string[]; items: LaunchItem[] }>
}

/** `/communities/:id/launch`: everybody sees what is missing; managers and administrators go live step by step. */
export function launchRoutes({
  launch,
  settings,
  intents,
}: Pick<DeskPorts, 'launch' | 'settings' | 'intents'>): Router {
  const router = Router()
  router.get('/communities/:id/launch', async (request, response) =>
    response.json(await launch.checklist(idOf(request))),
  )
  router.post('/communities/:id/launch', async (request, response) => {
    const { name } = managerOf(request)
    const { mode, topics } = check(knowledgeSchemas.launch, request.body)
    const unknown = topics.filter((topic) => !intents.some(({ id }) => id === topic))
    if (unknown.length)
      throw new QiaoError('bad_request', 'no such intent', { details: { field: 'topics', detail: unknown.join() } })
    const { items } = await launch.checklist(idOf(request))
    const missing = items.filter(({ ok, blocking }) => blocking && !ok).flatMap((item) => item.missing)
    if (missing.length) throw new QiaoError('launch_blocked', 'emergency phones are missing', { details: { missing } })
    await settings.change(idOf(request), { answers: { mode, topics } }, name)
    response.json(await launch.checklist(idOf(request)))
  })
  return router
}

const idOf = (request: Request): string => String(request.params.id)

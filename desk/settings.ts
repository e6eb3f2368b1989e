import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { knowledgeSchemas } from './knowledgeSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { managerOf } from './roles.ts'

/** The settings of compounds; `main` gives it. What it throws is a QiaoError. */
export interface SettingsPort {
  of(community: string): Promise<object>
  change(community: string, change: object, by: string): Promise<object>
  rollBack(community: string, revision: string, by: string): Promise<object>
}

/** `/communities/:id/settings`: everybody reads, managers and administrators change. */
export function settingsRoutes({ settings }: Pick<DeskPorts, 'settings'>): Router {
  const router = Router()
  router.get('/communities/:id/settings', async (request, response) => response.json(await settings.of(idOf(request))))
  router.patch('/communities/:id/settings', async (request, response) => {
    const { name } = managerOf(request)
    const change = check(knowledgeSchemas.settings, request.body)
    await settings.change(idOf(request), change, name)
    response.json(await settings.of(idOf(request)))
  })
  router.post('/communities/:id/settings/rollback', async (request, response) => {
    const { name } = managerOf(request)
    await settings.rollBack(idOf(request), check(knowledgeSchemas.settingsBack, request.body).revision, name)
    response.json(await settings.of(idOf(request)))
  })
  return router
}

const idOf = (request: Request): string => String(request.params.id)

import { type Request, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { Classification, Words } from '../bot/types.ts'
import { checkCompound, scopeOf } from './compounds.ts'
import { knowledgeSchemas } from './knowledgeSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { managerOf } from './roles.ts'
import { sessionOf } from './session.ts'

/** Knowledge at the desk; `main` gives it. What it throws is a QiaoError, what it gives is sent as it is. */
export interface KnowledgePort {
  overview(): Promise<{ drafts: { community?: string }[] }>
  entry(intent: string, community?: string): Promise<{ common: { answer?: Words } }>
  draft(id: string): Promise<{ community?: string }>
  start(words: NewWords, author: string): Promise<{ id: string }>
  edit(id: string, version: number, words: Omit<NewWords, 'intent' | 'community'>): Promise<object>
  suggestExamples(
    intent: string,
    texts: string[],
    author: string,
    more: { ticketId?: string; note?: string },
  ): Promise<{ id: string }>
  check(id: string): Promise<object>
  publish(id: string, by: string): Promise<object>
  rollBack(id: string, by: string): Promise<object>
  discard(id: string): Promise<object>
  /** Of these compounds alone. */
  messages(id: string, now: Date, communities?: readonly string[]): Promise<object>
  tryOut(text: string): Classification
}

export interface NewWords {
  intent: string
  community?: string
  fields?: object
  content?: string
  note?: string
  ticketId?: string
}

/** `/knowledge…`: everybody reads, drafts and checks; managers and administrators publish and take back. */
export function knowledgeRoutes(ports: Pick<DeskPorts, 'knowledge' | 'clock'>): Router {
  const router = Router()
  const { knowledge, clock } = ports
  /** @throws QiaoError `not_found` for words of a compound that is not the member's */
  const seen = async (request: Request): Promise<string> => {
    checkCompound(request, (await knowledge.draft(idOf(request))).community)
    return idOf(request)
  }
  /** What all compounds say is for whoever is limited to none. @throws QiaoError `forbidden`, `not_found` */
  const governed = async (request: Request): Promise<string> => {
    managerOf(request)
    const { community } = await knowledge.draft(idOf(request))
    if (community === undefined && scopeOf(request).communities)
      throw new QiaoError('forbidden', 'it is what all compounds say')
    return seen(request)
  }
  router.get('/knowledge', async (request, response) => {
    const { drafts, ...rest } = await knowledge.overview()
    const own = scopeOf(request).communities
    response.json({
      ...rest,
      drafts: drafts.filter(({ community }) => !community || (own?.includes(community) ?? true)),
    })
  })
  router.post('/knowledge/try', (request, response) => {
    response.json(knowledge.tryOut(check(knowledgeSchemas.tryOut, request.body).text))
  })
  router.post('/knowledge/drafts', async (request, response) => {
    const words = given(check(knowledgeSchemas.newDraft, request.body))
    response.status(201).json(await knowledge.start(words as NewWords, nameOf(request)))
  })
  router.get('/knowledge/drafts/:id', async (request, response) =>
    response.json(await knowledge.draft(await seen(request))),
  )
  router.patch('/knowledge/drafts/:id', async (request, response) => {
    const { version, ...words } = check(knowledgeSchemas.editDraft, request.body)
    response.json(await knowledge.edit(await seen(request), version, given(words)))
  })
  router.post('/knowledge/drafts/:id/check', async (request, response) => {
    response.json(await knowledge.check(await seen(request)))
  })
  router.get('/knowledge/drafts/:id/messages', async (request, response) => {
    response.json(await knowledge.messages(await seen(request), clock.now(), scopeOf(request).communities))
  })
  router.post('/knowledge/drafts/:id/publish', async (request, response) => {
    response.json(await knowledge.publish(await governed(request), nameOf(request)))
  })
  router.post('/knowledge/drafts/:id/discard', async (request, response) => {
    response.json(await knowledge.discard(await seen(request)))
  })
  router.post('/knowledge/revisions/:id/rollback', async (request, response) => {
    response.json(await knowledge.rollBack(await governed(request), nameOf(request)))
  })
  router.post('/knowledge/:id/examples', async (request, response) => {
    const { texts, note } = check(knowledgeSchemas.suggest, request.body)
    const more = note ? { note } : {}
    response.status(201).json(await knowledge.suggestExamples(idOf(request), texts, nameOf(request), more))
  })
  router.get('/knowledge/:id', async (request, response) => {
    const { community } = check(knowledgeSchemas.knowledgeOf, request.query)
    response.json(await knowledge.entry(idOf(request), community))
  })
  return router
}

/** Without what wasn't sent. */
const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

const idOf = (request: Request): string => String(request.params.id)
const nameOf = (request: Request): string => sessionOf(request).staff.name

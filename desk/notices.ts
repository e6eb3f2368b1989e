import { type Request, Router } from 'express'
import { z } from 'zod'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { BoardChanges, BoardEntry, NewBoardEntry, StaffMember, Words } from '../bot/types.ts'
import { boardSchemas } from './boardSchemas.ts'
import { boardText, wordsOnRecord } from './boardText.ts'
import type { DeskPorts } from './ports.ts'
import { vouchedFor, vouchingOf } from './promiseHold.ts'
import { sessionOf } from './session.ts'

/** Of the status board: what is told to owners who ask what was announced. */
const NOTICE = 'notice'
/** Hours that a notice counts, where the clerk says nothing else. */
const TWO_WEEKS = 336

const { topic: _topic, state, ...rest } = boardSchemas.newEntry.shape

/** What the calls of notices are checked with. */
export const noticeSchemas = {
  notices: boardSchemas.board,
  newNotice: z.object({ ...rest, text: state }).strict(),
  noticeChanges: z
    .object({
      revision: z.number().int().min(1),
      text: state.optional(),
      scope: rest.scope,
      source: rest.source,
      staleAfterHours: rest.staleAfterHours,
      closed: z.boolean().optional(),
      confirm: z.string().max(200).optional(),
      record: z.string().min(1).max(200).optional(),
    })
    .strict(),
}

type Ports = Pick<DeskPorts, 'board' | 'store' | 'communities' | 'promisesIn' | 'promiseKey' | 'say' | 'time' | 'place'>

/** `/notices`: what the bot says when an owner asks for notices, and the words to copy into the owners' group. */
export function noticeRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/notices', async (request, response) => {
    const { community } = check(noticeSchemas.notices, request.query)
    const entries = await ports.board.list(community)
    response.json({ notices: entries.filter(({ topic }) => topic === NOTICE).map((entry) => shown(ports, entry)) })
  })
  router.post('/notices', async (request, response) => {
    const { confirm, record, text, ...body } = check(noticeSchemas.newNotice, request.body)
    const entry = { staleAfterHours: TWO_WEEKS, ...given(body), topic: NOTICE, state: text } as NewBoardEntry
    const community = entry.community ?? ports.communities[0] ?? ''
    const held = { text: boardText(entry), backed: wordsOnRecord(entry), ...vouchingOf({ confirm, record }) }
    const vouched = await vouchedFor(ports, { id: NOTICE, community }, clerkOf(request), held)
    response.status(201).json(shown(ports, await ports.board.create(entry, clerkOf(request), vouched)))
  })
  router.patch('/notices/:id', async (request, response) => {
    const { revision, confirm, record, text, ...body } = check(noticeSchemas.noticeChanges, request.body)
    const before = await ports.store.board.find(String(request.params.id))
    if (before?.topic !== NOTICE) throw new QiaoError('not_found', 'no such notice')
    const changes = given({ ...body, state: text }) as BoardChanges
    const held = { text: boardText(changes), backed: boardText(before).split('\n'), ...vouchingOf({ confirm, record }) }
    const vouched = await vouchedFor(ports, before, clerkOf(request), held)
    response.json(shown(ports, await ports.board.edit(before.id, revision, changes, clerkOf(request), vouched)))
  })
  return router
}

/** With the words for the owners' group, ready to be copied. */
function shown(ports: Ports, entry: BoardEntry) {
  const { id, revision, community, scope, asOf, source, staleAfterHours, closedAt } = entry
  return {
    ...{ id, revision, community, scope, text: entry.state, asOf, source, staleAfterHours },
    groupText: { zh: groupText(ports, entry, 'zh'), en: groupText(ports, entry, 'en') } satisfies Words,
    ...(closedAt === undefined ? {} : { closedAt }),
  }
}

function groupText(ports: Ports, { community, scope, state, asOf, source }: BoardEntry, locale: 'zh' | 'en'): string {
  const vars = {
    place: scope.building ? ports.place(scope.building, locale) : ports.say('everywhere', community, locale),
    text: state[locale],
    asOf: ports.time(community, locale, asOf),
    source: source[locale],
  }
  return ports.say('notice_group', community, locale, vars)
}

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

const clerkOf = (request: Request): StaffMember => sessionOf(request).staff

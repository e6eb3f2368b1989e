import { Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { IntakeDone, IntakeNote, IntakeSuggestion } from '../bot/types.ts'
import { intakeSchemas } from './intakeSchemas.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { tellTrail } from './trail.ts'

/** Understands what a clerk takes down and opens what it needs; `main` gives it. */
export interface IntakePort {
  suggest(text: string): IntakeSuggestion
  /** @param by name of the clerk */
  take(note: IntakeNote, by: string): Promise<IntakeDone>
}

type Ports = Pick<DeskPorts, 'intake' | 'communities' | 'intents'>

/** `POST /intake` takes down what an owner said elsewhere; `POST /intake/suggest` says what the words are about. */
export function intakeRoutes(ports: Ports): Router {
  const router = Router()
  router.post('/intake/suggest', (request, response) => {
    const { community, text } = check(intakeSchemas.intakeSuggest, request.body)
    checkThere(ports, community)
    response.json(ports.intake.suggest(text))
  })
  router.post('/intake', async (request, response) => {
    const { home, intent, contact, key, ...note } = check(intakeSchemas.intake, request.body)
    checkThere(ports, note.community)
    if (intent && !ports.intents.some(({ id }) => id === intent))
      throw new QiaoError('bad_request', `no intent ${intent}`, { details: { field: 'intent' } })
    const given = { ...(home && { home }), ...(intent && { intent }), ...(contact && { contact }), ...(key && { key }) }
    tellTrail(request, { community: note.community, after: { channel: note.channel, opens: note.kind } })
    response.status(201).json(await ports.intake.take({ ...note, ...given }, sessionOf(request).staff.name))
  })
  return router
}

function checkThere({ communities }: Ports, community: string): void {
  if (!communities.includes(community)) throw new QiaoError('not_found', `no compound ${community}`)
}

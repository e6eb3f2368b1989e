import type { Request, RequestHandler } from 'express'
import type { AuditNote, Facts } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { type Thing, writtenFacts } from './things.ts'

/** Further facts of a call, which its handler alone knows. */
export type Told = Partial<Pick<AuditNote, 'community' | 'subject' | 'before' | 'after' | 'owner'>>

interface Trail {
  thing?: Thing
  told?: Told
}

const trails = new WeakMap<Request, Trail>()

/** What the call is about, found before it is let through. */
export function thingFound(request: Request, thing: Thing): void {
  trails.set(request, { ...trails.get(request), thing })
}

/** Adds facts to the note of this call; before the write that it goes with. */
export function tellTrail(request: Request, told: Told): void {
  const trail = trails.get(request)
  trails.set(request, { ...trail, told: { ...trail?.told, ...told } })
}

/** Who asks, and from where. */
export function whoAsks(request: Request): Pick<AuditNote, 'who' | 'from'> {
  const { id, name } = sessionOf(request).staff
  return { who: { id, name }, from: request.ip ?? '' }
}

/** Notes a call by hand, where something else is written before what counts. */
export function noted<Done>(
  { store }: Pick<DeskPorts, 'store'>,
  request: Request,
  note: Omit<AuditNote, 'who' | 'from'>,
  work: () => Done,
): Done {
  return store.audit.along(() => ({ ...whoAsks(request), ...note }), work)
}

/** Before words that are hidden are shown: who looked, at what. */
export async function noteReveal({ store }: Pick<DeskPorts, 'store'>, request: Request, what: Facts): Promise<void> {
  const community = trails.get(request)?.thing?.community
  await store.audit.note({
    ...whoAsks(request),
    action: 'reveal',
    subject: String(request.params.id),
    ...(community !== undefined && { community }),
    after: what,
  })
}

/** Before a file with owners' data leaves: who took it, which, and how much. */
export async function noteExport({ store }: Pick<DeskPorts, 'store'>, request: Request, rows: number): Promise<void> {
  const { community } = request.query
  await store.audit.note({
    ...whoAsks(request),
    action: `GET ${String(request.route?.path ?? request.path)}`,
    ...(typeof community === 'string' && { community }),
    after: { rows },
  })
}

/** Written on every keystroke, or noted by the handler itself. */
const NOT_NOTED = /\/(typing|seen|presence|reveal|logout|password|totp\/off)$/

/**
 * Every write that a member of staff makes at the desk stands in the audit, in the transaction of what it changes:
 * who, which call, of what, from where, how it was and how it is. A handler adds what it alone knows by `tellTrail`.
 */
export function trailed({ store }: Pick<DeskPorts, 'store'>): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || NOT_NOTED.test(request.path)) return next()
    store.audit.along((written) => noteOf(request, written), next)
  }
}

function noteOf(request: Request, written: unknown): AuditNote {
  const { thing, told = {} } = trails.get(request) ?? {}
  const { id } = request.params
  const community = told.community ?? thing?.community
  const after: Facts = { ...writtenFacts(written), ...vouched(request.body), ...told.after }
  return {
    ...whoAsks(request),
    action: `${request.method} ${String(request.route?.path ?? request.path)}`,
    ...(community !== undefined && { community }),
    ...(typeof id === 'string' && { subject: id }),
    ...(thing && Object.keys(thing.facts).length > 0 && { before: thing.facts }),
    ...told,
    ...(Object.keys(after).length > 0 && { after }),
  }
}

/** On whose word a promise went out. */
function vouched(body: unknown): Facts {
  const { confirm, record } = (body ?? {}) as { confirm?: unknown; record?: unknown }
  return {
    ...(typeof confirm === 'string' && { promiseConfirmed: true }),
    ...(typeof record === 'string' && { promiseRecord: record }),
  }
}

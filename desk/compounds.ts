import type { Request, RequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { Store } from '../bot/ports.ts'
import type { StaffMember } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'
import { sessionOf } from './session.ts'
import { entryFacts, incidentFacts, orderFacts, type Thing, ticketFacts } from './things.ts'
import { thingFound } from './trail.ts'

type Finder = (store: Store, id: string) => Promise<Thing | undefined>

/** By the first part of a call's path: how to find of which compound the thing is that the second part names. */
const THINGS: Record<string, Finder> = {
  tickets: async ({ tickets }, id) => withFacts(await tickets.find(id), ticketFacts),
  'work-orders': async ({ workOrders }, number) => withFacts(await workOrders.byNumber(number), orderFacts),
  incidents: async ({ incidents }, id) => withFacts(await incidents.find(id), incidentFacts),
  'status-board': async ({ board }, id) => withFacts(await board.find(id), entryFacts),
  notices: async ({ board }, id) => withFacts(await board.find(id), entryFacts),
  samples: async ({ reports }, id) => withFacts(await reports.sample(id), () => ({})),
  deliveries: async ({ deliveries }, id) => withFacts(await deliveries.find(Number(id)), ({ state }) => ({ state })),
  canned: async ({ canned }, id) => withFacts(await canned.find(id), ({ shortcut }) => ({ shortcut })),
  alerts: async ({ alerts }, id) => withFacts(await alerts.find(id), () => ({})),
  hotline: async ({ hotline }, id) => withFacts(await hotline.find(id), ({ state, deadline }) => ({ state, deadline })),
  visits: async ({ visits }, id) => withFacts(await visits.find(id), ({ state }) => ({ state })),
  callbacks: async ({ callbacks }, id) => withFacts(await callbacks.find(id), ({ dueAt }) => ({ dueAt })),
  handovers: async ({ handovers }, id) => withFacts(await handovers.find(id), () => ({})),
  homes: async ({ homes }, id) => withFacts(await homes.find(id), () => ({})),
  communities: async (_store, id) => ({ community: id, facts: {} }),
  attachments: async ({ attachments }, id) => {
    const community = await attachments.communityOf(id)
    return community === undefined ? undefined : { community, facts: {} }
  },
}

/**
 * Calls that hold nothing of any compound, or look themselves at whose it is. Whatever stands neither here nor above is
 * not there for a member who is limited. Lists of what stands above are filtered by `scopeOf`.
 */
const OPEN = new Set([
  'me',
  'logout',
  'intents',
  'sessions',
  'totp',
  'password',
  'users',
  'audit',
  'imports',
  'events',
  'knowledge',
  'reports',
  'gaps',
  'teams',
  'presence',
  'intake',
  'ledger.xlsx',
])

/** Lists that stand where the others have an id. */
const LISTS = new Set(['work-orders/export.csv', 'visits/figures', 'handovers/draft'])

function withFacts<T extends { community: string }>(
  thing: T | undefined,
  facts: (thing: T) => Thing['facts'],
): Thing | undefined {
  return thing && { community: thing.community, facts: facts(thing) }
}

/** The compounds that the member is limited to; undefined: none, as for every administrator. */
export function limitsOf({
  role,
  communities,
}: Pick<StaffMember, 'role' | 'communities'>): readonly string[] | undefined {
  return role === 'admin' || !communities?.length ? undefined : communities
}

/** What lists are to be filtered by, for the one who asks. */
export function scopeOf(request: Request): { communities?: readonly string[] } {
  const communities = limitsOf(sessionOf(request).staff)
  return communities ? { communities } : {}
}

/** @throws QiaoError `not_found` for a compound that is not the member's */
export function checkCompound(request: Request, community: string | undefined): void {
  const { communities } = scopeOf(request)
  if (community !== undefined && communities && !communities.includes(community))
    throw new QiaoError('not_found', 'a compound of others')
}

function namedIn(fields: unknown): string | undefined {
  const { community } = (fields ?? {}) as { community?: unknown }
  return typeof community === 'string' && community !== '' ? community : undefined
}

/**
 * Stands before every call of the desk: for a member who is limited to compounds, what is of others is as good as not
 * there, and so is every call that nobody has said how to limit.
 */
export function withinCompounds({ store }: Pick<DeskPorts, 'store'>): RequestHandler {
  return async (request, _response, next) => {
    const [first = '', id] = request.path.split('/').slice(1)
    const limited = scopeOf(request).communities !== undefined
    const find = THINGS[first]
    if (limited && !find && !OPEN.has(first)) throw new QiaoError('not_found', `no way to limit /${first}`)
    const thing = find && id ? await find(store, decodeURIComponent(id)) : undefined
    if (limited && find && id && !thing && !LISTS.has(`${first}/${id}`)) throw new QiaoError('not_found', 'not there')
    checkCompound(request, thing?.community)
    // Another ticket that is to be taken in.
    const other = limited && first === 'tickets' ? (request.body as { with?: unknown } | undefined)?.with : undefined
    if (typeof other === 'string') checkCompound(request, (await store.tickets.find(other))?.community)
    checkCompound(request, namedIn(request.query))
    checkCompound(request, namedIn(request.body))
    if (thing) thingFound(request, thing)
    next()
  }
}

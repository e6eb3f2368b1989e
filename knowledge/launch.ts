import { QiaoError } from '../bot/errors.ts'
import type { Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import { checkKnowledge } from './check.ts'
import type { Community, Knowledge } from './types.ts'

export interface LaunchParts {
  store: Pick<Store, 'staff' | 'board'>
  clock: Clock
  current(): { knowledge: Knowledge }
  required: readonly string[]
}

/** Numbers without which nobody in danger may be sent to this bot. */
const EMERGENCY_PHONES = [
  'phone.24h',
  'phone.gas_emergency',
  'phone.lift',
  'phone.fire',
  'phone.ambulance',
  'phone.police',
  'phone.crisis',
]
/** At the end of which the list of holidays should not have run out. */
const HOLIDAYS_AHEAD_DAYS = 60
const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000

const item = (id: string, missing: string[], blocking = false) => ({ id, ok: missing.length === 0, blocking, missing })

/** What a compound needs before the bot speaks to its owners. */
export class Launch {
  readonly #parts: LaunchParts

  constructor(parts: LaunchParts) {
    this.#parts = parts
  }

  /** @throws QiaoError `not_found` */
  async checklist(id: string) {
    const { store, clock, current } = this.#parts
    const { knowledge } = current()
    const community = knowledge.communities.get(id)
    if (!community) throw new QiaoError('not_found', `no compound ${id}`)
    const [staff, board] = await Promise.all([store.staff.list(), store.board.entries(id)])
    const roles = new Set(staff.filter(({ disabled }) => !disabled).map(({ role }) => role))
    const now = clock.now()
    const stale = board.filter(
      ({ asOf, staleAfterHours, closedAt }) =>
        !closedAt && Date.parse(asOf) + staleAfterHours * HOUR_MS < now.getTime(),
    )
    const items = [
      item(
        'emergency_phones',
        EMERGENCY_PHONES.filter((key) => !community.facts[key]),
        true,
      ),
      item('clerk', roles.size ? [] : ['staff']),
      item('manager', roles.has('manager') || roles.has('admin') ? [] : ['manager']),
      item(
        'facts',
        [...knowledge.factNames.keys()].filter((key) => !community.facts[key]),
      ),
      item('buildings', community.buildings.length ? [] : ['buildings']),
      item('holidays', holidaysEnd(community) > dayAfter(now) ? [] : ['holidays']),
      item(
        'board',
        stale.map(({ topic }) => topic),
      ),
      item('knowledge', this.#findings(knowledge, id, now)),
    ]
    return { ...community.answers, items }
  }

  #findings(knowledge: Knowledge, id: string, now: Date): string[] {
    const options = { required: this.#parts.required, today: now.toISOString().slice(0, 10) }
    const findings = checkKnowledge(knowledge, options)
    return findings
      .filter(({ where }) => !where.startsWith('communities/') || where.includes(`/${id}/`))
      .map(({ where }) => where)
  }
}

const holidaysEnd = ({ hours }: Community): string =>
  hours.holidays
    .map(({ to }) => to)
    .sort()
    .at(-1) ?? ''
const dayAfter = (now: Date): string =>
  new Date(now.getTime() + HOLIDAYS_AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10)

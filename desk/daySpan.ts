import { QiaoError } from '../bot/errors.ts'
import type { LedgerSpan } from '../bot/ports.ts'
import type { DeskPorts } from './ports.ts'

const DAY_MS = 24 * 3_600_000
/** Days that are looked at where nobody says otherwise. */
const USUAL_DAYS = 30

interface Days {
  community?: string | undefined
  /** ISO dates in the compound's time; the second is the last day. */
  from?: string | undefined
  to?: string | undefined
}

/** @throws QiaoError `not_found` for an unknown compound, `bad_request` where it ends before it begins */
export function daySpan(
  { communities, reports }: Pick<DeskPorts, 'communities' | 'reports'>,
  { community, from, to }: Days,
): LedgerSpan {
  if (community && !communities.includes(community)) throw new QiaoError('not_found', `no compound ${community}`)
  const last = to ?? reports.today(community)
  const first = from ?? new Date(Date.parse(`${last}T00:00:00Z`) - (USUAL_DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  if (first > last)
    throw new QiaoError('bad_request', 'ends before it begins', { details: { field: 'from', detail: '' } })
  const span = reports.span(community, first, last)
  return { from: span.from, to: span.to, ...(community && { community }) }
}

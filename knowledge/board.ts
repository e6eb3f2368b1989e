import { DateTime } from 'luxon'
import type { Home, NewId, StatusEntry } from '../bot/types.ts'
import type { Community } from './types.ts'

/** The entries that seed an empty board, with the offsets of status.yaml turned into days and times. */
export function seedEntries(community: Community, now: Date, newId: NewId): StatusEntry[] {
  const local = DateTime.fromJSDate(now, { zone: community.timezone })
  return community.board.map((entry) => ({
    id: newId(),
    community: community.id,
    topic: entry.topic,
    scope: entry.scope as Home,
    state: entry.state,
    log: entry.log.map(({ urging, ...step }) => ({
      ...step,
      day: resolve(step.day, local).toISODate() ?? '',
      ...(urging !== undefined && { urging }),
    })),
    ...(entry.blockedBy ? { blockedBy: entry.blockedBy } : {}),
    ...(entry.nextActor ? { nextActor: entry.nextActor } : {}),
    ...(entry.announced ? { announced: entry.announced } : {}),
    asOf: resolve(entry.asOf, local).toUTC().toISO() ?? '',
    staleAfterHours: entry.staleAfterHours,
    source: entry.source,
  }))
}

/** `-3d 09:10` three days before today at 9:10; never later than now. Anything else is an ISO time. */
function resolve(value: string, local: DateTime): DateTime {
  const offset = /^-(\d+)d(?: (\d\d):(\d\d))?$/.exec(value)
  if (!offset) return DateTime.fromISO(value)
  const [, days, hour = '0', minute = '0'] = offset
  const then = local
    .startOf('day')
    .minus({ days: Number(days) })
    .set({ hour: Number(hour), minute: Number(minute) })
  return then > local ? local : then
}

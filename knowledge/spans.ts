import { DateTime } from 'luxon'
import type { Span } from '../bot/ports.ts'
import type { Knowledge } from './types.ts'

/** Days of a compound, or of the first where all are meant, as times. */
export function spanOf(knowledge: Knowledge, community: string | undefined, from: string, to: string): Span {
  const zone = zoneOf(knowledge, community)
  const start = DateTime.fromISO(from, { zone })
  const end = DateTime.fromISO(to, { zone }).plus({ days: 1 })
  const span = { from: start.toJSDate().toISOString(), to: end.toJSDate().toISOString() }
  return community === undefined ? span : { ...span, community }
}

/** Hours that the compound's clock is ahead of UTC at this time. */
export const offsetHours = (knowledge: Knowledge, community: string, at: Date): number =>
  DateTime.fromJSDate(at, { zone: zoneOf(knowledge, community) }).offset / 60

function zoneOf({ communities }: Knowledge, community: string | undefined): string {
  const [first] = communities.values()
  return (communities.get(community ?? '') ?? first)?.timezone ?? 'UTC'
}

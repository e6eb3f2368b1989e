import type { HeardMessage, Store } from '../bot/ports.ts'
import type { Clock, Hours } from '../bot/types.ts'

export interface GapsParts {
  store: Pick<Store, 'reports'>
  clock: Clock
  hours: Pick<Hours, 'today'>
  /** Indices of texts that are about the same, the largest group first and its most typical text first. */
  groupAlike(texts: readonly string[]): Promise<number[][]>
  /** Hides who somebody is. */
  maskPersonal(text: string): string
  maskAbuse(text: string): string
}

/** A matter that owners asked about and the bot did not know, or was not sure of. */
export interface Gap {
  /** The most typical text. */
  title: string
  n: number
  /** Oldest week first; ISO date of its Monday. */
  weeks: { week: string; n: number }[]
  /** At most six, without what tells who wrote them. */
  samples: string[]
  /** What the model took it for, the most frequent first. */
  nearest: { intent: string; n: number }[]
  lastAt: string
}

export interface Gaps {
  weeks: string[]
  messages: number
  gaps: Gap[]
}

/** The newest so many are grouped. */
const MOST = 600
const SHOWN = 100
const SAMPLES = 6
/** A form took it up as an answer or ended with it, or people held the conversation and the bot had no say. */
const TAKEN_UP = new Set<HeardMessage['action']>(['ask_slot', 'confirm', 'opened', undefined])
const DAY_MS = 24 * 3_600_000
const WEEKS = 8

/** What was unanswered or unsure in the last eight weeks, by likeness and by week. Nothing learns from it by itself. */
export async function findGaps(parts: GapsParts, community: string | undefined, fallback: string): Promise<Gaps> {
  const { store, clock, hours, groupAlike } = parts
  const now = clock.now()
  const monday = mondayOf(hours.today(community ?? fallback, now))
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(monday, -7 * (WEEKS - 1 - index)))
  const span = { from: `${weeks[0]}T00:00:00.000Z`, to: new Date(now.getTime() + 1).toISOString() }
  const of = community === undefined ? span : { ...span, community }
  const heard = await store.reports.heard({ ...of, limit: MOST, unsureOnly: true })
  const told = heard.filter(({ text, action }) => text.trim().length > 1 && !TAKEN_UP.has(action))
  const groups = await groupAlike(told.map(({ text }) => text))
  const gaps = groups.slice(0, SHOWN).map((members) =>
    gapOf(
      parts,
      members.map((index) => told[index] as HeardMessage),
    ),
  )
  return { weeks, messages: told.length, gaps }
}

function gapOf({ maskPersonal, maskAbuse }: GapsParts, messages: HeardMessage[]): Gap {
  const shown = [...new Set(messages.map(({ text }) => maskAbuse(maskPersonal(text)).slice(0, 200)))]
  return {
    title: shown[0] ?? '',
    n: messages.length,
    weeks: counted(messages.map(({ at }) => mondayOf(at.slice(0, 10))))
      .map(([week, n]) => ({ week, n }))
      .sort((a, b) => (a.week < b.week ? -1 : 1)),
    samples: shown.slice(0, SAMPLES),
    nearest: counted(messages.map(({ alternatives, intent }) => alternatives[0]?.intent ?? intent))
      .map(([intent, n]) => ({ intent, n }))
      .slice(0, 3),
    lastAt:
      messages
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
  }
}

/** The most frequent first. */
function counted(values: string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

/** The Monday of an ISO date's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

import { QiaoError } from '../bot/errors.ts'
import type {
  BoardChangeKind,
  BoardChanges,
  Home,
  NewStep,
  StatusEntry,
  StatusStep,
  Vouched,
  Words,
} from '../bot/types.ts'

/** Who changes it and when, in the compound's time. */
export interface Hand {
  /** Name of the member of staff. */
  name: string
  now: Date
  /** ISO date. */
  today: string
}

/**
 * The entry after a clerk's change; what is said of it now is known as of now and from the clerk, unless they say else.
 * @throws QiaoError `bad_request` for a day or time that is still to come
 */
export function changed(entry: StatusEntry, changes: BoardChanges, hand: Hand): StatusEntry {
  const { blockedBy, nextActor, announced, closed, log, asOf, source, ...rest } = changes
  const { closedAt, ...before } = entry
  const next: StatusEntry = {
    ...before,
    ...rest,
    ...(log && { log: log.map((step) => ({ ...stepOf(step, hand), ...urgedIn(entry.log, step) })) }),
    asOf: timeOf(asOf, hand),
    source: source ?? byName(hand),
    ...((closed ?? closedAt !== undefined) && { closedAt: closedAt ?? hand.now.toISOString() }),
  }
  put(next, 'blockedBy', blockedBy)
  put(next, 'nextActor', nextActor)
  put(next, 'announced', announced)
  return next
}

/** One more line of the log; the record is then as new as the line. */
export function withStep(entry: StatusEntry, step: NewStep, hand: Hand): StatusEntry {
  const log = [...entry.log, stepOf(step, hand)].sort((one, other) => (one.day < other.day ? -1 : 1))
  return { ...entry, log, asOf: hand.now.toISOString(), source: step.source ?? step.by ?? byName(hand) }
}

/** Who let its promises out, as long as these stand in it. */
export function withVouched(entry: StatusEntry, more: Vouched | undefined): StatusEntry {
  const { vouched: before = [], ...rest } = entry
  const text = JSON.stringify([rest.state, rest.blockedBy, rest.nextActor, rest.source, rest.log])
  const stands = ({ phrases }: Vouched) => phrases.some((phrase) => text.includes(JSON.stringify(phrase).slice(1, -1)))
  const vouched = [...before, ...(more ? [more] : [])].filter(stands)
  return vouched.length ? { ...rest, vouched } : rest
}

export function kindOfChange(before: StatusEntry, after: StatusEntry): BoardChangeKind {
  if (Boolean(before.closedAt) === Boolean(after.closedAt)) return 'edited'
  return after.closedAt ? 'closed' : 'reopened'
}

/** Whether those who follow it are told: the state, an announced date or the end of it, and no mere line of the log. */
export function isNews(before: StatusEntry, after: StatusEntry): boolean {
  const told = ({ state, announced, closedAt }: StatusEntry) => JSON.stringify([state, announced, Boolean(closedAt)])
  return told(before) !== told(after)
}

/** Whether an entry of this place may be about that home; what the owner did not say contradicts nothing. */
export const concerns = (scope: Home, home: Home): boolean =>
  (['building', 'unit', 'floor', 'room'] as const).every(
    (part) => !scope[part] || !home[part] || scope[part] === home[part],
  )

/** Without what is over for so long that it says nothing of today. */
export function standing(entries: StatusEntry[], now: Date): StatusEntry[] {
  const over = ({ closedAt, staleAfterHours }: StatusEntry): boolean =>
    closedAt !== undefined && now.getTime() - Date.parse(closedAt) > staleAfterHours * 3_600_000
  return entries.filter((entry) => !over(entry))
}

function put<Key extends 'blockedBy' | 'nextActor' | 'announced'>(
  entry: StatusEntry,
  key: Key,
  value: StatusEntry[Key] | null | undefined,
): void {
  if (value === null) delete entry[key]
  else if (value !== undefined) entry[key] = value
}

/** A line that is sent back as it stood stays what it was. */
function urgedIn(log: readonly StatusStep[], { text, day, urging }: NewStep): Pick<StatusStep, 'urged' | 'urging'> {
  const same = log.filter((step) => step.day === day && step.text.zh === text.zh)
  const urged = same.find((step) => step.urged)?.urged
  const marked = urging ?? same.find((step) => step.urging !== undefined)?.urging
  return { ...(urged && { urged }), ...(marked !== undefined && { urging: marked }) }
}

function stepOf({ text, day, by, source, urged, urging }: NewStep, hand: Hand): StatusStep {
  if (day && day > hand.today) throw wrong('day', 'a line of the log is of what was done, so not after today')
  const more = { ...(source && { source }), ...(urged && { urged }), ...(urging !== undefined && { urging }) }
  return { day: day ?? hand.today, text, by: by ?? byName(hand), ...more }
}

function timeOf(asOf: string | undefined, { now }: Hand): string {
  const time = asOf === undefined ? now : new Date(asOf)
  if (time > now) throw wrong('asOf', 'nobody knows yet how it will be then')
  return time.toISOString()
}

const byName = ({ name }: Hand): Words => ({ zh: name, en: name })

const wrong = (field: string, detail: string): QiaoError =>
  new QiaoError('bad_request', detail, { details: { field, detail } })

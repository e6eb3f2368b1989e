import type { Home, StatusEntry } from '../bot/types.ts'

/** `ask`: entries differ by building and the home is not known; `widest` is what holds for the whole compound. */
export type StatusPick =
  | { kind: 'found'; entry: StatusEntry }
  | { kind: 'ask'; widest?: StatusEntry }
  | { kind: 'none' }

/** The narrowest entry whose scope fits the home; of two as narrow, the one that is newer. */
export function pickStatus(entries: StatusEntry[], home: Home | undefined): StatusPick {
  const widest = newest(entries.filter((entry) => width(entry.scope) === 0))
  const scoped = entries.filter((entry) => width(entry.scope) > 0)
  if (!home?.building && scoped.length) return { kind: 'ask', ...(widest ? { widest } : {}) }
  const fitting = scoped.filter((entry) => fits(entry.scope, home ?? {}))
  const narrowest = Math.max(0, ...fitting.map((entry) => width(entry.scope)))
  const entry = newest(fitting.filter((candidate) => width(candidate.scope) === narrowest)) ?? widest
  return entry ? { kind: 'found', entry } : { kind: 'none' }
}

/** A part that the owner did not say contradicts nothing, once the building is the same. */
function fits(scope: Home, home: Home): boolean {
  if (scope.building !== home.building) return false
  return (['unit', 'floor', 'room'] as const).every((part) => !scope[part] || !home[part] || scope[part] === home[part])
}

const width = (scope: Home): number => Object.values(scope).filter(Boolean).length

const newest = (entries: StatusEntry[]): StatusEntry | undefined =>
  entries.reduce<StatusEntry | undefined>((best, entry) => (best && best.asOf >= entry.asOf ? best : entry), undefined)

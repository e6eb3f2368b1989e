import type { StatusEntry } from '../../../../bot/types.ts'

const HOUR_MS = 3_600_000

/** How long ago the entry was known, in milliseconds; `stale`: longer than it is good for. What is over grows no older. */
export function ageOf({ asOf, staleAfterHours, closedAt }: StatusEntry, now: number): { age: number; stale: boolean } {
  const age = now - Date.parse(asOf)
  return { age, stale: !closedAt && age > staleAfterHours * HOUR_MS }
}

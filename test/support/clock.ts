import type { Clock } from '../../bot/types.ts'

/** A Wednesday, 10:00 in Shanghai: the demonstration compound's office is open. */
export const OPEN_HOURS = '2026-11-25T02:00:00Z'
/** The same day, 22:00 in Shanghai. */
export const NIGHT = '2026-11-25T14:00:00Z'

export interface TestClock extends Clock {
  set(iso: string): void
  forward(minutes: number): void
}

export function testClock(iso = OPEN_HOURS): TestClock {
  let now = new Date(iso)
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next)
    },
    forward: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}

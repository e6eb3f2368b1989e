import type { Presence } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'

/** Pages beat every 20 s; one that missed two is gone. */
export const FRESH_MS = 50_000

/**
 * Who is at the desk, for one process.
 *
 * @example const presence = inProcessPresence({ now: () => new Date() })
 */
export function inProcessPresence(clock: Clock): Presence {
  const beats = new Map<string, number>()
  return {
    beat: async (staffId) => {
      beats.set(staffId, clock.now().getTime())
    },
    here: async () => {
      const oldest = clock.now().getTime() - FRESH_MS
      for (const [id, at] of beats) if (at < oldest) beats.delete(id)
      return new Set(beats.keys())
    },
  }
}

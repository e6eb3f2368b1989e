import { z } from 'zod'
import { check } from '../../bot/check.ts'
import type { Presence } from '../../bot/ports.ts'
import { FRESH_MS } from '../inProcessPresence.ts'
import type { Run } from './commands.ts'

/** While Redis is away each instance knows of its own people alone. */
export function redisPresence(run: Run, prefix: string, alone: Presence): Presence {
  const key = `${prefix}desk`
  return {
    beat: async (staffId) => {
      await alone.beat(staffId)
      await run('here', key, staffId, FRESH_MS).catch(() => 0)
    },
    here: async () => {
      try {
        return new Set(check(z.array(z.string()), await run('present', key)))
      } catch {
        return alone.here()
      }
    },
  }
}

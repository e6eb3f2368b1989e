import type { FreshToken, SharedTokens } from '../bot/ports/tokens.ts'
import type { Clock } from '../bot/types.ts'

/** Renewed so long before its end, so that none ends on its way. */
const EARLY_MS = 300_000

/** How long it is used, in milliseconds. */
export function goodForMs({ seconds }: FreshToken): number {
  const lasts = seconds * 1000
  return Math.max(lasts / 2, lasts - EARLY_MS)
}

/** Tokens of one process. */
export function inProcessTokens(clock: Clock): SharedTokens {
  const kept = new Map<string, { token: string; until: number }>()
  const renewing = new Map<string, Promise<string>>()
  const renewed = async (name: string, renew: () => Promise<FreshToken>): Promise<string> => {
    try {
      const fresh = await renew()
      kept.set(name, { token: fresh.token, until: clock.now().getTime() + goodForMs(fresh) })
      return fresh.token
    } finally {
      renewing.delete(name)
    }
  }
  return {
    take: async (name, renew) => {
      const there = kept.get(name)
      if (there && there.until > clock.now().getTime()) return there.token
      const running = renewing.get(name) ?? renewed(name, renew)
      renewing.set(name, running)
      return running
    },
    drop: async (name, token) => {
      if (kept.get(name)?.token === token) kept.delete(name)
    },
  }
}

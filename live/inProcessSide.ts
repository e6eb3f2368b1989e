import type { Leases, LiveSide, Passes, RateCounts } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import { type InProcessLive, inProcessLive } from './inProcess.ts'
import { inProcessPresence } from './inProcessPresence.ts'
import { inProcessTokens } from './inProcessTokens.ts'

/** After so many windows those that are over are forgotten. */
const TIDY_AT = 10_000

/** The live side of one process, which has nobody to share it with. */
export function inProcessSide(
  clock: Clock,
  onError: (error: unknown, topic: string) => void,
): LiveSide & { events: InProcessLive } {
  const nowMs = () => clock.now().getTime()
  return {
    events: inProcessLive(onError),
    leases: leasesOf(),
    counts: countsOf(nowMs),
    passes: passesOf(nowMs),
    presence: inProcessPresence(clock),
    tokens: inProcessTokens(clock),
    degraded: () => undefined,
    stop: async () => undefined,
  }
}

function leasesOf(): Leases {
  const held = new Set<string>()
  return {
    take: async (conversationId) => {
      if (held.has(conversationId)) return 'held'
      held.add(conversationId)
      let over = false
      return {
        release: async () => {
          if (!over) held.delete(conversationId)
          over = true
        },
      }
    },
  }
}

function countsOf(nowMs: () => number): RateCounts {
  const windows = new Map<string, { hits: number; ends: number }>()
  const tidy = (): void => {
    if (windows.size < TIDY_AT) return
    for (const [key, { ends }] of windows) if (ends <= nowMs()) windows.delete(key)
  }
  return {
    count: async (key, windowMs) => {
      const there = windows.get(key)
      const window = there && there.ends > nowMs() ? there : { hits: 0, ends: nowMs() + windowMs }
      tidy()
      windows.set(key, window)
      window.hits += 1
      return { hits: window.hits, endsInMs: window.ends - nowMs() }
    },
    uncount: async (key) => {
      const window = windows.get(key)
      if (window && window.hits > 0) window.hits -= 1
    },
    forget: async (key) => {
      windows.delete(key)
    },
  }
}

function passesOf(nowMs: () => number): Passes {
  const passes = new Map<string, { value: string; until: number }>()
  return {
    put: async (key, value, forMs) => {
      for (const [old, { until }] of passes) if (until <= nowMs()) passes.delete(old)
      passes.set(key, { value, until: nowMs() + forMs })
    },
    take: async (key) => {
      const pass = passes.get(key)
      passes.delete(key)
      return pass && pass.until > nowMs() ? pass.value : undefined
    },
  }
}

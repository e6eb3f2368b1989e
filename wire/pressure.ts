import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Turns } from '../bot/turn.ts'
import type { Pressure } from '../http/admission.ts'

const RESOLUTION_MS = 20
const WINDOW_MS = 1000
const NS = 1e6

/**
 * How the instance is, by the turns that wait and by how late its timers are. One long pause among many timers that
 * were in time counts for little: it is over when it is seen.
 */
export function pressureOf(turns: Pick<Turns, 'waiting'>): Pressure & { stop(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  let late = 0
  const timer = setInterval(() => {
    late = delays.count > 0 ? Math.max(0, delays.mean / NS - RESOLUTION_MS) : 0
    delays.reset()
  }, WINDOW_MS)
  timer.unref()
  return {
    longestWaitMs: () => turns.waiting.longestMs,
    lateMs: () => late,
    stop: () => {
      clearInterval(timer)
      delays.disable()
    },
  }
}

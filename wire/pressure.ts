import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Turns } from '../bot/turn.ts'
import type { Pressure } from '../http/admission.ts'

const RESOLUTION_MS = 20
const WINDOW_MS = 1000
/** A single pause, such as a start or a machine that was busy elsewhere, is over when it is seen; an overload goes on. */
const WINDOWS = 3
const NS = 1e6

/**
 * How the instance is, by the turns that wait and by how late its timers are: the least of the last seconds' means.
 */
export function pressureOf(turns: Pick<Turns, 'waiting'>): Pressure & { stop(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  let late: number[] = []
  const timer = setInterval(() => {
    const mean = delays.count > 0 ? Math.max(0, delays.mean / NS - RESOLUTION_MS) : 0
    late = [...late, mean].slice(-WINDOWS)
    delays.reset()
  }, WINDOW_MS)
  timer.unref()
  return {
    longestWaitMs: () => turns.waiting.longestMs,
    lateMs: () => (late.length < WINDOWS ? 0 : Math.min(...late)),
    stop: () => {
      clearInterval(timer)
      delays.disable()
    },
  }
}

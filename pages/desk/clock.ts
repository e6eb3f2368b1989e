import { useEffect, useState } from 'preact/hooks'
import type { Words } from './words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const listeners = new Set<(now: number) => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** The time in milliseconds, ticking once a second for all that show it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    listeners.add(setNow)
    timer ??= setInterval(() => {
      const time = Date.now()
      for (const listener of listeners) listener(time)
    }, 1000)
    return () => {
      listeners.delete(setNow)
      if (listeners.size) return
      clearInterval(timer)
      timer = undefined
    }
  }, [])
  return now
}

/** A length of time in two units at most: 6 分钟, 2 小时 5 分, 3 天 4 小时. */
export function lengthOf(ms: number, words: Words): string {
  const length = Math.max(0, ms)
  if (length < MINUTE) return words.under
  if (length < HOUR) return words.minutes(Math.floor(length / MINUTE))
  if (length < DAY) return words.hours(Math.floor(length / HOUR), Math.floor((length % HOUR) / MINUTE))
  return words.days(Math.floor(length / DAY), Math.floor((length % DAY) / HOUR))
}

/** As `lengthOf`, but ticking by the second in the first hour: 4:05. */
export function tickingLength(ms: number, words: Words): string {
  const length = Math.max(0, ms)
  if (length >= HOUR) return lengthOf(length, words)
  const seconds = Math.floor(length / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { pressureOf } from '../../wire/pressure.ts'

afterEach(() => vi.useRealTimers())

/** Keeps the event loop for so long, as work without a pause does. */
function block(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

test('one pause, however long, is no overload; seconds on end of them are', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const pressure = pressureOf({ waiting: { turns: 0, longestMs: 7 } })
  /** A second in which every timer is so late. */
  const second = async (late: number) => {
    for (let n = 0; n < 3; n += 1) {
      block(late)
      await pause(1)
    }
    vi.advanceTimersByTime(1000)
  }
  await second(400)
  expect(pressure.lateMs()).toBe(0)
  await second(1)
  await second(1)
  expect(pressure.lateMs()).toBeLessThan(200)
  for (let n = 0; n < 3; n += 1) await second(400)
  expect(pressure.lateMs()).toBeGreaterThan(200)
  expect(pressure.longestWaitMs()).toBe(7)
  pressure.stop()
})

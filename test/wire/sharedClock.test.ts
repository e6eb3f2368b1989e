import { expect, test } from 'vitest'
import { SharedClock } from '../../wire/sharedClock.ts'

const NOON = Date.parse('2026-11-25T04:00:00Z')
const HOUR = 3_600_000

/** A clock of ours that gains a second with each look. */
function ours(from: number) {
  let now = from
  return {
    now: () => {
      now += 1000
      return new Date(now)
    },
  }
}

test('an instance whose clock is an hour ahead goes by the record’s', async () => {
  const clock = new SharedClock(ours(NOON + HOUR))
  const stop = await clock.follow({ time: async () => new Date(NOON) }, () => undefined)
  // The record answered at NOON, in the middle of the second between asking and hearing.
  expect(clock.now().getTime()).toBe(NOON + 1500)
  await stop()
})

test('where the record has no clock of its own ours counts', async () => {
  const clock = new SharedClock(ours(NOON))
  const stop = await clock.follow({ time: async () => undefined }, () => undefined)
  expect(clock.now().getTime()).toBe(NOON + 3000)
  await stop()
})

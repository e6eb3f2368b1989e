import { setImmediate as soon } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { beside } from './beside.ts'

/* What decides when owners are disturbed, itself. */

/** Owners who stay for a moment, and how many had come at each disturbance. */
async function day(options: { conversations: number; disturbances: number; minutes?: number }) {
  let come = 0
  const comeAt: number[] = []
  const slow = async (): Promise<void> => {
    const from = come
    // Longer than all visits that were planned.
    while (come < from + options.conversations) await soon()
    comeAt.push(from)
  }
  const plan = Array.from({ length: options.disturbances }, () => slow)
  const done = await beside(plan, { ...options, together: 3 }, async () => {
    come += 1
    await soon()
  })
  return { ...done, comeAt }
}

test('what disturbs is spread over the visits, and while it lasts more owners come', async () => {
  const { visits, disturbed, comeAt } = await day({ conversations: 9, disturbances: 2 })
  expect(disturbed).toBe(2)
  expect(comeAt[0]).toBeGreaterThanOrEqual(3)
  expect(comeAt[1]).toBeGreaterThanOrEqual(6)
  expect(visits).toBeGreaterThan(9)
})

test('undisturbed, as many come as were to come', async () => {
  expect(await day({ conversations: 9, disturbances: 0 })).toMatchObject({ visits: 9, disturbed: 0 })
})

test('once the time is over nothing new is begun', async () => {
  expect(await day({ conversations: 9, disturbances: 2, minutes: 0 })).toMatchObject({ visits: 0, disturbed: 0 })
})

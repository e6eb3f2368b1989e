import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzz } from './fuzz/run.ts'
import { fuzzCalls } from './fuzz/wild.ts'
import { openWorld, type World } from './fuzz/world.ts'

/* The short form of `npm run fuzz`, always of the same sequences. */

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.stop())

test('whatever owners and staff do, and in whichever order: nothing is lost, one holds a ticket, nobody sees more', async () => {
  const taken = await fuzz(world, { sequences: 40, seed: 8 })
  // A run in which hardly anything happened would find nothing either.
  expect(sum(taken.values())).toBeGreaterThan(300)
  for (const often of [
    ...['claims the ticket', 'passes to', 'resolves', 'replies', 'takes the ticket', 'hands up'],
    ...['is disabled', 'comes back', 'go by', 'a code', 'guesses', 'sends a picture', 'replies with a file'],
  ])
    expect(sum([...taken].map(([kind, times]) => (kind.includes(often) ? times : 0))), often).toBeGreaterThan(2)
}, 120_000)

test('every call, with anything in it and by anybody: no error of ours, nobody let in, nothing of others', async () => {
  const answers = await fuzzCalls(world, 800, 8)
  expect(answers.get(200)).toBeGreaterThan(40)
  expect(answers.get(422)).toBeGreaterThan(40)
}, 120_000)

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)

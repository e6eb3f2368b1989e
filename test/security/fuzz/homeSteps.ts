import assert from 'node:assert/strict'
import fc from 'fast-check'
import { aClerk, anOwner, type Step, step } from './step.ts'
import { asClerk, asOwner, type OwnerModel, type World } from './world.ts'

const HOUR_MS = 3_600_000
const TRIES = 5

let hands = 0

/** A home of this owner's alone, which has just changed hands: whoever was bound to it no longer is. */
async function homeFor({ store }: World, { community }: OwnerModel, owner: number): Promise<string> {
  const room = `90${owner}`
  const file = { name: 'homes.csv', hash: String(++hands), asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  const home = { building: '9', unit: '1', room, owner: `业主${hands}`, phones: [], bills: [] }
  await store.homes.import(community, [home], file)
  return (await store.homes.list({ community, q: `9-1-${room}` })).homes[0]!.id
}

/** Five wrong ones, and for an hour none is looked at, be it the right one. */
async function tries({ clock }: World, of: OwnerModel, code: string, isGood: boolean): Promise<void> {
  const { status, text } = await asOwner(`${of.owner.url}/verify`, of.owner.token, { body: { code } })
  const now = clock.now().getTime()
  if (now < of.pausedUntil) return assert.equal(status, 429, text)
  assert.equal(status, isGood ? 200 : 422, text)
  of.wrongCodes = isGood ? 0 : of.wrongCodes + 1
  if (of.wrongCodes < TRIES) return
  of.wrongCodes = 0
  of.pausedUntil = now + HOUR_MS
}

/** Made by somebody who may, tried by whoever has it; good once, in its own compound. */
const usesCode = fc.tuple(anOwner, anOwner, aClerk).map(([owner, other, place]) =>
  step(
    `clerk ${place} gives owner ${owner} a code, and owner ${other} reads along`,
    async ({ owners }, world) => {
      const [of, reader] = [owners[owner]!, owners[other]!]
      const clerk = world.clerks[place]!
      const home = await homeFor(world, of, owner)
      const made = await asClerk<{ code: string }>(clerk, 'POST', `/homes/${home}/code`)
      assert.equal(made.status, clerk.sees(of.community) ? 201 : 404, made.text)
      if (made.status !== 201) return
      if (reader.community !== of.community) await tries(world, reader, made.body.code, false)
      const paused = world.clock.now().getTime() < of.pausedUntil
      await tries(world, of, made.body.code, true)
      if (!paused) await tries(world, of, made.body.code, false)
    },
    ({ away }) => !away.has(place),
  ),
)

const guesses = fc.tuple(anOwner, fc.integer({ min: 1, max: 7 })).map(([owner, times]) =>
  step(`owner ${owner} guesses ${times} codes`, async ({ owners }, world) => {
    for (let time = 0; time < times; time++) await tries(world, owners[owner]!, `HJKMNPQ${time}`, false)
  }),
)

/** Codes that bind a conversation to a home. */
export const homeSteps: fc.Arbitrary<Step>[] = [usesCode, guesses]

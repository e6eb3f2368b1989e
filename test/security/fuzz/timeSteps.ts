import assert from 'node:assert/strict'
import fc from 'fast-check'
import { give, type Step, step } from './step.ts'
import type { OwnerModel, World } from './world.ts'

const MINUTE_MS = 60_000

/** Whether the holder has let the owner wait longer than the compound wants anybody to, with the office open. */
function isSilent({ brain, clock }: World, { community, ticket, unansweredAt }: OwnerModel, urgent: boolean): boolean {
  if (ticket?.heldAt === undefined || unansweredAt === undefined) return false
  const now = clock.now()
  const minutes = brain.mind().knowledge.communities.get(community)!.desk.releaseAfterMinutes
  const waited = now.getTime() - Math.max(ticket.heldAt, unansweredAt)
  return waited > minutes * MINUTE_MS && (urgent || brain.hours.isOpen(community, now))
}

/** Time goes by, the queue is swept: what a holder let lie is free again, and nothing else is. */
const timePasses = fc.constantFrom(1, 7, 19, 21, 61, 61, 25 * 60).map((minutes) =>
  step(`${minutes} minutes go by`, async ({ owners }, world) => {
    world.clock.forward(minutes)
    await world.brain.overdue.sweep()
    await world.brain.release.sweep()
    for (const of of owners) if (of.ticket) await checkHolder(world, of)
  }),
)

async function checkHolder(world: World, of: OwnerModel): Promise<void> {
  const ticket = of.ticket!
  const stored = (await world.store.tickets.find(ticket.id))!
  if (isSilent(world, of, stored.priority === 'emergency')) give(ticket, world, undefined)
  const holder = ticket.holder === undefined ? undefined : world.clerks[ticket.holder]!.name
  assert.deepEqual([stored.stage, stored.assignee], [holder ? 'staff' : 'waiting', holder], 'given back, or not')
}

/** Minutes and days that go by. */
export const timeSteps: fc.Arbitrary<Step>[] = [timePasses, timePasses]

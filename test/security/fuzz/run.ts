import fc from 'fast-check'
import { deskSteps } from './deskSteps.ts'
import { fileSteps } from './fileSteps.ts'
import { homeSteps } from './homeSteps.ts'
import { asksForAPerson, ownerSteps } from './ownerSteps.ts'
import { staffSteps } from './staffSteps.ts'
import { timeSteps } from './timeSteps.ts'
import { checkAudit, checkTranscripts, clearAway, type Model, newModel, type World } from './world.ts'

/** Steps of one sequence at most. */
const LONGEST = 24
/** The chain of the audit is read from its beginning, so not after every sequence. */
const AUDIT_EVERY = 250

export interface FuzzForm {
  sequences: number
  seed?: number
  /** Told after each sequence, those that make a failure shorter too. */
  ran?(count: number): void
}

/**
 * Sequences of what owners and staff do, each beside a model of what has to come of it.
 * @returns how often each kind of step was taken
 * @throws the first failure, made as short as it gets, with its seed
 */
export async function fuzz(world: World, { sequences, seed, ran }: FuzzForm): Promise<Map<string, number>> {
  let count = 0
  const taken = new Map<string, number>()
  const all = [...ownerSteps, ...deskSteps, ...staffSteps, ...timeSteps, ...homeSteps, ...fileSteps]
  const steps = fc.commands<Model, World, false>(all, { maxCommands: LONGEST, size: 'max' })
  const property = fc.asyncProperty(steps, async (sequence) => {
    const model = await newModel(world)
    try {
      for (const of of model.owners) await asksForAPerson(world, of)
      await fc.asyncModelRun(() => ({ model, real: world }), sequence)
      await checkTranscripts(model)
    } finally {
      await clearAway(world, model)
    }
    for (const [kind, times] of model.taken) taken.set(kind, (taken.get(kind) ?? 0) + times)
    count += 1
    if (count % AUDIT_EVERY === 0) await checkAudit(world)
    ran?.(count)
  })
  await fc.assert(property, { numRuns: sequences, ...(seed !== undefined && { seed }), verbose: 1 })
  await checkAudit(world)
  return taken
}

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Classifier } from '../bot/types.ts'
import { createClassifier, hashExamples, loadModel, saveModel, trainInWorker } from '../intents/index.ts'
import { calibrationOf, examplesOf } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'

/**
 * The classifier of this knowledge: loaded when a model of just these examples is kept in `dir`, else trained off the
 * event loop and kept there.
 */
export async function shippedClassifier(knowledge: Knowledge, dir: string): Promise<Classifier> {
  const examples = examplesOf(knowledge.entries.values())
  const messages = calibrationOf(knowledge)
  const precision = Math.max(...[...knowledge.communities.values()].map((community) => community.precision))
  const name = hashExamples([...examples, ...messages], { precision })
  const kept = join(dir, name)
  if (existsSync(kept)) return createClassifier(loadModel(kept))
  const model = await trainInWorker(examples, { precision }, messages)
  forgetOthers(dir)
  saveModel(model, kept)
  return createClassifier(model)
}

/** So that the way back, and the way on from a draft that was compared, need no training. */
const OTHERS_KEPT = 4

function forgetOthers(dir: string): void {
  if (!existsSync(dir)) return
  const aged = readdirSync(dir).map((name) => ({ path: join(dir, name), age: statSync(join(dir, name)).mtimeMs }))
  for (const { path } of aged.sort((a, b) => b.age - a.age).slice(OTHERS_KEPT))
    rmSync(path, { recursive: true, force: true })
}

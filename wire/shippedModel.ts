import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Classifier } from '../bot/types.ts'
import { createClassifier, hashExamples, loadModel, saveModel, trainInWorker } from '../intents/index.ts'
import { examplesOf } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'

/**
 * The classifier of this knowledge: loaded when a model of just these examples is kept in `dir`, else trained off the
 * event loop and kept there.
 */
export async function shippedClassifier(knowledge: Knowledge, dir: string): Promise<Classifier> {
  const examples = examplesOf(knowledge.entries.values())
  const precision = Math.max(...[...knowledge.communities.values()].map((community) => community.precision))
  const name = hashExamples([...examples, ...knowledge.calibration], { precision })
  const kept = join(dir, name)
  if (existsSync(kept)) return createClassifier(loadModel(kept))
  const model = await trainInWorker(examples, { precision }, knowledge.calibration)
  forgetOthers(dir)
  saveModel(model, kept)
  return createClassifier(model)
}

function forgetOthers(dir: string): void {
  if (!existsSync(dir)) return
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true })
}

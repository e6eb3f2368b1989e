import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Classifier } from '../bot/types.ts'
import { createClassifier, hashExamples, loadModel, type Model, saveModel, trainInWorker } from '../intents/index.ts'
import { calibrationOf, examplesOf } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'

/** The classifier of this knowledge; see `keptModel`. */
export async function shippedClassifier(knowledge: Knowledge, dir: string): Promise<Classifier> {
  return createClassifier((await keptModel(knowledge, dir)).model)
}

/**
 * The model of this knowledge: loaded when a model of just these examples is kept in `dir`, else trained off the event
 * loop and kept there. `trainSeconds`: what training it took, at whichever start that was.
 */
export async function keptModel(knowledge: Knowledge, dir: string): Promise<{ model: Model; trainSeconds: number }> {
  const examples = examplesOf(knowledge.entries.values())
  const messages = calibrationOf(knowledge)
  const precision = Math.max(...[...knowledge.communities.values()].map((community) => community.precision))
  const name = hashExamples([...examples, ...messages], { precision })
  const kept = join(dir, name)
  const timing = join(kept, 'seconds.txt')
  if (existsSync(timing)) return { model: loadModel(kept), trainSeconds: Number(readFileSync(timing, 'utf8')) }
  const start = performance.now()
  const model = await trainInWorker(examples, { precision }, messages)
  forgetOthers(dir)
  saveModel(model, kept)
  const trainSeconds = (performance.now() - start) / 1000
  writeFileSync(timing, String(trainSeconds))
  return { model, trainSeconds }
}

/** So that the way back, and the way on from a draft that was compared, need no training. */
const OTHERS_KEPT = 4

function forgetOthers(dir: string): void {
  if (!existsSync(dir)) return
  const aged = readdirSync(dir).map((name) => ({ path: join(dir, name), age: statSync(join(dir, name)).mtimeMs }))
  for (const { path } of aged.sort((a, b) => b.age - a.age).slice(OTHERS_KEPT))
    rmSync(path, { recursive: true, force: true })
}

import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { type Example, type Model, trainModel } from '../intents/index.ts'
import { calibrationOf, examplesOf, loadKnowledge } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { keptModel } from '../wire/shippedModel.ts'

/** The model that ships, trained on what the knowledge files hold: the one that a start keeps, else trained and kept. */
export function shippedModel(): Promise<{ model: Model; trainSeconds: number }> {
  return keptModel(readKnowledge(), join(readConfig().DATA_DIR, 'model'))
}

/** The same, trained anew in this thread, for who measures the training. */
export function trainShipped(): Model {
  const knowledge = readKnowledge()
  return trainModel(examplesOf(knowledge.entries.values()), {}, calibrationOf(knowledge))
}

export function shippedExamples(): Example[] {
  return examplesOf(readKnowledge().entries.values())
}

function readKnowledge(): Knowledge {
  return loadKnowledge(readConfig().KNOWLEDGE_DIR)
}

import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { type Example, type LabelledMessage, type Model, trainModel } from '../intents/index.ts'
import { calibrationOf, examplesOf, loadKnowledge } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { keptModel } from '../wire/shippedModel.ts'

/** The model that ships, trained on what the knowledge files hold: the one that a start keeps, else trained and kept. */
export function shippedModel(): Promise<{ model: Model; trainSeconds: number }> {
  return keptModel(readKnowledge(), join(readConfig().DATA_DIR, 'model'))
}

/** What it is trained on. */
export function shippedTraining(): { examples: Example[]; messages: LabelledMessage[] } {
  const knowledge = readKnowledge()
  return { examples: examplesOf(knowledge.entries.values()), messages: calibrationOf(knowledge) }
}

/** The same model, trained anew in this thread. */
export function trainShipped(): Model {
  const { examples, messages } = shippedTraining()
  return trainModel(examples, {}, messages)
}

export function shippedExamples(): Example[] {
  return examplesOf(readKnowledge().entries.values())
}

function readKnowledge(): Knowledge {
  return loadKnowledge(readConfig().KNOWLEDGE_DIR)
}

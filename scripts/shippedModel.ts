import { type Example, type Model, trainModel } from '../intents/index.ts'
import { calibrationOf, examplesOf, loadKnowledge } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'

/** The model that ships: trained on what the knowledge files hold. */
export function shippedModel(): Model {
  const knowledge = readKnowledge()
  return trainModel(examplesOf(knowledge.entries.values()), {}, calibrationOf(knowledge))
}

export function shippedExamples(): Example[] {
  return examplesOf(readKnowledge().entries.values())
}

function readKnowledge(): Knowledge {
  return loadKnowledge(process.env.KNOWLEDGE_DIR ?? 'knowledge')
}

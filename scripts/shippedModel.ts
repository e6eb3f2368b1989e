import { type Model, trainModel } from '../intents/index.ts'
import { examplesOf, loadKnowledge } from '../knowledge/load.ts'

/** The model that ships: trained on what the knowledge files hold. */
export function shippedModel(): Model {
  const directory = process.env.KNOWLEDGE_DIR ?? 'knowledge'
  const knowledge = loadKnowledge(directory)
  return trainModel(examplesOf(knowledge.entries.values()), {}, knowledge.calibration)
}

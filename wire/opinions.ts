import { join } from 'node:path'
import type { SecondOpinion } from '../bot/types.ts'
import type { Config } from '../config.ts'
import { startEncoder } from '../intents/encoder/index.ts'
import { inTurn } from '../intents/encoder/inTurn.ts'
import { secondOpinion } from '../intents/secondOpinion/index.ts'
import { examplesOf } from '../knowledge/load.ts'
import type { Knowledge } from '../knowledge/types.ts'

/** Whoever is asked about messages that the model is not sure of: the encoder first, which is ours and quicker. */
export async function opinionsOf(
  config: Config,
  knowledge: Knowledge,
  report: (error: unknown) => void,
): Promise<{ secondOpinion?: SecondOpinion; stopOpinions(): Promise<void> }> {
  const { ENCODER_DIR, DATA_DIR, LLM_BASE_URL, LLM_MODEL, LLM_API_KEY } = config
  const examples = examplesOf(knowledge.entries.values())
  const encoder = ENCODER_DIR
    ? await startEncoder({ dir: ENCODER_DIR, keepIn: join(DATA_DIR, 'encoder'), examples, report })
    : undefined
  const key = LLM_API_KEY ? { apiKey: LLM_API_KEY } : {}
  const opinions = [
    ...(encoder ? [encoder.opinion] : []),
    ...(LLM_BASE_URL && LLM_MODEL ? [secondOpinion({ baseUrl: LLM_BASE_URL, model: LLM_MODEL, report, ...key })] : []),
  ]
  return {
    ...(opinions.length ? { secondOpinion: inTurn(opinions) } : {}),
    stopOpinions: async () => encoder?.stop(),
  }
}

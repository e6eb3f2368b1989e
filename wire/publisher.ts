import { join } from 'node:path'
import type { Live, Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import type { Config } from '../config.ts'
import { Publisher } from '../knowledge/publish.ts'
import { REQUIRED_INTENTS } from '../knowledge/required.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Brain } from './brain.ts'
import { shippedClassifier } from './shippedModel.ts'

export interface PublisherWiring {
  config: Pick<Config, 'KNOWLEDGE_DIR' | 'DATA_DIR'>
  base: Knowledge
  version: number
  store: Store
  live: Live
  clock: Clock
  brain: Pick<Brain, 'mind' | 'learn'>
  report(error: unknown): void
}

/** How often it is looked for knowledge that another instance published, should its word not have come through. */
const LOOK_EVERY_MS = 30_000

export function publisherOf({ config, base, version, store, live, clock, brain, report }: PublisherWiring): Publisher {
  return new Publisher({
    dir: config.KNOWLEDGE_DIR,
    base,
    version,
    store,
    live,
    clock,
    train: (knowledge) => shippedClassifier(knowledge, join(config.DATA_DIR, 'model')),
    current: () => ({ knowledge: brain.mind().knowledge, classifier: brain.mind().classifier() }),
    learn: brain.learn,
    required: REQUIRED_INTENTS,
    report,
  })
}

/** Takes up what other instances publish: when told, and every half minute. */
export function keepLearning(publisher: Publisher, live: Live, report: (error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  const refresh = (): void => {
    running = publisher.refresh().catch(report)
  }
  const timer = setInterval(refresh, LOOK_EVERY_MS)
  const stopHearing = live.subscribe('knowledge', refresh)
  return async () => {
    clearInterval(timer)
    stopHearing()
    await running
  }
}

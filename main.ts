import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Clock } from './bot/types.ts'
import { type Config, readConfig } from './config.ts'
import { createMetrics, showDegraded } from './http/metrics.ts'
import { searchWords } from './intents/searchWords.ts'
import { loadKnowledge } from './knowledge/load.ts'
import { publishedOver } from './knowledge/publish.ts'
import { openStore } from './store/open.ts'
import { appOf } from './wire/app.ts'
import { botpressSenders } from './wire/botpress.ts'
import { type Brain, seedBoards, wireBrain } from './wire/brain.ts'
import { channelsOf } from './wire/channels.ts'
import { newId, systemClock } from './wire/ids.ts'
import { keepRetention, sendPushes, sweepQueue, webhookOf } from './wire/jobs.ts'
import { drain, listen, stop } from './wire/listen.ts'
import { liveSideOf } from './wire/liveSide.ts'
import { openLog } from './wire/log.ts'
import { opinionsOf } from './wire/opinions.ts'
import { keepLearning, publisherOf } from './wire/publisher.ts'
import { recordPlace } from './wire/recordPlace.ts'
import { SharedClock } from './wire/sharedClock.ts'
import { sharedKeysOf } from './wire/sharedKeys.ts'
import { catchUpSearch, stayAlive, takeOver } from './wire/sharing.ts'
import { shippedClassifier } from './wire/shippedModel.ts'

/** A running instance. */
export interface Running {
  /** Where it listens, with no slash at the end. */
  url: string
  /** The one-time link to create the first administrator; undefined when there is staff. */
  setupUrl?: string
  stop(): Promise<void>
}

/** Opens the record, trains or loads the model, serves both pages, and takes up what was left unanswered. */
export async function serve(config: Config = readConfig(), own: Clock = systemClock): Promise<Running> {
  const clock = new SharedClock(own)
  const log = openLog(config.LOG_LEVEL)
  const base = loadKnowledge(config.KNOWLEDGE_DIR)
  mkdirSync(config.DATA_DIR, { recursive: true })
  const report = (error: unknown, conversationId?: string) =>
    log.error({ err: error, conversationId }, 'answered with an error')
  const pushesWorkOrders = config.WORK_ORDER_WEBHOOK !== undefined
  const store = await openStore({ ...recordPlace(config), clock, newId, words: searchWords, pushesWorkOrders })
  const stopFollowing = await clock.follow(store, report)
  const { version, knowledge } = await publishedOver(base, store.knowledge, report)
  const { stopOpinions, ...opinions } = await opinionsOf(config, knowledge, report)
  const classifier = await shippedClassifier(knowledge, join(config.DATA_DIR, 'model'))
  await seedBoards(knowledge, store, clock)
  const metrics = createMetrics()
  const instance = newId()
  const side = await liveSideOf(config, { instance, clock, log })
  const { events: live, tokens } = side
  showDegraded(metrics, side.degraded)
  const channels = channelsOf({ config, store, live, clock, metrics, tokens, brain: () => brain, report })
  const brain: Brain = wireBrain({
    knowledge,
    store,
    live,
    clock,
    classifier: () => classifier,
    senders: { ...channels.senders, ...botpressSenders(config, { store, clock, metrics, report }) },
    instance,
    leases: side.leases,
    report,
    ...opinions,
  })
  const publisher = publisherOf({ config, base, version, store, live, clock, brain, report })
  const stopWebhook = webhookOf(config, { store, live, clock, report })
  const app = appOf({
    config,
    knowledge,
    store,
    live,
    counts: side.counts,
    passes: side.passes,
    presence: side.presence,
    degraded: side.degraded,
    clock,
    brain,
    publisher,
    keys: await sharedKeysOf(store),
    metrics,
    channels: channels.routes,
    log,
  })
  const server = await listen(app, config)
  app.sockets?.attach(server)
  await store.outbox.endLeases()
  const stopBeing = config.DATABASE_URL ? stayAlive(instance, { store, clock, report }) : async () => undefined
  const stopCatchingUp = catchUpSearch(store.search, report)
  const stopPushes = sendPushes(brain.outbox)
  const stopLearning = keepLearning(publisher, live, report)
  const stopOverdue = sweepQueue(brain)
  const stopRetention = keepRetention(config, { store, live, clock, report })
  const resumed = await brain.turns.resume()
  const stopTakeover = config.DATABASE_URL ? takeOver(brain.turns, { store, report }) : async () => undefined
  const stopChannels = channels.start()
  const { port } = server.address() as AddressInfo
  const url = config.PUBLIC_URL ?? `http://${config.HOST}:${port}`
  log.info({ url, resumed }, 'ready')
  const token = await app.setup.link()
  return {
    url,
    ...(token ? { setupUrl: `${url}/desk/setup?token=${token}` } : {}),
    stop: async () => {
      stopChannels()
      const unanswered = await drain({ draining: app.draining, turns: brain.turns })
      log.info({ unanswered }, 'stopping')
      await stopPushes()
      await stopOverdue()
      await stopRetention()
      await stopLearning()
      await stopCatchingUp()
      await stopTakeover()
      await stopBeing()
      await stopFollowing()
      await stopWebhook()
      app.sockets?.stop()
      app.pressure.stop()
      await stop(server, store)
      await side.stop()
      await stopOpinions()
    },
  }
}

import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { type Logger, pino } from 'pino'
import type { Live, Store } from './bot/ports.ts'
import type { Clock, Locale, SecondOpinion } from './bot/types.ts'
import { type Config, readConfig } from './config.ts'
import { deskRoutes } from './desk/routes.ts'
import { deskSchemas } from './desk/schemas.ts'
import { firstAdminToken } from './desk/setup.ts'
import { createApp } from './http/app.ts'
import { openStream } from './http/events.ts'
import { createMetrics } from './http/metrics.ts'
import { openapiOf } from './http/openapi.ts'
import { operationsRoutes } from './http/operations.ts'
import { findEmergency } from './intents/emergency/index.ts'
import { startEncoder } from './intents/encoder/index.ts'
import { inTurn } from './intents/encoder/inTurn.ts'
import { formatHome } from './intents/entities/index.ts'
import { toTraditional } from './intents/script.ts'
import { secondOpinion } from './intents/secondOpinion/index.ts'
import { maskAbuse } from './intents/tone/index.ts'
import { examplesOf, loadKnowledge } from './knowledge/load.ts'
import { publicCommunity } from './knowledge/publicCommunity.ts'
import { sharedVoice } from './knowledge/shared.ts'
import type { Knowledge } from './knowledge/types.ts'
import { inProcessLive } from './live/inProcess.ts'
import { readHomesFile } from './records/homesImport.ts'
import { queueState } from './records/queue.ts'
import { startWebhook, type WebhookParts } from './records/workOrdersWebhook.ts'
import { shippedClassifier } from './shippedModel.ts'
import { openStore } from './store/open.ts'
import { type Brain, hashToken, newId, newToken, seedBoards, systemClock, wireBrain } from './wire.ts'

/** How often what is on its way to owners is looked for, where nothing else wakes it. */
const PUSH_EVERY_MS = 1000

/** How often it is looked for who waits longer than the compound wants anybody to. */
const OVERDUE_EVERY_MS = 30_000

/** A running instance. */
export interface Running {
  /** Where it listens, with no slash at the end. */
  url: string
  /** The one-time link to create the first administrator; undefined when there is staff. */
  setupUrl?: string
  stop(): Promise<void>
}

/** Opens the record, trains or loads the model, serves both pages, and takes up what was left unanswered. */
export async function serve(config: Config = readConfig(), clock: Clock = systemClock): Promise<Running> {
  const log = pino({ level: config.LOG_LEVEL })
  const knowledge = loadKnowledge(config.KNOWLEDGE_DIR)
  mkdirSync(config.DATA_DIR, { recursive: true })
  const report = (error: unknown, conversationId?: string) =>
    log.error({ err: error, conversationId }, 'answered with an error')
  const { stopOpinions, ...opinions } = await opinionsOf(config, knowledge, report)
  const pushesWorkOrders = config.WORK_ORDER_WEBHOOK !== undefined
  const store = await openStore({ file: join(config.DATA_DIR, 'qiao.db'), clock, newId, pushesWorkOrders })
  const classifier = await shippedClassifier(knowledge, join(config.DATA_DIR, 'model'))
  await seedBoards(knowledge, store, clock)
  const live = inProcessLive((error, topic) => log.error({ error, topic }, 'a listener failed'))
  const brain = wireBrain({
    knowledge,
    store,
    live,
    clock,
    classifier: () => classifier,
    report,
    ...opinions,
  })
  const stopWebhook = webhookOf(config, { store, live, clock, report })
  const app = appOf({ config, knowledge, store, live, clock, brain, log })
  const server = await listen(app, config)
  // The embedded record has one process, so that whoever was sending has ended.
  await store.outbox.endLeases()
  const stopPushes = sendPushes(brain.outbox)
  const stopOverdue = sweepOverdue(brain.overdue)
  const resumed = await brain.turns.resume()
  const { port } = server.address() as AddressInfo
  const url = config.PUBLIC_URL ?? `http://${config.HOST}:${port}`
  log.info({ url, resumed }, 'ready')
  const token = await app.setup.link()
  return {
    url,
    ...(token ? { setupUrl: `${url}/desk/setup?token=${token}` } : {}),
    stop: async () => {
      await stopPushes()
      await stopOverdue()
      await stopWebhook()
      await stop(server, store)
      await stopOpinions()
    },
  }
}

/** Tells the company's own system of work orders, where its address is set. */
function webhookOf(
  { WORK_ORDER_WEBHOOK: url, WORK_ORDER_WEBHOOK_SECRET: secret }: Config,
  parts: Pick<WebhookParts, 'store' | 'clock' | 'report'> & { live: Live },
): () => Promise<void> {
  return url && secret ? startWebhook({ ...parts, url, secret, fetch, random: Math.random }) : () => Promise.resolve()
}

/** Sends what is due, and looks for it every second. */
function sendPushes(outbox: Brain['outbox']): () => Promise<void> {
  void outbox.drain()
  const timer = setInterval(() => void outbox.drain(), PUSH_EVERY_MS)
  return () => {
    clearInterval(timer)
    return outbox.stop()
  }
}

/** Tells whoever waits too long, and looks for them every half minute. */
function sweepOverdue(overdue: Brain['overdue']): () => Promise<void> {
  void overdue.sweep()
  const timer = setInterval(() => void overdue.sweep(), OVERDUE_EVERY_MS)
  return () => {
    clearInterval(timer)
    return overdue.stop()
  }
}

/** Whoever is asked about messages that the model is not sure of: the encoder first, which is ours and quicker. */
async function opinionsOf(
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

interface Parts {
  config: Config
  knowledge: Knowledge
  store: Store
  live: ReturnType<typeof inProcessLive>
  clock: Clock
  brain: Brain
  log: Logger
}

function appOf(parts: Parts) {
  const { config, knowledge, store, live, clock, brain, log } = parts
  const { voices, catalogue, hours, turns } = brain
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false
  const metrics = createMetrics()
  const setup = firstAdminToken(store, newToken())
  const words = knowledge.replies
  const desk = deskRoutes(
    {
      store,
      live,
      clock,
      newToken,
      hash: hashToken,
      say: catalogue.say,
      promisesIn: brain.promisesIn,
      maskAbuse,
      time: brain.time,
      stamp: brain.stamp,
      place: (building, locale) => formatHome({ building }, locale),
      promiseKey: newToken(),
      board: brain.board,
      topics: [...brain.topics].map(([id, { title }]) => ({ id, title })),
      intents: [...knowledge.entries.values()].map(({ id, title }) => ({ id, title })),
      readHomes: readHomesFile,
      communities: [...knowledge.communities.keys()],
      secure,
      origins: config.PUBLIC_URL ? [new URL(config.PUBLIC_URL).origin] : [],
      limits: { failedLogins: config.LIMIT_FAILED_LOGINS },
      setup,
    },
    openStream,
  )
  const app = createApp({
    desk,
    secure,
    pages: resolve('dist/pages'),
    operations: operationsRoutes({
      notReady: () => notReady(store),
      metrics: metrics.registry,
      openapi: openapiOf(deskSchemas),
    }),
    words: (code, english) => (english ? words.get(code)?.en : words.get(code)?.zh),
    owner: {
      store,
      live,
      clock,
      newToken,
      hash: hashToken,
      runTurn: (id, seq) => timed(metrics, turns.run(id, seq)),
      state: (conversation) => queueState({ store, hours, clock }, conversation),
      community: async (id, locale) => publicCommunity(knowledge, voices, id, locale, clock.now()),
      defaultCommunity: [...knowledge.communities.keys()][0] ?? '',
      findEmergency,
      emergencyText: ({ intent }, text) => emergencyText(knowledge, intent, text),
      limits: { conversationsPerMinute: config.LIMIT_CONVERSATIONS, messagesPerMinute: config.LIMIT_MESSAGES },
      report: (error) => log.error({ err: error }, 'a call failed'),
    },
  })
  return Object.assign(app, { setup })
}

async function timed<T extends { outcome?: { action: string } }>(
  metrics: ReturnType<typeof createMetrics>,
  turn: Promise<T>,
): Promise<T> {
  const done = metrics.turnSeconds.startTimer()
  const answer = await turn
  done()
  if (answer.outcome) metrics.turns.inc({ action: answer.outcome.action })
  return answer
}

/** The record is away, so nobody knows of which compound the conversation is. */
function emergencyText(knowledge: Knowledge, intent: string, text: string): string {
  const locale: Locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  const entry = knowledge.entries.get(intent)
  return entry ? sharedVoice(knowledge, locale, toTraditional).answer(entry) : ''
}

async function notReady(store: Store): Promise<string | undefined> {
  try {
    await store.ping()
    return undefined
  } catch {
    return 'the record'
  }
}

function listen(app: ReturnType<typeof createApp>, config: Config): Promise<Server> {
  return new Promise((done, failed) => {
    const server = app.listen(config.PORT, config.HOST)
    server.once('listening', () => done(server))
    server.once('error', failed)
  })
}

async function stop(server: Server, store: Store): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
  await store.close()
}

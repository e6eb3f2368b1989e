import { resolve } from 'node:path'
import { Router } from 'express'
import type { Logger } from 'pino'
import type { Degraded, Live, Passes, Presence, RateCounts, Store } from '../bot/ports.ts'
import { type Clock, type Locale, VISIT_HOURS } from '../bot/types.ts'
import type { Config } from '../config.ts'
import { DispatchJobs } from '../desk/dispatchJob.ts'
import { FileAddresses, fileRoutes } from '../desk/fileAddress.ts'
import type { DeskPorts } from '../desk/ports.ts'
import { deskRoutes } from '../desk/routes.ts'
import { deskSchemas } from '../desk/schemas.ts'
import { firstAdminToken } from '../desk/setup.ts'
import { Admission } from '../http/admission.ts'
import { createApp } from '../http/app.ts'
import { keepFile, readUpload } from '../http/attachments.ts'
import { Draining } from '../http/draining.ts'
import { openStream } from '../http/events.ts'
import { type Metrics, showWaiting } from '../http/metrics.ts'
import { withRecord } from '../http/metricsOfRecord.ts'
import { openapiOf } from '../http/openapi.ts'
import { operationsRoutes } from '../http/operations.ts'
import type { OwnerPorts } from '../http/ownerPorts.ts'
import { repairRoutes } from '../http/repair.ts'
import { nameCalls } from '../http/requestId.ts'
import { watchCalls } from '../http/watchCalls.ts'
import { findEmergency } from '../intents/emergency/index.ts'
import { findEntities, formatHome } from '../intents/entities/index.ts'
import { maskNames } from '../intents/secondOpinion/names.ts'
import { maskAbuse } from '../intents/tone/index.ts'
import { publicCommunity } from '../knowledge/publicCommunity.ts'
import type { Publisher } from '../knowledge/publish.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { readHomesFile } from '../records/homesImport.ts'
import { readOrdersFile } from '../records/ordersImport.ts'
import { queueState } from '../records/queue.ts'
import { botpressOf } from './botpress.ts'
import type { Brain } from './brain.ts'
import { counted } from './counting.ts'
import { directLineOf } from './directline.ts'
import { emergencyText } from './emergencyText.ts'
import { hotlineOf } from './hotline.ts'
import { hashToken, newId, newToken } from './ids.ts'
import { inLocale } from './inLocale.ts'
import { intakeOf } from './intake.ts'
import { learningPorts } from './learning.ts'
import { pressureOf } from './pressure.ts'
import { hideNumbers } from './publicNumbers.ts'
import { notReady } from './ready.ts'
import type { SharedKeys } from './sharedKeys.ts'

export interface AppParts {
  config: Config
  knowledge: Knowledge
  store: Store
  live: Live
  counts: RateCounts
  passes: Passes
  presence: Presence
  /** What the live side lacks. */
  degraded(): Degraded | undefined
  clock: Clock
  brain: Brain
  publisher: Publisher
  keys: SharedKeys
  metrics: Metrics
  channels: Router
  log: Logger
}

/** On where the settings name a provider and who we are to it. */
function oidcOf(config: Config): Pick<Parameters<typeof deskRoutes>[0], 'oidc'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = config
  if (!issuer || !clientId) return {}
  const role = config.OIDC_ROLE_CLAIM
  return {
    oidc: {
      issuer,
      clientId,
      claim: config.OIDC_CLAIM,
      ...(secret && { clientSecret: secret }),
      ...(role && { roleClaim: role }),
    },
  }
}

const limitsOf = (config: Config): OwnerPorts['limits'] => ({
  conversationsPerMinute: config.LIMIT_CONVERSATIONS,
  messagesPerMinute: config.LIMIT_MESSAGES,
  perHome: config.LIMIT_HOME,
  perAddress: config.LIMIT_ADDRESS,
  perInstallation: config.LIMIT_INSTALLATION,
})

export function appOf(parts: AppParts) {
  const { config, knowledge, store, live, counts, clock, brain, log, metrics } = parts
  const { voices, catalogue, hours, turns } = brain
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false
  const setup = firstAdminToken(store, parts.keys.setup)
  /** As it is known at the moment of the call. */
  const known = () => brain.mind().knowledge
  const deskPorts: DeskPorts = {
    store,
    live,
    presence: parts.presence,
    clock,
    newToken,
    hash: hashToken,
    say: catalogue.say,
    showTyping: brain.showTyping,
    promisesIn: brain.promisesIn,
    maskAbuse,
    maskNumbers: (text, of = {}) => hideNumbers(known(), text, of),
    maskNames,
    time: brain.time,
    stamp: brain.stamp,
    day: (community, locale, day) => voices(community, locale).day(day, clock.now()),
    responsibilityOf: (topic, community, locale) => {
      const of = brain.topics.get(topic)
      return of && catalogue.responsibility(of.intent, community, locale)
    },
    homeIn: (text) => findEntities(text).home,
    place: (building, locale) => formatHome({ building }, locale),
    promiseKey: parts.keys.promise,
    files: new FileAddresses(parts.keys.files, clock),
    mostTickets: (community) => known().communities.get(community)?.desk.mostTickets ?? 1,
    visitHours: (community) => known().communities.get(community)?.desk.returnVisitHours ?? VISIT_HOURS,
    answerBy: (community, priority) => hours.dueAt(community, priority, clock.now()).toISOString(),
    hotline: hotlineOf(brain),
    board: brain.board,
    ...learningPorts({ publisher: parts.publisher, store, live, clock, brain }),
    intake: intakeOf({ store, live, clock, brain }),
    topics: [...brain.topics].map(([id, { title }]) => ({ id, title })),
    get intents() {
      return [...known().entries.values()].map(({ id, title }) => ({ id, title }))
    },
    readUpload,
    keepFile: (conversationId, file, staffId) => keepFile({ store, clock }, conversationId, file, staffId),
    readHomes: readHomesFile,
    readOrders: readOrdersFile,
    compounds: () =>
      [...known().communities.keys()].map((id) => {
        const named = (locale: Locale) => voices(id, locale).fact('community.name') ?? id
        return { id, name: { zh: named('zh'), en: named('en') } }
      }),
    communities: [...knowledge.communities.keys()],
    officePhone: (community) => voices(community, 'zh').fact('phone.office'),
    secure,
    origins: config.PUBLIC_URL ? [new URL(config.PUBLIC_URL).origin] : [],
    limits: {
      failedLogins: config.LIMIT_FAILED_LOGINS,
      failedLoginsOfName: config.LIMIT_FAILED_LOGINS_OF_NAME,
    },
    totpRequired: config.STAFF_TOTP === 'required',
    ...oidcOf(config),
    setup,
  }
  const desk = deskRoutes(deskPorts, openStream)
  const pressure = pressureOf(turns)
  showWaiting(metrics, () => turns.waiting)
  const shed = (why: string) => metrics.shed.inc({ why })
  const toldAtOnce: OwnerPorts['emergencyText'] = ({ intent }, text) => emergencyText(known(), intent, text)
  const owner: OwnerPorts = {
    store,
    live,
    clock,
    newToken,
    hash: hashToken,
    runTurn: (id, seq, input) => counted(metrics, turns.run(id, seq, input)),
    state: (conversation) => queueState({ store, hours, clock }, conversation),
    community: async (id, locale) => publicCommunity(known(), voices, id, locale, clock.now()),
    boundToo: ({ community, locale, home }) => ({
      text: catalogue.say('bound_too', community, locale, { home: formatHome(home, locale) }),
    }),
    titleOf: (id, reader) => {
      const title = brain.topics.get(id)?.title ?? known().entries.get(id)?.title
      return title && { zh: inLocale(title, reader === 'en' ? 'zh' : reader) ?? id, en: title.en }
    },
    defaultCommunity: [...knowledge.communities.keys()][0] ?? '',
    findEmergency,
    emergencyText: toldAtOnce,
    counts,
    passes: parts.passes,
    limits: limitsOf(config),
    admission: new Admission({
      pressure,
      mostWaiting: config.LIMIT_WAITING,
      longestWaitMs: config.LIMIT_WAIT_MS,
      findEmergency,
      emergencyText: toldAtOnce,
      shed,
      now: () => performance.now(),
      random: Math.random,
    }),
    shed,
    report: (error) => log.error({ err: error }, 'a call failed'),
  }
  const directLine = directLineOf(config, owner, brain, metrics)
  const channels = Router().use(parts.channels)
  if (directLine) channels.use(directLine.router)
  const botpress = botpressOf(config, owner, brain, { live, metrics })
  if (botpress) channels.use(botpress)
  const draining = new Draining()
  const app = createApp({
    draining,
    watch: [nameCalls(newId), watchCalls(metrics, (note) => log.info(note, 'call'))],
    desk,
    repair: repairRoutes({ jobs: new DispatchJobs(deskPorts), counts }),
    files: fileRoutes(deskPorts),
    channels,
    secure,
    widgetOrigins: config.WIDGET_ORIGINS,
    pages: resolve('dist/pages'),
    operations: operationsRoutes({
      notReady: async () => (draining.stopping ? 'stopping' : notReady(store)),
      metrics: withRecord(metrics.registry, {
        figures: store.figures.now,
        modelVersion: () => brain.mind().classifier().version,
        clock,
        report: owner.report,
      }),
      degraded: parts.degraded,
      openapi: openapiOf(deskSchemas),
    }),
    words: (code, reader) => inLocale(known().replies.get(code), reader),
    owner,
  })
  if (config.TRUST_PROXY !== undefined) app.set('trust proxy', config.TRUST_PROXY)
  return Object.assign(app, { setup, draining, pressure, sockets: directLine?.sockets })
}

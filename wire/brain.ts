import { Elsewhere } from '../bot/elsewhere.ts'
import type { Leases, Live, Store } from '../bot/ports.ts'
import { unbacked } from '../bot/promises/unbacked.ts'
import { Turns } from '../bot/turn.ts'
import type { TurnPorts } from '../bot/turnPorts.ts'
import type { Catalogue, Classifier, Clock, Handlers, Hours, Locale, SecondOpinion, Words } from '../bot/types.ts'
import { createHandlers } from '../handlers/index.ts'
import { BOARD_TOPICS } from '../handlers/subscribe.ts'
import { findEmergency, hintsIn, plainWords } from '../intents/emergency/index.ts'
import { findEntities, formatHome, maskPersonal } from '../intents/entities/index.ts'
import { toSimplified } from '../intents/script.ts'
import { readTone } from '../intents/tone/index.ts'
import { seedEntries } from '../knowledge/board.ts'
import type { Voices } from '../knowledge/catalogue.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { Alerts } from '../records/alerts.ts'
import { Board } from '../records/board.ts'
import { standing } from '../records/boardChange.ts'
import { canPushTo, Outbox, type Senders } from '../records/outbox.ts'
import { Overdue } from '../records/overdue.ts'
import { Release } from '../records/release.ts'
import { pickStatus } from '../records/status.ts'
import { reckonWarranty } from '../records/warranty.ts'
import { partsIn } from '../records/warrantyParts.ts'
import { newId } from './ids.ts'
import { catalogueNow, hoursNow, type Mind, mindOf, voicesNow } from './mind.ts'

export interface BrainParts {
  knowledge: Knowledge
  store: Store
  live: Live
  clock: Clock
  classifier: () => Classifier
  secondOpinion?: SecondOpinion
  /** What hands messages to platforms, for the channels that are on. */
  senders?: Senders
  /** Who thinks about a conversation, where several instances do. */
  leases?: Leases
  /** Names this process among those that share the record. */
  instance?: string
  report(error: unknown, conversationId: string): void
}

export interface Brain {
  turns: Turns
  /** For bots of other makers. */
  elsewhere: Elsewhere
  voices: Voices
  catalogue: Catalogue
  hours: Hours
  /** What is known now. */
  mind(): Mind
  /** From the next turn on this is known; turns that have begun end with what they began with. */
  learn(knowledge: Knowledge, classifier: Classifier): void
  /** Phrases of a clerk's text that promise what neither the compound's facts nor `backed`, words of records, hold. */
  promisesIn(text: string, community: string, backed?: string[]): string[]
  /** As an owner reads it in the compound's time zone: 今天 9:10. */
  time(community: string, locale: Locale, iso: string): string
  /** For a file, in the compound's time zone: 2026-11-25 9:10. */
  stamp(community: string, iso: string): string
  board: Board
  outbox: Outbox
  overdue: Overdue
  release: Release
  alerts: Alerts
  /** Shows an owner on a platform that a clerk writes. Never throws. */
  showTyping(conversationId: string): Promise<void>
  /** Topics of the status board. */
  topics: Map<string, { intent: string; title: Words }>
}

/** Everything that thinks, over a record and a live side: what `start`, `ask` and the tests share. */
export function wireBrain(parts: BrainParts): Brain {
  const { store, live, clock, report } = parts
  let mind = mindOf(parts.knowledge, parts.classifier)
  let ports = turnPortsOf(parts, mind)
  let mute = turnPortsOf({ ...parts, senders: {} }, mind)
  const now = () => mind
  const [voices, catalogue, hours] = [voicesNow(now), catalogueNow(now), hoursNow(now)]
  const promisesIn: Brain['promisesIn'] = (text, community, backed) =>
    unbacked(ports, community, text, backed).map(({ phrase }) => phrase)
  const time: Brain['time'] = (community, locale, iso) => hours.format(community, locale, new Date(iso), clock.now())
  const stamp = (community: string, iso: string) => stampOf(hours, community, new Date(iso))
  const spoken = { promisesIn, time, stamp }
  const sweeps = { store, live, clock, hours, say: catalogue.say, report }
  const overdue = new Overdue(sweeps)
  const silences = () =>
    [...now().knowledge.communities.values()].map(({ id, desk }) => ({
      community: id,
      minutes: desk.releaseAfterMinutes,
    }))
  const release = new Release({ ...sweeps, silences })
  const learn: Brain['learn'] = (knowledge, classifier) => {
    mind = mindOf(knowledge, () => classifier)
    ports = turnPortsOf(parts, mind)
    mute = turnPortsOf({ ...parts, senders: {} }, mind)
  }
  const board = wireBoard(parts, voices, hours)
  const elsewhere = new Elsewhere(
    () => ports,
    () => mute,
  )
  return {
    turns: new Turns(() => ports, parts.leases),
    elsewhere,
    voices,
    catalogue,
    hours,
    overdue,
    release,
    alerts: new Alerts({ ...sweeps, findEntities, readTone }),
    mind: now,
    learn,
    showTyping: async (conversationId) => {
      try {
        const conversation = await store.conversations.find(conversationId)
        if (conversation) await parts.senders?.[conversation.channel]?.typing?.(conversation)
      } catch (error) {
        report(error, conversationId)
      }
    },
    ...spoken,
    ...board,
  }
}

/** What a turn works with: one knowledge, its words and its classifier. */
function turnPortsOf(parts: BrainParts, mind: Mind): TurnPorts {
  const { store, live, clock, secondOpinion, report } = parts
  const { classifier, catalogue, hours } = mind
  return {
    store,
    live,
    classifier,
    findEmergency,
    plainWords,
    hintsIn,
    findEntities,
    readTone,
    toSimplified,
    formatHome,
    maskPhone: maskPersonal,
    ...(secondOpinion ? { secondOpinion } : {}),
    handlers: handlersOf(parts, mind),
    catalogue,
    hours,
    clock,
    report,
  }
}

function handlersOf({ store, clock, senders = {} }: BrainParts, { knowledge, voices, hours }: Mind): Handlers {
  /** The key of a task that is given once a day; undefined when it was given today. */
  const task = async (community: string, of: string[]): Promise<string | undefined> => {
    const key = [...of, hours.today(community, clock.now())].join('/')
    return (await store.tickets.openedOnce(key)) ? undefined : key
  }
  return createHandlers({
    knowledge,
    clock,
    formatHome,
    voice: voices,
    warranty: { partsIn, reckon: reckonWarranty },
    today: hours.today,
    records: {
      status: async (community, topic, home) =>
        pickStatus(standing(await store.board.entries(community, topic), clock.now()), home),
      missing: (community, topic, home) => task(community, ['record', community, topic, home?.building ?? '']),
      outdated: ({ community, id }) => task(community, ['outdated', id]),
      notices: async (community) =>
        (await store.board.entries(community, 'notice'))
          .filter(({ closedAt }) => !closedAt)
          .sort((a, b) => (a.asOf < b.asOf ? 1 : -1)),
      subscriptions: (conversationId) => store.subscriptions.ofConversation(conversationId),
      pushHours: (channel) => senders[channel]?.windowHours,
      canPush: (channel) => canPushTo(channel, senders),
      workOrders: (conversationId) => store.workOrders.ofConversation(conversationId),
      importedOrders: (conversationId) => store.importedOrders.ofConversation(conversationId),
      incident: (community, topic, building) => store.incidents.current(community, topic, building),
      account: (conversationId) => store.homes.ofConversation(conversationId),
      lastTicket: async (conversationId) => {
        const [last] = await store.tickets.earlierOf(conversationId)
        return last && store.tickets.find(last.id)
      },
    },
  })
}

/** The day, and the time of day as it is said on that day. */
const stampOf = (hours: Brain['hours'], community: string, at: Date): string =>
  `${hours.today(community, at)} ${hours.format(community, 'zh', at, at).replace(/^\D+/, '')}`

/** The status board and what is on its way to those who follow it. */
function wireBoard(
  parts: BrainParts,
  voice: Voices,
  hours: Brain['hours'],
): Pick<Brain, 'board' | 'outbox' | 'topics'> {
  const { knowledge, store, live, clock, report, senders = {}, instance = newId() } = parts
  const entries = [...BOARD_TOPICS].map(([topic, intent]) => ({ topic, entry: knowledge.entries.get(intent) }))
  const topics = new Map(
    entries.flatMap(({ topic, entry }) => (entry ? [[topic, { intent: entry.id, title: entry.title }]] : [])),
  )
  // Nobody follows notices; they are kept on the board and told when asked for.
  const notice = knowledge.entries.get('notice.query')
  if (notice) topics.set('notice', { intent: notice.id, title: notice.title })
  const outbox = new Outbox({ store, live, clock, hours, senders, random: Math.random, instance, report })
  const communities = [...knowledge.communities.keys()]
  const common = { store, live, clock, hours, voice, formatHome, topics, communities, newId }
  return { topics, outbox, board: new Board({ ...common, wake: () => void outbox.drain() }) }
}

/** Seeds the status boards that are empty, and renews what nobody has touched. */
export async function seedBoards(knowledge: Knowledge, store: Store, clock: Clock): Promise<void> {
  for (const community of knowledge.communities.values())
    await store.board.seed(community.id, seedEntries(community, clock.now(), newId))
}

import { createHash, randomBytes } from 'node:crypto'
import type { Live, Store } from './bot/ports.ts'
import { unbacked } from './bot/promises/unbacked.ts'
import { Turns } from './bot/turn.ts'
import type { TurnPorts } from './bot/turnPorts.ts'
import type { Classifier, Clock, NewId, SecondOpinion } from './bot/types.ts'
import { createHandlers } from './handlers/index.ts'
import { findEmergency } from './intents/emergency/index.ts'
import { findEntities, formatHome, maskPersonal } from './intents/entities/index.ts'
import { toSimplified, toTraditional } from './intents/script.ts'
import { readTone } from './intents/tone/index.ts'
import { seedEntries } from './knowledge/board.ts'
import { catalogueOf, hoursOf, type Voices, voicesOf } from './knowledge/catalogue.ts'
import type { Knowledge } from './knowledge/types.ts'
import { pickStatus } from './records/status.ts'
import { reckonWarranty } from './records/warranty.ts'
import { partsIn } from './records/warrantyParts.ts'

export const systemClock: Clock = { now: () => new Date() }

/** 128 bits, so that nothing can be guessed. */
export const newId: NewId = () => randomBytes(16).toString('base64url')
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

export interface BrainParts {
  knowledge: Knowledge
  store: Store
  live: Live
  clock: Clock
  classifier: () => Classifier
  secondOpinion?: SecondOpinion
  report(error: unknown, conversationId: string): void
}

export interface Brain {
  turns: Turns
  voices: Voices
  catalogue: ReturnType<typeof catalogueOf>
  hours: ReturnType<typeof hoursOf>
  /** Phrases of a clerk's text that promise what no record of the compound holds. */
  promisesIn(text: string, community: string): string[]
}

/** Everything that thinks, over a record and a live side: what `start`, `ask` and the tests share. */
export function wireBrain(parts: BrainParts): Brain {
  const { knowledge, store, live, clock, classifier, secondOpinion, report } = parts
  const voices = voicesOf(knowledge, toTraditional)
  const catalogue = catalogueOf(knowledge, voices)
  const hours = hoursOf(knowledge)
  const handlers = createHandlers({
    knowledge,
    clock,
    formatHome,
    voice: voices,
    warranty: { partsIn, reckon: reckonWarranty },
    today: hours.today,
    records: {
      status: async (community, topic, home) => pickStatus(await store.board.entries(community, topic), home),
      workOrders: (conversationId) => store.workOrders.ofConversation(conversationId),
      account: (conversationId) => store.homes.ofConversation(conversationId),
    },
  })
  const ports: TurnPorts = {
    store,
    live,
    classifier,
    findEmergency,
    findEntities,
    readTone,
    toSimplified,
    formatHome,
    maskPhone: maskPersonal,
    ...(secondOpinion ? { secondOpinion } : {}),
    handlers,
    catalogue,
    hours,
    clock,
    report,
  }
  const promisesIn = (text: string, community: string) => unbacked(ports, community, text).map(({ phrase }) => phrase)
  return { turns: new Turns(ports), voices, catalogue, hours, promisesIn }
}

/** Seeds the status boards that are empty. */
export async function seedBoards(knowledge: Knowledge, store: Store, clock: Clock): Promise<void> {
  for (const community of knowledge.communities.values())
    await store.board.seed(community.id, seedEntries(community, clock.now(), newId))
}

import type {
  ChannelName,
  Clock,
  Home,
  HomeAccount,
  ImportedOrder,
  Incident,
  Locale,
  Part,
  StatusEntry,
  Subscription,
  TicketRow,
  Turn,
  WarrantyInput,
  WarrantyReckoning,
  WorkOrder,
} from '../bot/types.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'

/** What handlers may look up. Ports: `main` gives them. */
export interface Records {
  /** The narrowest entry of the topic that fits the home. */
  status(community: string, topic: string, home: Home | undefined): Promise<StatusPick>
  /** The key of today's task to find out about a topic there; undefined when a clerk has it already. */
  missing(community: string, topic: string, home: Home | undefined): Promise<string | undefined>
  /** The key of today's task to renew this entry of the board; undefined when a clerk has it already. */
  outdated(entry: StatusEntry): Promise<string | undefined>
  /** Notices that stand now, the newest first. */
  notices(community: string): Promise<StatusEntry[]>
  subscriptions(conversationId: string): Promise<Subscription[]>
  /** Whether messages can be sent there that nobody has just asked for. */
  canPush(channel: ChannelName): boolean
  /** Hours after an owner's last message in which that is so; undefined: always. */
  pushHours(channel: ChannelName): number | undefined
  workOrders(conversationId: string): Promise<WorkOrder[]>
  /** Of the system before, of the home that this verified conversation is bound to. */
  importedOrders(conversationId: string): Promise<ImportedOrder[]>
  /** What many ask about there right now; `building` empty: the whole compound. */
  incident(community: string, topic: string, building: string): Promise<Incident | undefined>
  /** The home that this verified conversation is bound to. */
  account(conversationId: string): Promise<HomeAccount | undefined>
  /** The one that staff ended last in this conversation. */
  lastTicket(conversationId: string): Promise<TicketRow | undefined>
}

/** `ask`: entries differ by building and the home is not known; `widest` holds for the whole compound. */
export type StatusPick =
  | { kind: 'found'; entry: StatusEntry }
  | { kind: 'ask'; widest?: StatusEntry }
  | { kind: 'none' }

export interface HandlerKit {
  knowledge: Knowledge
  voice(community: string, locale: Locale): Voice
  records: Records
  clock: Clock
  warranty: {
    partsIn(text: string): Part[]
    reckon(input: WarrantyInput): WarrantyReckoning
  }
  /** ISO date in the compound's time zone. */
  today(community: string, at: Date): string
  /** Home as an owner reads it: 3栋2单元1502. */
  formatHome(home: Home, locale: Locale): string
}

/** The home as far as the owner said it, in this message or before. */
export function homeOf(turn: Turn): Home | undefined {
  const before = turn.conversation.memory.said.home
  return turn.entities.home ? { ...before, ...turn.entities.home } : before
}

/** Whether what was said of a home contradicts nothing of this one. */
export const sameHome = (said: Home, own: Home): boolean =>
  (['building', 'unit', 'room'] as const).every((part) => !said[part] || said[part] === own[part])

/** This conversation's voice. */
export function voiceOf(kit: HandlerKit, turn: Turn): Voice {
  return kit.voice(turn.conversation.community, turn.locale)
}

import type { Attachment, ChannelName, Locale } from './message.ts'
import type { Form } from './turn.ts'
import type { EmergencyIntent, Entities, Home } from './understanding.ts'
import type { Urging } from './urging.ts'
import type { WorkOrder } from './workOrder.ts'

/** `bot` speaks → `waiting` for a person → `staff` holds it → `bot` again; `closed` opens as `bot` with the next message. */
export type Stage = 'bot' | 'waiting' | 'staff' | 'closed'

/** What a conversation remembers between turns. Plain JSON, kept in its row. */
export interface Memory {
  /** The dialog runtime's own state. */
  dialog?: unknown
  /** The open form, as the dialog runtime has it too; for the clerk. */
  form?: Form
  /** The last intent that was answered, for follow-ups (“那周末呢”). */
  lastIntent?: string
  /** Turns in a row that were not understood. */
  misses: number
  /** Angry messages in a row. */
  angry: number
  /** Anger was acknowledged once; the same words a second time would only anger more. */
  soothed?: boolean
  /** Home, phone… as the owner said them, unverified. */
  said: Entities
  /** The intents offered as choices in the last reply. */
  offered?: string[]
  /** What the owner had said when they were offered, so that a tap need not be explained. */
  offeredFor?: { text: string; entities: Entities }
  /** The owner's last words that raised no alarm, and when, ISO 8601 UTC; the next may go on from them. */
  justSaid?: { text: string; at: string }
  /** The last emergency that the owner was told what to do in, and when, ISO 8601 UTC. */
  alarm?: { intent: EmergencyIntent; at: string }
  /** The building was asked for already. */
  askedHome?: boolean
  /** While waiting: the owner was told that what they write is kept for the clerk. */
  waitingNoted?: boolean
  /** What the owner asked to be promised and was not, for the clerk. */
  notPromised?: string[]
  /** The owner was told that the hotline is theirs to call, with its number. */
  toldRight?: boolean
  /** The owner, who spoke of blocking the gate, was told the ways that help. */
  toldWays?: boolean
  /** The incident that the owner was last told of. */
  incident?: string
  /** Photos and papers that came while no form was open, for the work order that may follow. */
  files?: SentFile[]
}

/** A file with when it came, ISO 8601 UTC. */
export type SentFile = Attachment & { at: string }

export interface Conversation {
  id: string
  community: string
  locale: Locale
  channel: ChannelName
  stage: Stage
  /** Bound to a home with a code from staff. */
  verified: boolean
  memory: Memory
  /** Row version, for compare-and-set. */
  version: number
  lastSeq: number
  createdAt: string
  lastActiveAt: string
}

export type SlotName = 'what' | 'place' | 'home' | 'when' | 'contact'
export type Slots = Partial<Record<SlotName, string>>

/** Chinese and English of the same words. */
export interface Words {
  zh: string
  en: string
}

export interface StatusStep {
  /** ISO date in the compound's time zone. */
  day: string
  text: Words
  by: Words
  /** From where it is known, where that is not `by` alone. */
  source?: Words
  /** It was urging somebody outside. */
  urged?: Urging
  /** Whether it counts as urging, where nobody wrote down whom and how; left out: as its words have it. */
  urging?: boolean
}

/** On whose word a text went out that promises what no record holds. */
export interface Vouched {
  /** As they stand in the text. */
  phrases: string[]
  /** Name of the member of staff. */
  by: string
  /** Id of a status entry or number of a work order that was linked; left out: on their own word. */
  record?: string
}

/** One entry of the status board: what is known of a topic in a place. */
export interface StatusEntry {
  id: string
  community: string
  /** gas, water, power, heating, lift… */
  topic: string
  /** Empty: the whole compound. */
  scope: Home
  state: Words
  log: StatusStep[]
  blockedBy?: Words
  nextActor?: Words
  /** Only ever from a source; most entries have none. */
  announced?: { text: Words; source: Words }
  asOf: string
  /** Hours after `asOf` from which the entry counts as stale. */
  staleAfterHours: number
  source: Words
  /** For phrases of it that promise something, whoever let them go out. */
  vouched?: Vouched[]
  /** The matter is over; `state` says how it ended. */
  closedAt?: string
}

/** What was looked up while answering, for the clerk's context panel. */
export interface Evidence {
  status?: StatusEntry[]
  repairs?: WorkOrder[]
  /** Words that repeat sums and days of other records, such as a home's own bill. */
  words?: string[]
}

export type HandoffReason =
  | 'asked'
  | 'not_understood'
  | 'out_of_scope'
  | 'human_intent'
  | 'stale_status'
  | 'emergency'
  | 'anger'
  | 'promise'
  | 'error'

export type Priority = 'emergency' | 'high' | 'normal'

export interface HandoffRequest {
  reason: HandoffReason
  priority: Priority
  team: string
  /** Only the first ask for this matter opens a ticket. */
  once?: string
  /** What staff had ended and the owner says is not solved. */
  continues?: { summary: string; resolvedAt: string }
}

import type { SlotName, Words } from '../bot/types.ts'
import type { StatusFile } from './schema.ts'

export type IntentKind = 'faq' | 'status' | 'action' | 'emergency' | 'human' | 'smalltalk'

/** Texts by language; traditional characters stand among the Chinese ones. */
export interface ByLanguage {
  zh: string[]
  en: string[]
}

/** One intent, as its Markdown file has it. */
export interface KnowledgeEntry {
  id: string
  kind: IntentKind
  title: Words
  /** Short names for it, as an owner would say them. */
  aliases: ByLanguage
  examples: ByLanguage
  /** Held out: never trained on. */
  tests: ByLanguage
  /** Keys of parties.yaml; the first answers for it. */
  responsible: string[]
  staffCan: ByLanguage
  staffCannot: ByLanguage
  nextStep: Words
  /** Ids of laws.yaml. */
  legal: string[]
  /** In the order in which they are asked for; `action` alone. */
  slots: SlotName[]
  /** Of the status board; `status` alone, and not for those that read other records. */
  topic?: string
  /** Team that takes it over. */
  team: string
  /** With {placeholders}. */
  answer: Words
  /** Short hash of the file. */
  revision: string
}

export interface Law {
  name: Words
  article: string
  /** ISO date. */
  inForce: string
  /** ISO date. */
  until?: string
  says: Words
  /** Not to be shown before counsel has looked at it. */
  toBeChecked: boolean
}

export interface PartyEntry {
  name: Words
  /** Fact key of its phone. */
  phone?: string
}

export interface OfficeHours {
  /** Monday first; spans `HH:MM-HH:MM`. */
  week: string[][]
  holidays: { from: string; to: string; name: Words }[]
  workdays: { day: string; hours: string[] }[]
}

export interface Building {
  id: string
  /** ISO date on which the works passed acceptance. */
  acceptedOn: string
  units: number
  floors: number
}

/** What one compound says in place of the common entry. */
export interface EntryOverride {
  answer?: Words
  nextStep?: Words
  staffCan?: ByLanguage
  /** Short hash of the file. */
  revision: string
}

export interface Community {
  id: string
  timezone: string
  hours: OfficeHours
  answerWithinMinutes: { emergency: number; high: number; normal: number }
  /** `HH:MM-HH:MM`, in which nobody is sent anything unasked. */
  quietHours: string
  /** So many conversations about one trouble within so many minutes are one incident. */
  burst: { conversations: number; minutes: number }
  /**
   * Tickets that one clerk holds at most, minutes of silence after which one goes back to the queue, and hours after
   * the end at which somebody else asks whether it held.
   */
  desk: { mostTickets: number; releaseAfterMinutes: number; returnVisitHours: number }
  /** Which topics the bot answers by itself. */
  answers: { mode: 'all' | 'topics' | 'shadow'; topics: string[] }
  precision: number
  buildings: Building[]
  starters: string[]
  facts: Record<string, Words>
  /** What seeds an empty status board; days and times still as offsets. */
  board: StatusFile
  /** By intent: what this compound says of its own. */
  overrides: ReadonlyMap<string, EntryOverride>
}

export interface Knowledge {
  entries: Map<string, KnowledgeEntry>
  laws: Map<string, Law>
  parties: Map<string, PartyEntry>
  factNames: Map<string, Words>
  /** Words of the bot that belong to no intent. */
  replies: Map<string, Words>
  communities: Map<string, Community>
  /**
   * As owners write, labelled; never trained on. They tell how sure the model may be, each counting by its weight
   * (1 without one).
   */
  calibration: { text: string; intent: string; also: string[]; weight?: number }[]
}

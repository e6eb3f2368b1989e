import type { LegalNote, SlotName, Words } from '../bot/types.ts'

export type IntentKind = 'faq' | 'status' | 'action' | 'emergency' | 'human' | 'smalltalk'

/** Example or test utterances by language; traditional characters stand among the Chinese ones. */
export interface Utterances {
  zh: string[]
  en: string[]
}

/** One intent, as its Markdown file has it. */
export interface KnowledgeEntry {
  id: string
  kind: IntentKind
  title: Words
  /** Short names for it, as an owner would say them. */
  aliases: Utterances
  examples: Utterances
  /** Held out: never trained on. */
  tests: Utterances
  /** Key of parties.yaml; the first answers for it. */
  responsible: string[]
  staffCan: { zh: string[]; en: string[] }
  staffCannot: { zh: string[]; en: string[] }
  nextStep: Words
  /** Ids of laws.yaml. */
  legal: string[]
  /** In the order in which they are asked for; `action` alone. */
  slots: SlotName[]
  /** Of the status board; `status` alone, and not for those that read other records. */
  topic?: string
  /** Team that takes it over, when not the front desk. */
  team?: string
  /** With {placeholders}. */
  answer: Words
  /** Short hash of the file. */
  revision: string
}

export interface Law {
  id: string
  name: Words
  article: string
  /** ISO date. */
  inForce: string
  until?: string
  says: Words
  /** Not to be cited before counsel has looked at it. */
  toBeChecked?: boolean
}

export interface PartyEntry {
  id: string
  name: Words
  /** Fact key of its phone. */
  phone?: string
}

export type CitedLaw = LegalNote

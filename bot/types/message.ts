/** `zh-TW` is traditional Chinese; it is understood like `zh` and answered in traditional characters. */
export type Locale = 'zh' | 'en' | 'zh-TW'

export type Speaker = 'owner' | 'bot' | 'staff' | 'system'

/** What a clerk takes down for an owner: on the phone, at the counter, from a chat group. Nothing can be sent back there. */
export const SPOKEN_CHANNELS = ['phone', 'counter', 'group'] as const
export type SpokenChannel = (typeof SPOKEN_CHANNELS)[number]

export type ChannelName = 'web' | 'wechat' | 'wecom' | 'directline' | 'botpress' | 'cli' | SpokenChannel

/** What the turn did with an owner's message. */
export type Action =
  | 'answer'
  | 'status'
  | 'ask_slot'
  | 'confirm'
  | 'opened'
  | 'clarify'
  | 'fallback'
  | 'out_of_scope'
  | 'handoff'
  | 'emergency'
  | 'smalltalk'
  | 'subscribed'
  | 'cancelled'
  | 'relay'

export interface Choice {
  title: string
  value: string
}

export interface Attachment {
  id: string
  name: string
  /** MIME type, found by the content's first bytes. */
  type: string
  /** Bytes. */
  size: number
}

export type Delivery = 'pending' | 'sent' | 'failed' | 'unknown'

/** Where an answer comes from; an answer without one is not given. */
export type Source =
  | { kind: 'knowledge'; id: string; revision: string }
  | { kind: 'status'; id: string; asOf: string }
  | { kind: 'work_order'; number: string }
  /** Of the home with this id. */
  | { kind: 'bill'; id: string; asOf: string }
  | { kind: 'rule'; id: string }
  | { kind: 'incident'; id: string }
  | { kind: 'community'; id: string }

export interface Phone {
  label: string
  number: string
}

export interface LegalNote {
  /** For example 城镇燃气管理条例 第17–20条. */
  cite: string
  /** ISO date on which it took effect. */
  inForce: string
  says: string
}

export interface Responsibility {
  who: string
  can: string[]
  cannot: string[]
  next: string
  law: LegalNote[]
  phone?: Phone
}

export interface CardStep {
  /** As the owner reads it: 9月2日. */
  day: string
  text: string
  by: string
  state: 'done' | 'now' | 'next'
}

/** What the pages draw beside the text. Channels without cards send the text alone, which says the same. */
export type Card =
  | {
      kind: 'status'
      topic: string
      place: string
      headline: string
      /** Whether a date is on record, in the words of the text. */
      date?: string
      /** How often whoever has to act was urged, and on which days. */
      urged?: string
      steps: CardStep[]
      /** As the owner reads it: 今天 9:10. */
      asOf: string
      source: string
      /** Words for the amber strip, where the record is stale. */
      stale?: string
      phone?: Phone
    }
  | ({ kind: 'responsibility' } & Responsibility)
  | { kind: 'work_order'; number: string; what: string; where: string; state: WorkOrderState }
  | { kind: 'emergency'; steps: string[]; phones: Phone[] }

/** `filed` by the owner → `accepted` by staff → `scheduled` → `done`; or `cancelled`. */
export type WorkOrderState = 'filed' | 'accepted' | 'scheduled' | 'done' | 'cancelled'

export interface Message {
  id: string
  /** 1, 2, 3… in each conversation, without gaps. */
  seq: number
  conversationId: string
  from: Speaker
  author?: string
  text: string
  choices?: Choice[]
  attachments?: Attachment[]
  intent?: string
  action?: Action
  card?: Card
  sources?: Source[]
  delivery?: Delivery
  /** As staff see it: insults are hidden, and the record keeps the original. */
  masked?: boolean
  /** ISO 8601, UTC. */
  createdAt: string
}

/** A message on its way into the record, which gives it id, seq and time. */
export interface Reply {
  text: string
  choices?: Choice[]
  card?: Card
  sources?: Source[]
  intent?: string
  action?: Action
}

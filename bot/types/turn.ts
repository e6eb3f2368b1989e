import { isVoice } from './attachment.ts'
import type { Conversation, Evidence, HandoffRequest, Memory, SlotName, Slots } from './conversation.ts'
import type { BurstAsk } from './incident.ts'
import type { Action, Attachment, Locale, Reply, Responsibility } from './message.ts'
import type { Suggestion } from './ticket.ts'
import type { Classification, EmergencyIntent, Entities, Home, Tone } from './understanding.ts'
import type { OrderAct } from './workOrder.ts'

/** What a handler is told about the message that it answers. */
export interface Turn {
  text: string
  /** Value of the button that was tapped. */
  choice?: string
  /** What came with the message; nothing in it is understood. */
  attachments?: Attachment[]
  conversation: Conversation
  /** Of this message; the conversation's own may be another. */
  locale: Locale
  classification: Classification
  /** Found in this message. */
  entities: Entities
  tone: Tone
  /** Where the message holds several things of which each is sure by itself; else empty. */
  wishes: Wish[]
  /** What a second opinion chose among our candidates. The classification stays as it was. */
  opinion?: string
}

/** In place of a choice: the text only names what came, `unreadable:voice` or `unreadable:photo`. */
const UNREADABLE = 'unreadable:'

/** Nothing to read: attachments alone, or what a platform did not hand us. */
export const isWordless = ({ text, choice, attachments }: Pick<Turn, 'text' | 'choice' | 'attachments'>): boolean =>
  choice ? choice.startsWith(UNREADABLE) : attachments !== undefined && attachments.length > 0 && text.trim() === ''

/** Whether the owner spoke, in what came with the message or was to come. */
export const isVoiced = ({ choice, attachments = [] }: Pick<Turn, 'choice' | 'attachments'>): boolean =>
  choice === `${UNREADABLE}voice` || attachments.some(({ type }) => isVoice(type))

/** One of several wishes in a message. */
export interface Wish {
  text: string
  classification: Classification
  entities: Entities
}

/** Where a work order's questions stand. Plain JSON, kept in the dialog's state. */
export interface Form {
  intent: string
  slots: Slots
  asking: SlotName | 'confirm' | 'change'
  /** How often the present question was put. */
  tries: number
  /** How often each was asked for, so that nobody is asked a third time. */
  asked?: Partial<Record<SlotName, number>>
  /** Photos and papers that came while it was open. */
  attachments?: Attachment[]
  /** Another one that was put aside for this one. */
  parked?: Form
}

/** A work order that is to be filed. */
export interface OpenWorkOrder {
  intent: string
  slots: Slots
  attachments?: Attachment[]
  /** Somebody comes to the owner's home. */
  visit: boolean
  /**
   * Said instead of the reply that says `opened` when the same fault in the same place is filed already; `{number}` is
   * then that one's. Without it nothing is joined.
   */
  joined?: Reply
  /** The same where it was this very conversation that filed it. */
  joinedOwn?: Reply
  /** The same where it counts as urging; `{n}` becomes how often it was urged by then. */
  joinedAgain?: Reply
  /** Number of the one that did not hold. */
  continues?: string
}

/** What a handler returns. Handlers do nothing themselves; the turn acts. */
export interface Outcome {
  action: Action
  intent?: string
  replies: Reply[]
  evidence?: Evidence
  handoff?: HandoffRequest
  /** The questions go on from here; without it an open form is over. */
  form?: Form
  /** Replies name it by `{number}`, which the turn fills in. */
  openWorkOrder?: OpenWorkOrder
  /** What the owner does with a work order that is there. */
  orderAct?: OrderAct
  /** Counts towards an incident that many report. */
  ask?: BurstAsk
  /** What the owner asked to be promised and was not. */
  notPromised?: string
  /** From now on the owner is told when the topic changes. */
  subscribe?: { topic: string; home: Home }
  /** No longer: of one topic, or of any. */
  unsubscribe?: { topic?: string }
  /** What the bot would have said, for the clerk who answers in its place. */
  drafts?: Suggestion[]
  /** What of the memory changes. */
  remember?: Partial<Memory>
}

/** Answers intents. `main` gives the turn an implementation that knows knowledge and records. */
export interface Handlers {
  /** Answers this intent, whatever the classification says. */
  answer(intent: string, turn: Turn): Promise<Outcome>
  /** Goes on with an open form. */
  continueForm(form: Form, turn: Turn): Promise<Outcome>
  emergency(intent: EmergencyIntent, turn: Turn): Outcome
  /** A short message that needs what came before (“电话多少”); undefined when it is none. */
  followUp(turn: Turn): Promise<Outcome | undefined>
  clarify(intents: string[], turn: Turn): Outcome
  /** Attachments without a word. */
  unreadable(turn: Turn): Outcome
  /** `last`: the second time in a row, so that a person is asked. */
  notUnderstood(nearest: string[], last: boolean, turn: Turn): Outcome
  outOfScope(turn: Turn): Outcome
  askedForPerson(turn: Turn): Outcome
}

/** What the turn has to know about intents and words, without importing knowledge. */
export interface Catalogue {
  exists(intent: string): boolean
  isHuman(intent: string): boolean
  /** Whether it opens a work order or changes a record. */
  isAction(intent: string): boolean
  isEmergency(intent: string): boolean
  /** False for small talk and emergencies, which are no wish among several. */
  standsAlone(intent: string): boolean
  team(intent: string): string
  /** Whether the compound lets the bot answer this by itself; a matter that isn't known counts as none. */
  answersItself(intent: string | undefined, community: string): boolean
  title(intent: string, locale: Locale): string
  responsibility(intent: string, community: string, locale: Locale): Responsibility | undefined
  /** The answer's text, for the clerk's suggestions. */
  answerText(intent: string, community: string, locale: Locale): string | undefined
  /** The compound's facts in both languages, which are records. */
  facts(community: string): string[]
  /** Words of knowledge/replies, with the compound's facts and `vars` filled in. */
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
}

/** When people answer, by the compound's hours. */
export interface Hours {
  isOpen(community: string, at: Date): boolean
  /** Undefined when nothing opens in the next three weeks. */
  opensAt(community: string, at: Date): Date | undefined
  /** `minutes` counted in open hours; an emergency counts at every hour. */
  dueAt(community: string, priority: 'emergency' | 'high' | 'normal', at: Date): Date
  /** ISO date in the compound's time zone. */
  today(community: string, at: Date): string
  /** When the quiet hours end that `at` falls into; `at` itself outside of them. */
  mayDisturbAt(community: string, at: Date): Date
  /** As an owner reads it in the compound's time zone: 今天 9:10. */
  format(community: string, locale: Locale, when: Date, at: Date): string
}

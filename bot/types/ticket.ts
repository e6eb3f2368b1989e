import type { MessageDelivery } from './board.ts'
import type { HandoffReason, Priority, Slots, StatusEntry } from './conversation.ts'
import type { ChannelName, Locale, Message, Responsibility } from './message.ts'
import type { Home, Mood, Scored, Urgency } from './understanding.ts'
import type { WorkOrder } from './workOrder.ts'

export type TicketStage = 'waiting' | 'staff' | 'resolved'

export interface Suggestion {
  text: string
  /** Where the words come from, as the clerk reads it. */
  source: string
}

export interface RecordedClassification {
  /** Of the owner's message. */
  seq: number
  intent: string
  confidence: number
  alternatives: Scored[]
}

/** What is fixed when the ticket is opened. */
export interface HandoffContext {
  summary: string
  reason: HandoffReason
  intent: string | null
  alternatives: Scored[]
  slots: Slots
  owner: { name?: string; home?: string; verified: boolean; phoneMasked?: string }
  mood: Mood
  urgency: Urgency
  language: Locale
  channel: ChannelName
  status: StatusEntry[]
  repairs: WorkOrder[]
  /** What the owner asked to be promised and was not. */
  notPromised: string[]
  responsibility: Responsibility | null
  suggestions: Suggestion[]
}

export interface EarlierTicket {
  id: string
  createdAt: string
  resolvedAt?: string
  summary: string
}

/** Another ticket of the same owner: of the same conversation, or of one that proved the same home. */
export interface RelatedTicket extends EarlierTicket {
  stage: TicketStage
  conversationId: string
  channel: ChannelName
  /** Name of the member of staff who holds it, or did when it ended. */
  assignee?: string
  /** The ticket that took it in. */
  mergedInto?: string
}

/** Whose home it is that the owner proved by a code, as the company has it on file. */
export interface HomeOnFile {
  id: string
  home: Home
  ownerMasked?: string
  phonesMasked: string[]
}

/** With what is read from the record when the ticket is looked at. */
export interface TicketContext extends HandoffContext {
  /** Messages that are not with the owner, in order; left out: all are. */
  deliveries?: MessageDelivery[]
  /** Left out where no home is proved. */
  homeOnFile?: HomeOnFile
  transcript: Message[]
  classifications: RecordedClassification[]
  /** What the owner gave the conversation, 1 to 5, the last one first; left out: nothing. */
  ratings?: { score: number; comment?: string; at: string }[]
  /** The newest first. */
  earlier: RelatedTicket[]
}

export interface TicketNote {
  id: string
  author: string
  text: string
  createdAt: string
  /** Names of the colleagues that it calls; left out: none. */
  mentions?: string[]
}

/** A row of the queue. */
export interface TicketRow {
  id: string
  stage: TicketStage
  priority: Priority
  reason: HandoffReason
  team: string
  /** Name of the member of staff who holds it. */
  assignee?: string
  createdAt: string
  /** Missed means overdue. */
  dueAt: string
  resolvedAt?: string
  /** Since when the owner waits for a word of staff: the oldest message that none of them answered. */
  waitingSince?: string
  /** The newest message that none of staff answered. */
  lastAskedAt?: string
  /** The ticket that took this one in. */
  mergedInto?: string
  conversationId: string
  community: string
  summary: string
  mood: Mood
  channel: ChannelName
  home?: string
  /** A note calls whoever asks for the list, who has not looked since. */
  mentioned?: true
}

export interface Ticket extends Omit<TicketRow, 'summary' | 'mood' | 'channel' | 'home' | 'mentioned' | 'lastAskedAt'> {
  context: TicketContext
  notes: TicketNote[]
}

/** The groups of staff that tickets and work orders go to. */
export const TEAMS = ['service', 'repair', 'order', 'clean', 'finance', 'manager'] as const
export type Team = (typeof TEAMS)[number]

export type Role = 'admin' | 'manager' | 'staff'

export interface StaffMember {
  id: string
  name: string
  role: Role
  disabled: boolean
  /** The compounds that they are limited to; left out where they are limited to none. Administrators never are. */
  communities?: string[]
  /** Has a second factor. */
  totp?: true
}

/** A browser in which a member of staff is signed in. */
export interface StaffSession {
  /** Not what the cookie holds. */
  id: string
  staffId: string
  name: string
  openedAt?: string
  expiresAt: string
  /** Address from which it was opened. */
  from?: string
  /** What the browser calls itself. */
  agent?: string
}

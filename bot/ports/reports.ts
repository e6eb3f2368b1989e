import type { Action, HandoffReason, Priority, Scored } from '../types.ts'

/** A span of time in some or all compounds; `to` is left out of it. ISO 8601 UTC. */
export interface Span {
  from: string
  to: string
  community?: string
}

/** What an owner wrote, with what the model made of it then. */
export interface HeardMessage {
  conversationId: string
  seq: number
  community: string
  text: string
  at: string
  intent: string
  certainty: string
  outOfScope: boolean
  alternatives: Scored[]
  /** What the bot did; left out where it was silent. */
  action?: Action
}

/** How many of the owners' messages got this. */
export interface AnsweredCount {
  community: string
  /** What the reply was about. */
  intent?: string
  action?: Action
  /** 0 to 23, UTC. */
  hour: number
  n: number
}

/** What a report says of a ticket. */
export interface TicketFacts {
  id: string
  conversationId: string
  community: string
  reason: HandoffReason
  priority: Priority
  intent?: string
  createdAt: string
  dueAt: string
  /** When a person first wrote after it was opened. */
  repliedAt?: string
  resolvedAt?: string
  /** Somebody asked after the end, heard that it did not hold, and it was opened again. */
  reopened?: true
  /** When the same conversation next needed a person after it was resolved. */
  againAt?: string
  /** What staff said it was about. */
  label?: string
  /** Staff said that the bot should have answered it. */
  shouldAnswer?: boolean
}

export interface RatingCount {
  score: number
  n: number
}

export interface OrderCounts {
  done: number
  reopened: number
  /** The visit that staff entered is past, and nothing was said since. */
  visitsOverdue: number
}

/** What staff say of a ticket when they end it. */
export interface TicketLabel {
  ticketId: string
  intent?: string
  shouldAnswer: boolean
  author: string
}

export interface AnswerSample {
  id: string
  community: string
  /** ISO date of the week's Monday. */
  week: string
  question: string
  answer: string
  intent?: string
  verdict?: 'right' | 'wrong'
  note?: string
  judgedBy?: string
}

/** What is read over many conversations. */
export interface ReportStore {
  /** Owners' messages in words of their own, newest first. */
  heard(span: Span & { limit: number; unsureOnly?: boolean }): Promise<HeardMessage[]>
  answered(span: Span): Promise<AnsweredCount[]>
  /** Opened in the span, oldest first; at most 20,000. */
  tickets(span: Span): Promise<TicketFacts[]>
  ratings(span: Span): Promise<RatingCount[]>
  orders(span: Span & { now: string }): Promise<OrderCounts>
  /** Call-backs that were promised for before `now` and have not been made; of all compounds where none is named. */
  callbacksOverdue(of: { community?: string; now: string }): Promise<number>
  /** The last word on a ticket counts. */
  label(label: TicketLabel): Promise<void>
  /**
   * The week's answers to be judged: drawn once from what the bot answered in the span, in an order that nobody chose,
   * and the same from then on.
   */
  samples(span: Span & { community: string; week: string; size: number }): Promise<AnswerSample[]>
  sample(id: string): Promise<{ id: string; community: string } | undefined>
  /** False when it isn't there. */
  judge(id: string, verdict: { verdict: 'right' | 'wrong'; note?: string; by: string }): Promise<boolean>
  /** How many of the samples drawn in these weeks were judged so. */
  judged(span: Span): Promise<{ right: number; wrong: number }>
}

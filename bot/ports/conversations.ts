import type {
  BurstAsk,
  ChannelName,
  Classification,
  Conversation,
  HandoffContext,
  Home,
  Locale,
  Memory,
  Message,
  OrderAct,
  Priority,
  RecordedClassification,
  Reply,
  Stage,
  Suggestion,
} from '../types.ts'
import type { FileOrder } from './workOrders.ts'

/** A conversation without a message for so long counts as closed; the next message begins afresh. */
export const IDLE_MS = 24 * 3_600_000

/** What a turn reads first. */
export interface TurnInput {
  conversation: Conversation
  message: Message & { choice?: string }
}

/** What an owner sends. */
export interface Incoming {
  clientMessageId: string
  text: string
  choice?: string
  /** Ids of files that it uploaded before, each once. */
  attachments?: string[]
}

/**
 * `stored`: durable, its turn not yet done. `repeated`: the same clientMessageId with the same text and attachments came
 * before. `conflict`: it came before with others; with `attachment`, a file is not its own or was sent already.
 */
export type Accepted =
  | { kind: 'stored'; message: Message; input: TurnInput }
  | { kind: 'repeated'; message: Message; replies: Message[]; done: boolean }
  | { kind: 'conflict'; attachment?: true }

export interface NewTicket {
  reason: HandoffContext['reason']
  priority: Priority
  team: string
  dueAt: string
  context: HandoffContext
  /** What the bot would have said, where a clerk answers in its place. */
  drafts?: Suggestion[]
  /** Opened only by the first turn that brings this key; a later one is `stale`. */
  once?: string
}

/**
 * Everything that one turn changes. It is committed whole or not at all. While a ticket is open the conversation has
 * the ticket's stage, whatever `stage` says; `waiting` and `staff` without a ticket are refused.
 */
export interface TurnCommit {
  conversationId: string
  /** Seq of the owner's message that this turn answers. */
  seq: number
  /** The conversation's version as the turn read it. */
  expectedVersion: number
  /** Earlier messages of the owner that may stay unanswered, since their turns failed; any may while it is left out. */
  leaving?: readonly number[]
  stage: Stage
  memory: Memory
  locale: Locale
  replies: Reply[]
  classification?: Classification
  /**
   * Opens a ticket. If one is open already, it is raised when this one is more urgent: priority, reason, team and
   * context become these, and it is due by the earlier time. Otherwise it only gains what is not to be promised.
   */
  ticket?: NewTicket
  workOrder?: FileOrder
  orderAct?: OrderAct
  ask?: BurstAsk
  /** Made anew, it takes the home that is known now. */
  subscribe?: { topic: string; home: Home }
  unsubscribe?: { topic?: string }
}

/** What a turn changed besides its own conversation, to be told to whoever listens. */
export interface TurnEffects {
  /** Further conversations that got a message. */
  told: string[]
  /** Number of the work order that was filed, joined or changed. */
  workOrder?: string
  /** The incident that was opened or gained an asker. */
  incident?: string
}

export type TurnResult =
  /** `ticketId`: of the ticket that this turn opened or asked to raise. */
  | { kind: 'committed'; replies: Message[]; conversation: Conversation; ticketId?: string; effects: TurnEffects }
  /** The conversation changed in between: read again and think again. */
  | { kind: 'stale' }
  /** The owner said this before, and it is not answered yet. In order. */
  | { kind: 'early'; earlier: number[] }
  /** This message's turn was done before. */
  | { kind: 'done'; replies: Message[] }

export interface ConversationStore {
  create(input: { community: string; locale: Locale; channel: ChannelName; tokenHash: string }): Promise<Conversation>
  find(id: string): Promise<Conversation | undefined>
  /** The conversation that this token opens. */
  findByToken(id: string, tokenHash: string): Promise<Conversation | undefined>
  accept(conversationId: string, incoming: Incoming): Promise<Accepted>
  /** Those after seq `after`, in order; `limit` at most 500. */
  messages(conversationId: string, after: number, limit: number): Promise<Message[]>
  message(conversationId: string, seq: number): Promise<Message & { choice?: string }>
  /** Owner messages whose turn was not done: those of one conversation together, in order; the longest waiting first. */
  unfinished(): Promise<{ conversationId: string; seq: number }[]>
  commitTurn(turn: TurnCommit): Promise<TurnResult>
  /** Ends the conversation, unless a person still owes it an answer: with an open ticket it stays as it is. */
  close(conversationId: string): Promise<void>
  classifications(conversationId: string): Promise<RecordedClassification[]>
  /** What its owner gave, 1 to 5, the last one first. */
  ratings(conversationId: string): Promise<{ score: number; comment?: string; at: string }[]>
  rate(conversationId: string, rating: { score: number; comment?: string }): Promise<void>
}

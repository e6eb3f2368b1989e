import type { AttachmentStore } from './portsAttachments.ts'
import type { BoardStore, OutboxStore, SubscriptionStore } from './portsBoard.ts'
import type { FileOrder, IncidentStore, WorkOrderStore } from './portsWorkOrders.ts'
import type {
  BurstAsk,
  ChannelName,
  Classification,
  Conversation,
  EarlierTicket,
  HandoffContext,
  Home,
  HomeAccount,
  HomeFields,
  ImportCounts,
  Locale,
  Memory,
  Message,
  OrderAct,
  Priority,
  RecordedClassification,
  Reply,
  Role,
  StaffMember,
  Stage,
  StatusEntry,
  TicketNote,
  TicketRow,
  TicketStage,
} from './types.ts'

/** A conversation without a message for so long counts as closed; the next message begins afresh. */
export const IDLE_MS = 24 * 3_600_000

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
  | { kind: 'stored'; message: Message }
  | { kind: 'repeated'; message: Message; replies: Message[]; done: boolean }
  | { kind: 'conflict'; attachment?: true }

export interface NewTicket {
  reason: HandoffContext['reason']
  priority: Priority
  team: string
  dueAt: string
  context: HandoffContext
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
  rate(conversationId: string, rating: { score: number; comment?: string }): Promise<void>
}

export interface TicketFilter {
  stage?: TicketStage
  /** Staff id. */
  assignee?: string
  team?: string
  community?: string
  /** Words that all stand in the transcript or the summary. */
  q?: string
  /** From 1; 50 rows each. */
  page?: number
}

export interface StoredTicket extends TicketRow {
  context: HandoffContext
  notes: TicketNote[]
}

/** `lost`: another holds it, named; `gone`: not in a stage in which this can be done (only a claimed ticket can be ended). */
export type TicketChange =
  | { kind: 'ok'; ticket: StoredTicket }
  | { kind: 'lost'; holder: string }
  | { kind: 'gone' }
  | { kind: 'unknown' }

/** A ticket past its `dueAt` that nobody answered, with the language of its owner. */
export interface OverdueTicket extends TicketRow {
  locale: Locale
}

/** What an escalation says to the owner and, as a note, among staff, and who has it then. */
export interface OverdueWords {
  says: string
  note: string
  /** Who signs the note. */
  author: string
  team: string
}

export interface TicketStore {
  /** The most urgent first, then by what is due first. */
  list(filter: TicketFilter): Promise<{ tickets: TicketRow[]; total: number }>
  find(id: string): Promise<StoredTicket | undefined>
  /** The ticket of this conversation that is not resolved. */
  openOf(conversationId: string): Promise<StoredTicket | undefined>
  /** Resolved ones, newest first, at most 20. */
  earlierOf(conversationId: string): Promise<EarlierTicket[]>
  /**
   * Exactly one of several callers at once wins; whoever holds it already is told `ok` again, without a message. This
   * and the next three write `says` as a system message in the same transaction.
   */
  claim(id: string, staffId: string, says: string): Promise<TicketChange>
  release(id: string, staffId: string, says: string): Promise<TicketChange>
  /** Ends it, asking for a rating by `choices`: the conversation goes back to the bot. */
  resolve(id: string, staffId: string, says: string, choices?: Reply['choices']): Promise<TicketChange>
  /** Ends it too, asking for nothing. */
  returnToBot(id: string, staffId: string, says: string): Promise<TicketChange>
  /** Stores the clerk's message in the conversation; the same clientMessageId again gives the same message. */
  reply(
    id: string,
    staffId: string,
    message: { clientMessageId: string; text: string },
  ): Promise<{ kind: 'ok'; message: Message } | Exclude<TicketChange, { kind: 'ok' }>>
  note(id: string, staffId: string, text: string): Promise<TicketNote | undefined>
  /** Those to be escalated now, the most urgent first, at most 500. */
  overdue(): Promise<OverdueTicket[]>
  /** Once a ticket, and only while it stands as it was seen: one step more urgent, `high` at most, and the note and words. */
  escalate(seen: OverdueTicket, words: OverdueWords): Promise<boolean>
  /** Whether a ticket was opened for this key (`NewTicket.once`). */
  openedOnce(key: string): Promise<boolean>
  /** How many waiting tickets of the compound come before this one. */
  ahead(id: string): Promise<number>
  /** Median minutes from opening to claim of the compound's last 20 claimed tickets; undefined with fewer than 3. */
  medianWaitMinutes(community: string): Promise<number | undefined>
}

/** The narrowest status entry that fits the home. */
export type PickStatus = (entries: StatusEntry[], home: Home | undefined) => StatusEntry | undefined

/** Fan-out of what has been committed; it carries no content that the record does not hold. */
export interface Live {
  publish(topic: string, event: LiveEvent): void
  /** Returns the way to stop. */
  subscribe(topic: string, listener: (event: LiveEvent) => void): () => void
}

/** `messages`: there are new ones in the record, to be read from there. */
export type LiveEvent =
  | { kind: 'messages'; conversationId: string }
  | { kind: 'state'; conversationId: string }
  | { kind: 'typing'; conversationId: string; from: 'owner' | 'bot' | 'staff'; author?: string }
  | { kind: 'tickets'; ticketId?: string }
  | { kind: 'board'; entryId: string }
  | { kind: 'work_orders'; number: string }
  | { kind: 'incidents'; incidentId: string }

export interface HomeFilter {
  community?: string
  /** A home (`3-2-501`), part of a name, or part of a phone. */
  q?: string
  /** From 1; 50 rows each. */
  page?: number
}

/** `wrong`: `left` more tries before the pause; `paused`: none is taken before `until`. */
export type Redeemed =
  | { kind: 'bound'; home: Home }
  | { kind: 'wrong'; left: number }
  | { kind: 'paused'; until: string }

export interface HomeStore {
  /**
   * Writes what differs from the record, all or nothing; the same file again changes nothing. A home whose owner's
   * name changes, or none of whose phones stays, has changed hands: its conversations and codes are unbound.
   */
  import(
    community: string,
    homes: HomeFields[],
    file: { name: string; hash: string; asOf: string; dryRun: boolean },
  ): Promise<ImportCounts>
  /** By place, with whole phones: whoever shows them masks them. */
  list(filter: HomeFilter): Promise<{ homes: HomeAccount[]; total: number }>
  find(id: string): Promise<HomeAccount | undefined>
  /** The home that a verified conversation is bound to. */
  ofConversation(conversationId: string): Promise<HomeAccount | undefined>
  addCode(code: { homeId: string; codeHash: string; madeBy: string; expiresAt: string }): Promise<void>
  /**
   * Binds the conversation to the code's home, once, in its own compound only. Five wrong codes pause it for an hour.
   */
  redeem(conversationId: string, codeHash: string): Promise<Redeemed>
}

export interface StaffStore {
  /** Throws a coded error when the name is taken. */
  add(input: { name: string; role: Role; passwordHash: string }): Promise<StaffMember>
  list(): Promise<StaffMember[]>
  findByName(name: string): Promise<(StaffMember & { passwordHash: string }) | undefined>
  /** Ends their sessions too. False when nobody has this name. */
  disable(name: string): Promise<boolean>
  openSession(input: { idHash: string; staffId: string; csrf: string; expiresAt: string }): Promise<void>
  /** Undefined when unknown, expired, or of a disabled member. */
  session(idHash: string): Promise<{ staff: StaffMember; csrf: string } | undefined>
  closeSession(idHash: string): Promise<void>
}

/**
 * `store_locked`: another process has it open. `store_newer`: a newer version of the product wrote it.
 * `store_unavailable`: the database failed, nothing was written. `store_refused`: it would have broken a rule of the
 * record, such as a number given twice. `turn_inconsistent`: `waiting` or `staff` without a ticket.
 */
export type StoreErrorCode =
  | 'store_locked'
  | 'store_newer'
  | 'store_unavailable'
  | 'store_refused'
  | 'unknown_conversation'
  | 'unknown_message'
  | 'unknown_staff'
  | 'turn_inconsistent'
  | 'name_taken'

/** The record as a whole. What it throws has a `code` of `StoreErrorCode`. */
export interface Store {
  conversations: ConversationStore
  tickets: TicketStore
  board: BoardStore
  subscriptions: SubscriptionStore
  outbox: OutboxStore
  workOrders: WorkOrderStore
  incidents: IncidentStore
  homes: HomeStore
  attachments: AttachmentStore
  staff: StaffStore
  /** Throws when the record cannot be read. */
  ping(): Promise<void>
  close(): Promise<void>
}

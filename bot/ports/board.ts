import type {
  BoardChangeKind,
  BoardEntry,
  BoardRevision,
  Conversation,
  DeliveryReason,
  Home,
  LeasedPush,
  Locale,
  Message,
  Push,
  PushState,
  Reply,
  StatusEntry,
  Subscription,
} from '../types.ts'
import type { StaffFile } from './dispatch.ts'

/** What goes to the subscribers of a topic, in the transaction of the change that it tells of. */
export interface Announcement {
  replies: Record<Locale, Reply>
  /** Later than now where the compound has its quiet hours. */
  dueAt: string
  /** Whether it is about this home. */
  concerns(home: Home): boolean
}

export interface BoardWrite {
  entry: StatusEntry
  /** The revision that was read; 0 for a new entry. */
  expected: number
  /** Name of the member of staff. */
  author: string
  change: BoardChangeKind
  announce?: Announcement
  /** Of the line that was added. */
  photo?: StaffFile & { id: string }
}

/** `stale`: somebody changed it meanwhile, `entry` is how it is now. `told`: how many subscribers get a message. */
export type BoardWritten =
  | { kind: 'written'; entry: BoardEntry; told: number }
  | { kind: 'stale'; entry: BoardEntry; author?: string }
  | { kind: 'unknown' }

export interface BoardStore {
  /** In the order of the board, the closed ones too. */
  entries(community: string, topic?: string): Promise<StatusEntry[]>
  /** The same, as staff keep them. */
  list(community: string): Promise<BoardEntry[]>
  find(id: string): Promise<BoardEntry | undefined>
  /** Seeds an empty board of this compound; later on it renews the seeded entries that no clerk has touched. */
  seed(community: string, entries: StatusEntry[]): Promise<void>
  /** Entry, revision and what is told to subscribers, together. */
  write(write: BoardWrite): Promise<BoardWritten>
  /** Newest first. */
  revisions(id: string): Promise<BoardRevision[]>
}

export interface SubscriptionStore {
  /** In the order in which they were made. */
  ofConversation(conversationId: string): Promise<Subscription[]>
  /** All of them, or the one of a topic; gives how many there were. */
  remove(conversationId: string, topic?: string): Promise<number>
}

/**
 * `delivered`: the message is in the conversation and that is all that its channel needs. `send`: it is in the
 * conversation, to be handed to the channel. `held`: staff hold the conversation and the bot is silent.
 * `lost`: the lease has ended, somebody else has it.
 */
export type BegunPush =
  | { kind: 'delivered'; message: Message }
  | { kind: 'send'; message: Message; conversation: Conversation }
  | { kind: 'held' }
  | { kind: 'lost' }

/** A message behind the one that is being sent. */
export interface WaitingMessage {
  position: number
  message: Message
}

export type PushEnd =
  | { state: 'sent' }
  | { state: Extract<PushState, 'unknown' | 'dead'>; reason?: DeliveryReason }
  /** `counts`: whether it was a failed attempt. */
  | { state: 'pending'; dueAt: string; counts: boolean; reason?: DeliveryReason }

export interface OutboxStore {
  /**
   * Takes what is due: the oldest of each conversation, those whose lease ran out too. One that was being sent when
   * its lease ran out may have arrived: it becomes `unknown` instead.
   */
  lease(lease: { by: string; until: string; limit: number }): Promise<LeasedPush[]>
  /** Writes the message into the conversation, once; for channels that need nothing more, with marking it sent. */
  begin(position: number, by: string): Promise<BegunPush>
  /** The messages that wait to be sent behind this one in its conversation, in order. */
  waiting(position: number): Promise<WaitingMessage[]>
  /** Takes those into the lease of `position`, to be sent with it; false when one is no longer there to take. */
  takeAlong(position: number, by: string, along: number[]): Promise<boolean>
  /** False when the lease was lost. */
  settle(position: number, by: string, end: PushEnd): Promise<boolean>
  /** Ends every lease, where this is the only process that sends: whoever had them has ended. */
  endLeases(): Promise<void>
  /** In order. */
  ofConversation(conversationId: string): Promise<Push[]>
  /** How many are in each state. */
  counts(): Promise<Record<PushState, number>>
}

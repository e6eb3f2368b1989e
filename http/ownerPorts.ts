import type { Live, Passes, RateCounts, Store, TurnInput } from '../bot/ports.ts'
import type { TurnAnswer } from '../bot/turn.ts'
import type {
  Clock,
  Conversation,
  ConversationState,
  EmergencyMatch,
  Home,
  Locale,
  PublicCommunity,
  Reply,
} from '../bot/types.ts'
import type { Admission } from './admission.ts'

/** Messages a minute. */
export interface MessageLimits {
  /** Of one conversation. */
  messagesPerMinute: number
  perHome: number
  perAddress: number
  /** Over all instances. */
  perInstallation: number
}

/** What the owner API is given by `main`. */
export interface OwnerPorts {
  store: Store
  live: Live
  /** @param input given where the message has just been stored */
  runTurn(conversationId: string, seq: number, input?: TurnInput): Promise<TurnAnswer>
  state(conversation: Conversation): Promise<ConversationState>
  /** Undefined for a compound that is not there. */
  community(id: string, locale: Locale): Promise<PublicCommunity | undefined>
  defaultCommunity: string
  /** What an intent or a topic is called, the Chinese in the reader's characters; undefined for one that is gone. */
  titleOf(id: string, reader: Locale): { zh: string; en: string } | undefined
  findEmergency(text: string): EmergencyMatch | undefined
  /** The instruction alone, for when the record is away. */
  emergencyText(match: EmergencyMatch, text: string): string
  /** What a conversation is told when another one was bound to its home. */
  boundToo(reader: { community: string; locale: Locale; home: Home }): Reply
  clock: Clock
  /** 256 bits, base64url. */
  newToken(): string
  hash(token: string): string
  counts: RateCounts
  passes: Passes
  limits: MessageLimits & { conversationsPerMinute: number }
  admission: Admission
  /** Counts a message that was refused since there were too many. */
  shed(why: string): void
  report(error: unknown): void
}

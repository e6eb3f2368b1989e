import type { Live, Store } from '../bot/ports.ts'
import type { TurnAnswer } from '../bot/turn.ts'
import type { Choice, Clock, Conversation, EmergencyMatch, Locale, Phone } from '../bot/types.ts'

export interface ConversationState {
  stage: Conversation['stage']
  queuePosition?: number
  expectedWaitMinutes?: number
  /** Who holds it, while staff do. */
  staff?: string
  open: boolean
  opensAt?: string
}

export interface PublicCommunity {
  id: string
  name: string
  hours: string
  open: boolean
  opensAt?: string
  phones: Phone[]
  starters: Choice[]
}

/** What the owner API is given by `main`. */
export interface OwnerPorts {
  store: Store
  live: Live
  runTurn(conversationId: string, seq: number): Promise<TurnAnswer>
  state(conversation: Conversation): Promise<ConversationState>
  /** Undefined for a compound that is not there. */
  community(id: string, locale: Locale): Promise<PublicCommunity | undefined>
  defaultCommunity: string
  findEmergency(text: string): EmergencyMatch | undefined
  /** The instruction alone, for when the record is away. */
  emergencyText(match: EmergencyMatch, text: string): string
  clock: Clock
  /** 256 bits, base64url. */
  newToken(): string
  hash(token: string): string
  limits: { conversationsPerMinute: number; messagesPerMinute: number }
  report(error: unknown): void
}

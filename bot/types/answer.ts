import type { HandoffReason, Memory, Priority } from './conversation.ts'
import type { Action, Choice, Locale, Source } from './message.ts'
import type { Home, Scored } from './understanding.ts'

/** What somebody else's bot remembers for us between two questions, and need not understand. */
export type Remembered = Pick<
  Memory,
  | 'misses'
  | 'angry'
  | 'soothed'
  | 'lastIntent'
  | 'said'
  | 'offered'
  | 'offeredFor'
  | 'justSaid'
  | 'askedHome'
  | 'toldRight'
  | 'toldWays'
>

/** A question that is answered without a conversation. */
export interface Question {
  text: string
  /** Value of the choice that was tapped. */
  choice?: string
  community: string
  locale: Locale
  /** As the last answer gave it. */
  remembered?: Remembered
  /** Whoever asks can have the owner told of changes: in this conversation of ours, once there is one. */
  follow?: { conversationId?: string }
}

/** The answer. Nothing was stored, and nobody was told. */
export interface Answered {
  intent: string
  confidence: number
  alternatives: Scored[]
  outOfScope: boolean
  action: Action
  replies: { text: string; choices?: Choice[]; sources?: Source[] }[]
  /**
   * A person has to take it over, or the record has to be written: whoever asks starts that. `unreached`: what to say
   * when nobody could be reached.
   */
  handoff?: { reason: HandoffReason; priority: Priority; team: string; unreached: string }
  /** The owner is to be told when this changes, or no longer; said only once that is kept, else `failed`. */
  follow?: { topic: string; home: Home; failed: string }
  unfollow?: { topic?: string; failed: string }
  locale: Locale
  remembered: Remembered
}

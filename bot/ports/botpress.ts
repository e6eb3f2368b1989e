import type { Arrival, Following } from '../types/botpress.ts'
import type { Classification, Memory, Reply } from '../types.ts'
import type { NewTicket } from './conversations.ts'

/** A conversation that another bot hands over, as it is to be kept. */
export interface NewArrival extends Arrival {
  memory: Memory
  ticket: NewTicket
  /** Among staff: what the bot said of the matter. */
  note?: string
  /** Of the last thing that the owner said. */
  classification?: Classification
  /** Said now. */
  replies: Reply[]
}

export interface BotpressStore {
  /** Conversation, history and ticket together, once for each key; `before`: it was opened already. */
  arrive(arrival: NewArrival): Promise<{ kind: 'opened' | 'before'; conversationId: string; ticketId: string }>
  /** What was opened for this key. */
  arrived(key: string): Promise<{ conversationId: string; ticketId: string } | undefined>
  /** The owner follows the topic from now on, in the conversation of this key, begun when there is none. */
  follow(following: Following): Promise<{ conversationId: string }>
  /**
   * Undefined for a conversation that did not come from there. `handedOver`: to people; else it only follows what is on
   * record.
   */
  placeOf(conversationId: string): Promise<{ webhookId: string; handedOver: boolean } | undefined>
  /** Whether a person had it, or was awaited, at this time. */
  hadTicket(conversationId: string, at: string): Promise<boolean>
}

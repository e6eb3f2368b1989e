import type { SpokenChannel } from './message.ts'
import type { Scored } from './understanding.ts'
import type { Urges } from './workOrder.ts'

/** A ticket for a person, or a job for whoever does it. */
export type IntakeKind = 'ticket' | 'work_order'

/** What a clerk takes down for an owner who called, came to the counter or wrote in a group. */
export interface IntakeNote {
  community: string
  channel: SpokenChannel
  /** In the owner's words, or the clerk's. */
  text: string
  /** As it was typed. */
  home?: string
  /** What it is about, as the clerk chose; left out: as the classifier understands it. */
  intent?: string
  /** Phone, as it was typed. */
  contact?: string
  kind: IntakeKind
  /** Made by the page, new for each call taken down: sent again with the same words it is filed once. */
  key?: string
}

/** What the words themselves say, for the clerk to take over or change. */
export interface IntakeSuggestion {
  /** Null: not understood, or not surely enough to be answered at once; then the clerk chooses. */
  intent: string | null
  /** The best three, best first, to choose from. */
  alternatives: Scored[]
  /** As clerks read it: 3栋2单元501. */
  home?: string
  contact?: string
  kind: IntakeKind
  priority: 'emergency' | 'high' | 'normal'
}

/**
 * What was opened. `joined`: the same fault in the same place had its work order already. `urge`: the same household
 * asked again, so that it counts as urging, which time it is, and when and by whom it was urged before.
 */
export interface IntakeDone {
  conversationId: string
  ticketId?: string
  workOrder?: { number: string; joined: boolean; urge?: Urges }
}

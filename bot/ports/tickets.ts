import type {
  EarlierTicket,
  HandoffContext,
  Locale,
  Message,
  RelatedTicket,
  Reply,
  TicketNote,
  TicketRow,
  TicketStage,
} from '../types.ts'

import type { TicketHandingOn } from './ticketHandingOn.ts'

export interface TicketFilter {
  stage?: TicketStage
  /** Staff id. */
  assignee?: string
  /** Any of them. */
  teams?: string[]
  community?: string
  /** Past its `dueAt` and not resolved. */
  overdue?: boolean
  /** The owner's last word has no answer of staff. */
  unanswered?: boolean
  /** Staff id: with a note that calls them, at which they have not looked. */
  mentioned?: string
  /** Staff id of whoever asks: rows tell them where a note calls them. */
  viewer?: string
  /** Of these compounds alone. */
  communities?: readonly string[]
  /** Words that all stand in the transcript or the summary. */
  q?: string
  /** From 1; 50 rows each. */
  page?: number
}

export interface StoredTicket extends TicketRow {
  context: HandoffContext
  notes: TicketNote[]
}

/**
 * `lost`: another holds it, named; `full`: this clerk holds so many already; `gone`: not in a stage in which this can
 * be done (only a claimed ticket can be ended).
 */
export type TicketChange =
  | { kind: 'ok'; ticket: StoredTicket }
  | { kind: 'full'; holds: number }
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

/** What staff last said to the owner of a ticket that ended. */
export interface GivenAnswer {
  ticketId: string
  text: string
  /** Name of the member of staff. */
  author: string
  at: string
  /** Whom it was said to, so that nothing of them is said to others. */
  owner: HandoffContext['owner']
}

export interface TicketStore extends TicketHandingOn {
  /** The most urgent first, then by what is due first. */
  list(filter: TicketFilter): Promise<{ tickets: TicketRow[]; total: number }>
  find(id: string): Promise<StoredTicket | undefined>
  /** The ticket of this conversation that is not resolved. */
  openOf(conversationId: string): Promise<StoredTicket | undefined>
  /** Where the open ticket of this conversation stands: who holds it, and how many of the compound wait before it. */
  placeOf(conversationId: string): Promise<{ assignee?: string; ahead: number } | undefined>
  /** How many wait in a compound. */
  waiting(community: string): Promise<number>
  /** Resolved ones, newest first, at most 20. */
  earlierOf(conversationId: string): Promise<EarlierTicket[]>
  /** How tickets of this compound about this intent were answered, the newest first; a clerk's label counts before the bot's. */
  answersTo(community: string, intent: string): Promise<GivenAnswer[]>
  /** Those of this conversation, and of every other that proved the same home by a code; the newest first, at most 30. */
  related(conversationId: string): Promise<RelatedTicket[]>
  /**
   * Exactly one of several callers at once wins; whoever holds it already is told `ok` again, without a message. This
   * and the next three write `says` as a system message in the same transaction. With `most`, nobody holds more than
   * so many; an emergency is never refused.
   */
  claim(id: string, staffId: string, says: string, most?: number): Promise<TicketChange>
  release(id: string, staffId: string, says: string): Promise<TicketChange>
  /** Ends it, asking for a rating by `choices`: the conversation goes back to the bot. */
  resolve(id: string, staffId: string, says: string, choices?: Reply['choices']): Promise<TicketChange>
  /** Ends it too, asking for nothing. */
  returnToBot(id: string, staffId: string, says: string): Promise<TicketChange>
  /**
   * Stores the clerk's message in the conversation, with files that the clerk uploaded for it; the same clientMessageId
   * again gives the same message. `attachment`: a file is not theirs, or was sent already.
   */
  reply(
    id: string,
    staffId: string,
    message: { clientMessageId: string; text: string; attachments?: readonly string[] },
  ): Promise<{ kind: 'ok'; message: Message } | { kind: 'attachment' } | Exclude<TicketChange, { kind: 'ok' }>>
  /** `mentions`: ids of the colleagues that it calls. */
  note(id: string, staffId: string, text: string, mentions?: readonly string[]): Promise<TicketNote | undefined>
  /** Whoever is called by a note has looked at the ticket; false when none of them called. */
  seen(id: string, staffId: string): Promise<boolean>
  /** Those to be escalated now, the most urgent first, at most 500. */
  overdue(): Promise<OverdueTicket[]>
  /** Once a ticket, and only while it stands as it was seen: one step more urgent, `high` at most, and the note and words. */
  escalate(seen: OverdueTicket, words: OverdueWords): Promise<boolean>
  /** Whether a ticket was opened for this key (`NewTicket.once`). */
  openedOnce(key: string): Promise<boolean>
  /** Median minutes from opening to claim of the compound's last 20 claimed tickets; undefined with fewer than 3. */
  medianWaitMinutes(community: string): Promise<number | undefined>
}

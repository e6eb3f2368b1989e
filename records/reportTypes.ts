import type { RatingCount, Store } from '../bot/ports.ts'
import type { Clock, VisitFigures } from '../bot/types.ts'

export interface ReportParts {
  store: Pick<Store, 'reports' | 'board' | 'visits'>
  clock: Clock
  communities(): string[]
  /** Hours that a compound's clock is ahead of UTC at a time. */
  offsetHours(community: string, at: Date): number
}

export interface Times {
  n: number
  /** Minutes; left out of nothing. */
  median?: number
  p90?: number
}

export interface Row {
  key: string
  messages: number
  atOnce: number
  clarified: number
  handedOff: number
}

/** What one span of time was like. Nobody on the staff is ranked. */
export interface Report {
  from: string
  to: string
  community?: string
  messages: number
  /** By the bot, without asking back. */
  atOnce: number
  clarified: number
  /** Tickets by reason. */
  handedOff: { reason: string; n: number }[]
  tickets: number
  /** Waited longer than the compound wants anybody to. */
  overdue: number
  wrong: { judgedWrong: number; judgedRight: number; labelledOtherwise: number; shouldHaveAnswered: number }
  /** The manager's five. The bot's replies are no human response. */
  firstResponse: Times
  closed: { n: number; inTime: number; reopened: number; ordersDone: number; ordersReopened: number }
  rating: { n: number; average?: number; scores: RatingCount[] }
  askedAgain: { of: number; n: number }
  /** What somebody else heard who asked after the end whether it held. */
  visits: VisitFigures
  neglected: { staleEntries: number; visitsOverdue: number; callbacksOverdue: number }
  resolve: Times
  byCommunity: Row[]
  byIntent: Row[]
  byHour: Row[]
}

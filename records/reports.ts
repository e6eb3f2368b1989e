import type { AnsweredCount, OrderCounts, RatingCount, Span, Store, TicketFacts } from '../bot/ports.ts'
import type { Clock, StatusEntry } from '../bot/types.ts'

export interface ReportParts {
  store: Pick<Store, 'reports' | 'board'>
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
  closed: { n: number; inTime: number; ordersDone: number; ordersReopened: number }
  rating: { n: number; average?: number; scores: RatingCount[] }
  askedAgain: { of: number; n: number }
  neglected: { staleEntries: number; visitsOverdue: number }
  resolve: Times
  byCommunity: Row[]
  byIntent: Row[]
  byHour: Row[]
}

const AGAIN_MS = 72 * 3_600_000
const HOUR_MS = 3_600_000
const AT_ONCE = new Set(['answer', 'status', 'smalltalk', 'opened', 'subscribed', 'cancelled', 'emergency'])
const CLARIFIED = new Set(['clarify', 'fallback', 'ask_slot', 'confirm'])

/** @throws QiaoError never; an empty span gives zeros */
export async function makeReport(parts: ReportParts, span: Span): Promise<Report> {
  const { reports } = parts.store
  const now = parts.clock.now()
  const [answered, tickets, ratings, orders, judged, staleEntries] = await Promise.all([
    reports.answered(span),
    reports.tickets(span),
    reports.ratings(span),
    reports.orders({ ...span, now: now.toISOString() }),
    reports.judged(span),
    countStale(parts, span.community, now),
  ])
  return {
    ...span,
    ...asked(answered),
    ...handed(tickets, now),
    wrong: {
      ...{ judgedWrong: judged.wrong, judgedRight: judged.right },
      labelledOtherwise: tickets.filter(({ label, intent }) => label && intent && label !== intent).length,
      shouldHaveAnswered: tickets.filter(({ shouldAnswer }) => shouldAnswer).length,
    },
    closed: { ...closedOf(tickets), ...{ ordersDone: orders.done, ordersReopened: orders.reopened } },
    rating: ratingOf(ratings),
    neglected: { staleEntries, visitsOverdue: orders.visitsOverdue } satisfies Record<string, OrderCounts['done']>,
    byCommunity: rowsBy(answered, ({ community }) => community),
    byIntent: rowsBy(answered, ({ intent }) => intent ?? ''),
    byHour: hours(parts, answered, new Date(span.from)),
  }
}

function asked(answered: AnsweredCount[]): Pick<Report, 'messages' | 'atOnce' | 'clarified'> {
  const { messages, atOnce, clarified } = total('', answered)
  return { messages, atOnce, clarified }
}

function handed(tickets: TicketFacts[], now: Date) {
  const reasons = new Map<string, number>()
  for (const { reason } of tickets) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000
  const resolved = tickets.filter(({ resolvedAt }) => resolvedAt)
  const again = resolved.filter(({ resolvedAt = '', againAt }) => againAt && gap(resolvedAt, againAt) <= AGAIN_MS)
  return {
    handedOff: [...reasons].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n),
    tickets: tickets.length,
    overdue: tickets.filter((ticket) => isOverdue(ticket, now)).length,
    firstResponse: timesOf(
      tickets.flatMap(({ createdAt, repliedAt }) => (repliedAt ? [minutes(createdAt, repliedAt)] : [])),
    ),
    resolve: timesOf(resolved.map(({ createdAt, resolvedAt = '' }) => minutes(createdAt, resolvedAt))),
    askedAgain: { of: resolved.length, n: again.length },
  }
}

const gap = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

/** Answered too late, or still waiting past its time. */
function isOverdue({ dueAt, repliedAt, resolvedAt }: TicketFacts, now: Date): boolean {
  return (repliedAt ?? resolvedAt ?? now.toISOString()) > dueAt
}

/** In time: a person answered, or it was ended, before it was due. */
function closedOf(tickets: TicketFacts[]): { n: number; inTime: number } {
  const closed = tickets.filter(({ resolvedAt }) => resolvedAt)
  return { n: closed.length, inTime: closed.filter((ticket) => !isOverdue(ticket, new Date(0))).length }
}

/** By nearest rank. */
export function timesOf(values: number[]): Times {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  const [median, p90] = [at(0.5), at(0.9)]
  return { n: sorted.length, ...(median !== undefined && p90 !== undefined ? { median, p90 } : {}) }
}

function ratingOf(scores: RatingCount[]): Report['rating'] {
  const n = scores.reduce((sum, score) => sum + score.n, 0)
  const sum = scores.reduce((all, { score, n: of }) => all + score * of, 0)
  return { n, scores, ...(n ? { average: sum / n } : {}) }
}

function rowsBy(answered: AnsweredCount[], keyOf: (count: AnsweredCount) => string): Row[] {
  const byKey = new Map<string, AnsweredCount[]>()
  for (const count of answered) byKey.set(keyOf(count), [...(byKey.get(keyOf(count)) ?? []), count])
  return [...byKey].map(([key, counts]) => total(key, counts)).sort((a, b) => b.messages - a.messages)
}

function total(key: string, counts: AnsweredCount[]): Row {
  const sum = (is: (count: AnsweredCount) => boolean) => counts.filter(is).reduce((all, { n }) => all + n, 0)
  return {
    key,
    messages: sum(() => true),
    atOnce: sum(({ action = '' }) => AT_ONCE.has(action)),
    clarified: sum(({ action = '' }) => CLARIFIED.has(action)),
    handedOff: sum(({ action }) => action === 'handoff'),
  }
}

/** All 24, by each compound's own clock. */
function hours({ offsetHours }: ReportParts, answered: AnsweredCount[], at: Date): Row[] {
  const local = answered.map((count) => {
    const hour = (count.hour + offsetHours(count.community, at) + 24) % 24
    return { ...count, hour: Math.floor(hour) }
  })
  return Array.from({ length: 24 }, (_, hour) =>
    total(
      String(hour),
      local.filter((count) => count.hour === hour),
    ),
  )
}

async function countStale({ store, communities }: ReportParts, community: string | undefined, now: Date) {
  const stale = ({ asOf, staleAfterHours, closedAt }: StatusEntry) =>
    !closedAt && Date.parse(asOf) + staleAfterHours * HOUR_MS < now.getTime()
  const of = community === undefined ? communities() : [community]
  const boards = await Promise.all(of.map((id) => store.board.entries(id)))
  return boards.flat().filter(stale).length
}

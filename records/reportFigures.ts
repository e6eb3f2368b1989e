import type { AnsweredCount, RatingCount, TicketFacts } from '../bot/ports.ts'
import type { Report, ReportParts, Row, Times } from './reportTypes.ts'

const AGAIN_MS = 72 * 3_600_000
const AT_ONCE = new Set(['answer', 'status', 'smalltalk', 'opened', 'subscribed', 'cancelled', 'emergency'])
const CLARIFIED = new Set(['clarify', 'fallback', 'ask_slot', 'confirm'])

/** Of what owners said: how much there was, and what was dealt with. */
export function asked(answered: AnsweredCount[]): Pick<Report, 'messages' | 'atOnce' | 'clarified'> {
  const { messages, atOnce, clarified } = total('', answered)
  return { messages, atOnce, clarified }
}

/** What went to people, and how long it took them. */
export function handed(tickets: TicketFacts[], now: Date) {
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

/** In time: ended before it was due, and still so. What had to be opened again was closed, but not in time. */
export function closedOf(tickets: TicketFacts[]): { n: number; inTime: number; reopened: number } {
  const closed = tickets.filter(({ resolvedAt, reopened }) => resolvedAt || reopened)
  const inTime = closed.filter(({ resolvedAt, dueAt, reopened }) => !reopened && resolvedAt && resolvedAt <= dueAt)
  return { n: closed.length, inTime: inTime.length, reopened: closed.filter(({ reopened }) => reopened).length }
}

/** By nearest rank. */
export function timesOf(values: number[]): Times {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  const [median, p90] = [at(0.5), at(0.9)]
  return { n: sorted.length, ...(median !== undefined && p90 !== undefined ? { median, p90 } : {}) }
}

/** With how many gave one. */
export function ratingOf(scores: RatingCount[]): Report['rating'] {
  const n = scores.reduce((sum, score) => sum + score.n, 0)
  const sum = scores.reduce((all, { score, n: of }) => all + score * of, 0)
  return { n, scores, ...(n ? { average: sum / n } : {}) }
}

/** The most frequent first. */
export function rowsBy(answered: AnsweredCount[], keyOf: (count: AnsweredCount) => string): Row[] {
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
export function hours({ offsetHours }: ReportParts, answered: AnsweredCount[], at: Date): Row[] {
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

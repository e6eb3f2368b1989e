import type { Span } from '../bot/ports.ts'
import type { StatusEntry } from '../bot/types.ts'
import { asked, closedOf, handed, hours, ratingOf, rowsBy } from './reportFigures.ts'
import type { Report, ReportParts } from './reportTypes.ts'

const HOUR_MS = 3_600_000

/** @throws QiaoError never; an empty span gives zeros */
export async function makeReport(parts: ReportParts, span: Span): Promise<Report> {
  const { reports } = parts.store
  const now = parts.clock.now()
  const [answered, tickets, ratings, orders, judged, visits, neglected] = await Promise.all([
    reports.answered(span),
    reports.tickets(span),
    reports.ratings(span),
    reports.orders({ ...span, now: now.toISOString() }),
    reports.judged(span),
    parts.store.visits.figures(span),
    neglectedOf(parts, span.community, now),
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
    visits,
    neglected: { ...neglected, visitsOverdue: orders.visitsOverdue },
    byCommunity: rowsBy(answered, ({ community }) => community),
    byIntent: rowsBy(answered, ({ intent }) => intent ?? ''),
    byHour: hours(parts, answered, new Date(span.from)),
  }
}

async function neglectedOf(parts: ReportParts, community: string | undefined, now: Date) {
  const of = { now: now.toISOString(), ...(community === undefined ? {} : { community }) }
  return {
    staleEntries: await countStale(parts, community, now),
    callbacksOverdue: await parts.store.reports.callbacksOverdue(of),
  }
}

async function countStale({ store, communities }: ReportParts, community: string | undefined, now: Date) {
  const stale = ({ asOf, staleAfterHours, closedAt }: StatusEntry) =>
    !closedAt && Date.parse(asOf) + staleAfterHours * HOUR_MS < now.getTime()
  const of = community === undefined ? communities() : [community]
  const boards = await Promise.all(of.map((id) => store.board.entries(id)))
  return boards.flat().filter(stale).length
}

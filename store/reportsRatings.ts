import type { ReportStore, Span } from '../bot/ports/reports.ts'
import type { Db } from './schema.ts'

/** Of conversations and of work orders. */
export async function ratings(db: Db, { from, to, community }: Span): ReturnType<ReportStore['ratings']> {
  const of = (ratings: { score: number; n: number | string | bigint }[]) => ratings
  let spoken = db
    .selectFrom('ratings')
    .innerJoin('conversations', 'conversations.id', 'ratings.conversation_id')
    .select((eb) => ['ratings.score', eb.fn.countAll().as('n')])
    .where('ratings.created_at', '>=', from)
    .where('ratings.created_at', '<', to)
  let orders = db
    .selectFrom('work_order_ratings')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_ratings.order_id')
    .select((eb) => ['work_order_ratings.score', eb.fn.countAll().as('n')])
    .where('work_order_ratings.at', '>=', from)
    .where('work_order_ratings.at', '<', to)
  if (community !== undefined) {
    spoken = spoken.where('conversations.community', '=', community)
    orders = orders.where('work_orders.community', '=', community)
  }
  const rows = [
    ...of(await spoken.groupBy('ratings.score').orderBy('ratings.score').execute()),
    ...of(await orders.groupBy('work_order_ratings.score').orderBy('work_order_ratings.score').execute()),
  ]
  return [1, 2, 3, 4, 5].flatMap((score) => {
    const n = rows.filter((row) => row.score === score).reduce((sum, row) => sum + Number(row.n), 0)
    return n ? [{ score, n }] : []
  })
}

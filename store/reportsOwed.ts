import type { ReportStore, Span } from '../bot/ports/reports.ts'
import type { Db } from './schema.ts'

/** Work orders done and opened again in the span, and visits that are overdue now. */
export async function orders(
  db: Db,
  { from, to, community, now }: Span & { now: string },
): ReturnType<ReportStore['orders']> {
  let lines = db
    .selectFrom('work_order_lines')
    .innerJoin('work_orders', 'work_orders.id', 'work_order_lines.order_id')
    .select((eb) => ['work_order_lines.kind', 'work_order_lines.state', eb.fn.countAll().as('n')])
    .where('work_order_lines.at', '>=', from)
    .where('work_order_lines.at', '<', to)
  let visits = db
    .selectFrom('work_orders')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('state', '=', 'scheduled')
    .where('scheduled_for', '<', now)
  if (community !== undefined) {
    lines = lines.where('work_orders.community', '=', community)
    visits = visits.where('community', '=', community)
  }
  const rows = await lines.groupBy(['work_order_lines.kind', 'work_order_lines.state']).execute()
  const sum = (is: (row: { kind: string; state: string }) => boolean) =>
    rows.filter(is).reduce((total, row) => total + Number(row.n), 0)
  return {
    done: sum(({ kind, state }) => kind === 'moved' && state === 'done'),
    reopened: sum(({ kind }) => kind === 'reopened'),
    visitsOverdue: Number((await visits.executeTakeFirst())?.n ?? 0),
  }
}

/** Call-backs that staff promised and whose time is over, whenever they were promised. */
export async function callbacksOverdue(
  db: Db,
  { community, now }: { community?: string; now: string },
): Promise<number> {
  let query = db
    .selectFrom('callbacks')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('done_at', 'is', null)
    .where('due_at', '<', now)
  if (community !== undefined) query = query.where('community', '=', community)
  return Number((await query.executeTakeFirst())?.n ?? 0)
}

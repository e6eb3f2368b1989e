import type { Figures, FiguresStore } from '../bot/ports.ts'
import type { Priority } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** As `tickets.priority` numbers them. */
const PRIORITIES: readonly Priority[] = ['emergency', 'high', 'normal']
const OPEN: readonly Figures['outbox'][number]['state'][] = ['pending', 'leased', 'unknown', 'dead']

async function queue(access: Access, db: Db): Promise<Pick<Figures, 'tickets' | 'overdue' | 'waitingSince'>> {
  const open = db.selectFrom('tickets').where('stage', '!=', 'resolved')
  const rows = await open
    .select((eb) => ['stage', 'priority', eb.fn.countAll().as('n'), eb.fn.min('created_at').as('since')])
    .groupBy(['stage', 'priority'])
    .execute()
  const late = await open
    .where('due_at', '<=', access.now())
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  const since = rows.flatMap(({ stage, since }) => (stage === 'waiting' && since ? [since] : [])).sort()[0]
  const tickets = rows.map(({ stage, priority, n }) => ({
    stage: stage as 'waiting' | 'staff',
    priority: PRIORITIES[priority] ?? 'normal',
    count: Number(n),
  }))
  return { tickets, overdue: Number(late?.n ?? 0), ...(since && { waitingSince: since }) }
}

async function underWay(access: Access, db: Db): Promise<Pick<Figures, 'outbox' | 'dueSince'>> {
  const rows = await db
    .selectFrom('outbox')
    .where('state', 'in', OPEN)
    .select((eb) => ['state', eb.fn.countAll().as('n')])
    .groupBy('state')
    .execute()
  const due = await db
    .selectFrom('outbox')
    .where('state', '=', 'pending')
    .where('due_at', '<=', access.now())
    .select((eb) => eb.fn.min('due_at').as('since'))
    .executeTakeFirst()
  const outbox = rows.map(({ state, n }) => ({ state: state as (typeof OPEN)[number], count: Number(n) }))
  return { outbox, ...(due?.since && { dueSince: due.since }) }
}

async function openTurns(db: Db): Promise<number> {
  const row = await db
    .selectFrom('messages')
    .where('turn_done', '=', 0)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** What stands open, counted when asked. */
export function figuresStore(access: Access): FiguresStore {
  return {
    now: () =>
      access.read(async (db) => ({
        ...(await queue(access, db)),
        ...(await underWay(access, db)),
        openTurns: await openTurns(db),
      })),
  }
}

import { type ExpressionBuilder, sql } from 'kysely'
import type { HeardMessage, ReportStore, Span, TicketFacts } from '../bot/ports/reports.ts'
import type { Action, HandoffContext, Priority } from '../bot/types.ts'
import type { Access } from './access.ts'
import { judge, judged, samples } from './reportsSamples.ts'
import { json, some } from './rows.ts'
import type { Db, Schema } from './schema.ts'

const MOST_TICKETS = 20_000
const PRIORITIES: Priority[] = ['emergency', 'high', 'normal']

/** The first reply of the turn that answered an owner's message; a turn's other replies are about the same. */
const firstReply = (eb: ExpressionBuilder<Schema, 'messages'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('messages as earlier')
        .select('earlier.seq')
        .whereRef('earlier.conversation_id', '=', 'messages.conversation_id')
        .whereRef('earlier.answers', '=', 'messages.answers')
        .whereRef('earlier.seq', '<', 'messages.seq'),
    ),
  )

async function heard(
  db: Db,
  { from, to, community, limit, unsureOnly }: Span & { limit: number; unsureOnly?: boolean },
): Promise<HeardMessage[]> {
  let query = db
    .selectFrom('messages as said')
    .innerJoin('classifications as c', (join) =>
      join.onRef('c.conversation_id', '=', 'said.conversation_id').onRef('c.seq', '=', 'said.seq'),
    )
    .innerJoin('conversations', 'conversations.id', 'said.conversation_id')
    .select(['said.conversation_id', 'said.seq', 'said.text', 'said.created_at', 'conversations.community'])
    .select(['c.intent', 'c.certainty', 'c.out_of_scope', 'c.alternatives'])
    .select((eb) =>
      eb
        .selectFrom('messages as reply')
        .select((inner) => inner.fn.min('reply.action').as('action'))
        .whereRef('reply.conversation_id', '=', 'said.conversation_id')
        .whereRef('reply.answers', '=', 'said.seq')
        .as('action'),
    )
    .where('said.speaker', '=', 'owner')
    .where('said.choice', 'is', null)
    .where('said.created_at', '>=', from)
    .where('said.created_at', '<', to)
  if (community !== undefined) query = query.where('conversations.community', '=', community)
  if (unsureOnly) query = query.where((eb) => eb.or([eb('c.out_of_scope', '=', 1), eb('c.certainty', '!=', 'sure')]))
  const rows = await query.orderBy('said.created_at', 'desc').orderBy('said.conversation_id').limit(limit).execute()
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    seq: row.seq,
    community: row.community,
    text: row.text,
    at: row.created_at,
    intent: row.intent,
    certainty: row.certainty,
    outOfScope: row.out_of_scope === 1,
    alternatives: json(row.alternatives),
    ...some('action', row.action as Action | null),
  }))
}

async function answered(db: Db, { from, to, community }: Span): ReturnType<ReportStore['answered']> {
  const hour = sql<string>`substr(messages.created_at, 12, 2)`
  let query = db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select((eb) => ['conversations.community', 'messages.intent', 'messages.action', eb.fn.countAll().as('n')])
    .select(hour.as('hour'))
    .where('messages.speaker', '=', 'bot')
    .where('messages.answers', 'is not', null)
    .where('messages.created_at', '>=', from)
    .where('messages.created_at', '<', to)
    .where(firstReply)
  if (community !== undefined) query = query.where('conversations.community', '=', community)
  const rows = await query
    .groupBy(['conversations.community', 'messages.intent', 'messages.action', hour])
    .orderBy('conversations.community')
    .orderBy('messages.intent')
    .orderBy('messages.action')
    .orderBy(hour)
    .execute()
  return rows.map(({ community: of, intent, action, hour: at, n }) => ({
    community: of,
    ...some('intent', intent),
    ...some('action', action as Action | null),
    hour: Number(at),
    n: Number(n),
  }))
}

async function tickets(db: Db, { from, to, community }: Span): Promise<TicketFacts[]> {
  let query = db
    .selectFrom('tickets')
    .leftJoin('ticket_labels', 'ticket_labels.ticket_id', 'tickets.id')
    .selectAll('tickets')
    .select(['ticket_labels.intent as label', 'ticket_labels.should_answer'])
    .select((eb) => [
      eb
        .selectFrom('messages')
        .select((inner) => inner.fn.min('messages.created_at').as('at'))
        .whereRef('messages.conversation_id', '=', 'tickets.conversation_id')
        .where('messages.speaker', '=', 'staff')
        .whereRef('messages.created_at', '>=', 'tickets.created_at')
        .where((inner) =>
          inner.or([
            inner('tickets.resolved_at', 'is', null),
            inner('messages.created_at', '<=', inner.ref('tickets.resolved_at')),
          ]),
        )
        .as('replied_at'),
      eb
        .selectFrom('tickets as next')
        .select((inner) => inner.fn.min('next.created_at').as('at'))
        .whereRef('next.conversation_id', '=', 'tickets.conversation_id')
        .whereRef('next.created_at', '>=', 'tickets.resolved_at')
        .whereRef('next.id', '!=', 'tickets.id')
        .as('again_at'),
    ])
    .where('tickets.created_at', '>=', from)
    .where('tickets.created_at', '<', to)
  if (community !== undefined) query = query.where('tickets.community', '=', community)
  const rows = await query.orderBy('tickets.created_at').orderBy('tickets.id').limit(MOST_TICKETS).execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    community: row.community,
    reason: row.reason as TicketFacts['reason'],
    priority: PRIORITIES[row.priority] ?? 'normal',
    ...some('intent', json<HandoffContext>(row.context).intent),
    createdAt: row.created_at,
    dueAt: row.due_at,
    ...some('repliedAt', row.replied_at),
    ...some('resolvedAt', row.resolved_at),
    ...some('againAt', row.again_at),
    ...some('label', row.label),
    ...(row.should_answer === 1 ? { shouldAnswer: true } : {}),
  }))
}

/** Of conversations and of work orders. */
async function ratings(db: Db, { from, to, community }: Span): ReturnType<ReportStore['ratings']> {
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

async function orders(db: Db, { from, to, community, now }: Span & { now: string }): ReturnType<ReportStore['orders']> {
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

/** What is read over many conversations, and what staff say of the bot's work. */
export function reportStore(access: Access): ReportStore {
  return {
    heard: (span) => access.read((db) => heard(db, span)),
    answered: (span) => access.read((db) => answered(db, span)),
    tickets: (span) => access.read((db) => tickets(db, span)),
    ratings: (span) => access.read((db) => ratings(db, span)),
    orders: (span) => access.read((db) => orders(db, span)),
    label: ({ ticketId, intent, shouldAnswer, author }) =>
      access.write(async (db) => {
        const words = { intent: intent ?? null, should_answer: shouldAnswer ? 1 : 0, author, created_at: access.now() }
        await db
          .insertInto('ticket_labels')
          .values({ ticket_id: ticketId, ...words })
          .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(words))
          .execute()
      }),
    samples: (wanted) => access.write((db) => samples(access, db, wanted)),
    sample: (id) =>
      access.read((db) =>
        db.selectFrom('answer_samples').select(['id', 'community']).where('id', '=', id).executeTakeFirst(),
      ),
    judge: (id, verdict) => access.write((db) => judge(access, db, id, verdict)),
    judged: (span) => access.read((db) => judged(db, span)),
  }
}

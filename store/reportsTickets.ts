import type { Span, TicketFacts } from '../bot/ports/reports.ts'
import type { HandoffContext, Priority } from '../bot/types.ts'
import { json, some } from './rows.ts'
import type { Db } from './schema.ts'

const MOST_TICKETS = 20_000
const PRIORITIES: Priority[] = ['emergency', 'high', 'normal']

/** Opened in the span, with when a person first wrote, when it ended and when the owner needed somebody again. */
export async function tickets(db: Db, { from, to, community }: Span): Promise<TicketFacts[]> {
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
      eb
        .selectFrom('visits')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('visits.conversation_id', '=', 'tickets.conversation_id')
        .whereRef('visits.ticket_id', '=', 'tickets.id')
        .where('visits.state', '=', 'not_solved')
        .as('reopenings'),
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
    ...(Number(row.reopenings) > 0 && { reopened: true as const }),
    ...some('againAt', row.again_at),
    ...some('label', row.label),
    ...(row.should_answer === 1 ? { shouldAnswer: true } : {}),
  }))
}

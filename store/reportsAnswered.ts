import { type ExpressionBuilder, sql } from 'kysely'
import type { ReportStore, Span } from '../bot/ports/reports.ts'
import type { Action } from '../bot/types.ts'
import { some } from './rows.ts'
import type { Db, Schema } from './schema.ts'

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

/** What owners' messages got, each counted once. */
export async function answered(db: Db, { from, to, community }: Span): ReturnType<ReportStore['answered']> {
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

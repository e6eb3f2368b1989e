import type { HeardMessage, Span } from '../bot/ports/reports.ts'
import type { Action } from '../bot/types.ts'
import { json, some } from './rows.ts'
import type { Db } from './schema.ts'

/** Owners' messages in words of their own, newest first. */
export async function heard(
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

import type { ChannelName, RelatedTicket, TicketStage } from '../bot/types.ts'
import { homeOfConversation } from './homes.ts'
import { some } from './rows.ts'
import type { Db } from './schema.ts'

const MOST = 30

/** Of the same owner, as far as is proven: what was merely said of a home proves nothing. */
async function conversationsOf(db: Db, conversationId: string): Promise<string[]> {
  const home = await homeOfConversation(db, conversationId)
  if (!home) return [conversationId]
  const rows = await db
    .selectFrom('conversation_homes')
    .innerJoin('conversations', 'conversations.id', 'conversation_homes.conversation_id')
    .select('conversations.id')
    .where('conversation_homes.home_id', '=', home.id)
    .where('conversations.verified', '=', 1)
    .where('conversations.community', '=', home.community)
    .execute()
  return [...new Set([conversationId, ...rows.map(({ id }) => id)])]
}

export async function related(db: Db, conversationId: string): Promise<RelatedTicket[]> {
  const rows = await db
    .selectFrom('tickets')
    .leftJoin('staff', 'staff.id', 'tickets.assignee')
    .select([
      'tickets.id',
      'tickets.conversation_id',
      'tickets.channel',
      'tickets.stage',
      'tickets.created_at',
      'tickets.resolved_at',
      'tickets.merged_into',
      'tickets.summary',
      'staff.name as holder',
    ])
    .where('tickets.conversation_id', 'in', await conversationsOf(db, conversationId))
    .orderBy('tickets.created_at', 'desc')
    .orderBy('tickets.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    channel: row.channel as ChannelName,
    stage: row.stage as TicketStage,
    createdAt: row.created_at,
    ...some('resolvedAt', row.resolved_at),
    ...some('mergedInto', row.merged_into),
    ...some('assignee', row.holder),
    summary: row.summary,
  }))
}

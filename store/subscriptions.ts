import type { Announcement, SubscriptionStore } from '../bot/ports/board.ts'
import type { TurnCommit } from '../bot/ports.ts'
import type { BoardEntry, Home, Locale, Subscription } from '../bot/types.ts'
import type { Access } from './access.ts'
import { enqueue } from './outboxQueue.ts'
import { json } from './rows.ts'
import type { Db, Row } from './schema.ts'

function toSubscription(row: Row<'subscriptions'>): Subscription {
  return {
    conversationId: row.conversation_id,
    community: row.community,
    topic: row.topic,
    home: json(row.home),
    createdAt: row.created_at,
  }
}

/** Part of the turn's transaction. */
export async function changeSubscriptions(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  { subscribe, unsubscribe }: Pick<TurnCommit, 'subscribe' | 'unsubscribe'>,
): Promise<void> {
  if (unsubscribe) await remove(db, conversation.id, unsubscribe.topic)
  if (!subscribe) return
  const home = JSON.stringify(subscribe.home)
  await db
    .insertInto('subscriptions')
    .values({
      conversation_id: conversation.id,
      community: conversation.community,
      topic: subscribe.topic,
      home,
      created_at: access.now(),
    })
    .onConflict((conflict) => conflict.columns(['conversation_id', 'topic']).doUpdateSet({ home }))
    .execute()
}

/** Puts a message on its way to everybody who follows the topic and whom it concerns; gives how many. */
export async function tellSubscribers(
  access: Access,
  db: Db,
  entry: BoardEntry,
  { replies, dueAt, concerns }: Announcement,
): Promise<number> {
  const rows = await db
    .selectFrom('subscriptions')
    .innerJoin('conversations', 'conversations.id', 'subscriptions.conversation_id')
    .select(['subscriptions.conversation_id as id', 'subscriptions.home', 'conversations.locale'])
    .where('subscriptions.community', '=', entry.community)
    .where('subscriptions.topic', '=', entry.topic)
    .orderBy('subscriptions.created_at')
    .execute()
  const cause = `status:${entry.id}:${entry.revision}`
  const pushes = rows
    .filter(({ home }) => concerns(json<Home>(home)))
    .map(({ id, locale }) => ({ conversationId: id, cause, dueAt, reply: replies[locale as Locale] }))
  await enqueue(access, db, pushes)
  return pushes.length
}

async function remove(db: Db, conversationId: string, topic?: string): Promise<number> {
  const own = db.deleteFrom('subscriptions').where('conversation_id', '=', conversationId)
  const result = await (topic === undefined ? own : own.where('topic', '=', topic)).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Who wants to be told when a topic of the status board changes. */
export function subscriptionStore(access: Access): SubscriptionStore {
  return {
    ofConversation: async (conversationId) => {
      const rows = await access.read((db) =>
        db
          .selectFrom('subscriptions')
          .selectAll()
          .where('conversation_id', '=', conversationId)
          .orderBy('created_at')
          .orderBy('topic')
          .execute(),
      )
      return rows.map(toSubscription)
    },
    remove: (conversationId, topic) => access.write((db) => remove(db, conversationId, topic)),
  }
}

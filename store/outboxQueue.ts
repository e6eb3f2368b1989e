import type { Reply } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** A message that an owner is to get without having just asked. */
export interface NewPush {
  conversationId: string
  /** What it tells of: the same cause reaches a conversation once. */
  cause: string
  reply: Reply
  dueAt: string
}

const COUNTER = 'outbox'
/** Rows in one statement: well under what every database takes as parameters. */
const ROWS = 500

/** Puts messages on their way as part of the transaction of what causes them. */
export async function enqueue(access: Access, db: Db, pushes: NewPush[]): Promise<void> {
  if (pushes.length === 0) return
  const last = await takePositions(db, pushes.length)
  const created_at = access.now()
  const rows = pushes.map((push, index) => ({
    position: last - pushes.length + 1 + index,
    conversation_id: push.conversationId,
    cause: push.cause,
    reply: JSON.stringify(push.reply),
    state: 'pending',
    attempts: 0,
    due_at: push.dueAt,
    leased_by: null,
    message_seq: null,
    created_at,
    settled_at: null,
  }))
  for (let from = 0; from < rows.length; from += ROWS) {
    await db
      .insertInto('outbox')
      .values(rows.slice(from, from + ROWS))
      .onConflict((conflict) => conflict.columns(['conversation_id', 'cause']).doNothing())
      .execute()
  }
}

/** The last of so many positions that nobody else gets. */
async function takePositions(db: Db, count: number): Promise<number> {
  const row = await db
    .insertInto('counters')
    .values({ name: COUNTER, value: count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', count) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

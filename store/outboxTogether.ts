import type { WaitingMessage } from '../bot/ports/board.ts'
import type { Access } from './access.ts'
import { leased } from './outboxSettle.ts'
import { toMessage } from './rows.ts'
import type { Db } from './schema.ts'

/** More never go in one message. */
const MOST_TOGETHER = 20

/** What stands in the conversation and waits behind `position`, with nothing in between that is no message yet. */
export async function waiting(access: Access, db: Db, position: number): Promise<WaitingMessage[]> {
  const rows = await db
    .selectFrom('outbox as head')
    .innerJoin('outbox', 'outbox.conversation_id', 'head.conversation_id')
    .select(['outbox.position as at', 'outbox.message_seq', 'outbox.conversation_id', 'outbox.due_at'])
    .where('head.position', '=', position)
    .where('outbox.position', '>', position)
    .where('outbox.state', '=', 'pending')
    .orderBy('outbox.position')
    .limit(MOST_TOGETHER)
    .execute()
  const next = rows.findIndex(({ message_seq, due_at }) => message_seq === null || due_at > access.now())
  const ready = next < 0 ? rows : rows.slice(0, next)
  const found: WaitingMessage[] = []
  for (const row of ready) {
    const message = await db
      .selectFrom('messages')
      .selectAll()
      .where('conversation_id', '=', row.conversation_id)
      .where('seq', '=', row.message_seq ?? 0)
      .executeTakeFirstOrThrow()
    found.push({ position: row.at, message: toMessage(message) })
  }
  return found
}

export async function takeAlong(
  access: Access,
  db: Db,
  position: number,
  by: string,
  along: number[],
): Promise<boolean> {
  const head = await leased(db, position, by).forUpdate().executeTakeFirst()
  if (!head || along.length === 0) return false
  const taken = await db
    .updateTable('outbox')
    .set({ state: 'leased', leased_by: by, due_at: head.due_at, sending_since: access.now() })
    .where('position', 'in', along)
    .where('conversation_id', '=', head.conversation_id)
    .where('state', '=', 'pending')
    .returning('position')
    .execute()
  if (taken.length === along.length) return true
  await db
    .updateTable('outbox')
    .set({ state: 'pending', leased_by: null, due_at: access.now(), sending_since: null })
    .where(
      'position',
      'in',
      taken.map((row) => row.position),
    )
    .execute()
  return false
}

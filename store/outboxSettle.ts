import type { PushEnd } from '../bot/ports/board.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** The row while this lease holds it. */
export function leased(db: Db, position: number, by: string) {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('position', '=', position)
    .where('state', '=', 'leased')
    .where('leased_by', '=', by)
}

export async function finish(access: Access, db: Db, position: number, by: string, end: PushEnd): Promise<boolean> {
  const values =
    end.state === 'pending'
      ? { state: end.state, due_at: end.dueAt, leased_by: null, sending_since: null, reason: end.reason ?? null }
      : { state: end.state, settled_at: access.now(), leased_by: null, sending_since: null, reason: reasonOf(end) }
  const counts = end.state !== 'pending' || end.counts
  const row = await db
    .updateTable('outbox')
    .set((eb) => ({ ...values, attempts: eb('attempts', '+', counts ? 1 : 0) }))
    .where('position', '=', position)
    .where('state', '=', 'leased')
    .where('leased_by', '=', by)
    .returning(['conversation_id', 'message_seq'])
    .executeTakeFirst()
  if (row) await showDelivery(db, row.conversation_id, row.message_seq, end.state)
  return row !== undefined
}

const reasonOf = (end: PushEnd): string | null => ('reason' in end && end.reason) || null

const DELIVERY = { pending: 'pending', sent: 'sent', unknown: 'unknown', dead: 'failed' } as const

/** No failure is swallowed: it stands at the message. */
export async function showDelivery(
  db: Db,
  id: string,
  seq: number | null,
  state: keyof typeof DELIVERY,
): Promise<void> {
  if (seq === null) return
  const delivery = DELIVERY[state]
  await db.updateTable('messages').set({ delivery }).where('conversation_id', '=', id).where('seq', '=', seq).execute()
}

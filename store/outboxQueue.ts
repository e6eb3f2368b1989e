import type { Reply } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db, Row } from './schema.ts'

/** A message that an owner is to get without having just asked. */
export interface NewPush {
  conversationId: string
  /** What it tells of: the same cause reaches a conversation once. */
  cause: string
  reply: Reply
  dueAt: string
}

/** A message that stands in the conversation already and has still to be handed to its channel. */
export interface SaidMessage {
  conversationId: string
  seq: number
}

/** Of what carries a message that stands there already; a push becomes one only when it goes out. */
const SAID = 'message/'

export const isSaid = (cause: string): boolean => cause.startsWith(SAID)

const COUNTER = 'outbox'
/** Rows in one statement: well under what every database takes as parameters. */
const ROWS = 500

/** Puts messages on their way as part of the transaction of what causes them. */
export async function enqueue(access: Access, db: Db, pushes: NewPush[]): Promise<void> {
  const rows = pushes.map(({ conversationId, cause, reply, dueAt }) => ({
    conversation_id: conversationId,
    cause,
    reply: JSON.stringify(reply),
    due_at: dueAt,
    message_seq: null,
  }))
  await insert(access, db, rows)
}

/** Puts messages on their way to the channel, as part of the transaction that says them. */
export async function enqueueSaid(access: Access, db: Db, said: SaidMessage[]): Promise<void> {
  const due_at = access.now()
  const rows = said.map(({ conversationId, seq }) => ({
    conversation_id: conversationId,
    cause: `${SAID}${seq}`,
    // It is in the message.
    reply: '{}',
    due_at,
    message_seq: seq,
  }))
  await insert(access, db, rows)
}

type Queued = Pick<Row<'outbox'>, 'conversation_id' | 'cause' | 'reply' | 'due_at' | 'message_seq'>

async function insert(access: Access, db: Db, queued: Queued[]): Promise<void> {
  if (queued.length === 0) return
  const positions = await access.positions(db, COUNTER, queued.length)
  const created_at = access.now()
  const rows = queued.map((row, index) => ({
    ...row,
    position: positions[index]!,
    state: 'pending',
    attempts: 0,
    leased_by: null,
    sending_since: null,
    created_at,
    settled_at: null,
    reason: null,
  }))
  for (let from = 0; from < rows.length; from += ROWS) {
    await db
      .insertInto('outbox')
      .values(rows.slice(from, from + ROWS))
      .onConflict((conflict) => conflict.columns(['conversation_id', 'cause']).doNothing())
      .execute()
  }
}

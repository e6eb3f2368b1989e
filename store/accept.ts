import { type Accepted, IDLE_MS, type Incoming } from '../bot/ports.ts'
import type { Memory, Message } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, toMessage } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { append, change, lockConversation } from './transcript.ts'

/** What the turn of the owner's message `seq` replied, in order. */
export async function repliesTo(db: Db, conversationId: string, seq: number): Promise<Message[]> {
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', seq)
    .where('answers', '=', seq)
    .orderBy('seq')
    .execute()
  return rows.map(toMessage)
}

async function cameBefore(db: Db, row: Row<'messages'>, incoming: Incoming): Promise<Accepted> {
  if (row.text !== incoming.text) return { kind: 'conflict' }
  const replies = await repliesTo(db, row.conversation_id, row.seq)
  return { kind: 'repeated', message: toMessage(row), replies, done: row.turn_done === 1 }
}

function isIdle(access: Access, conversation: Row<'conversations'>): boolean {
  return Date.parse(access.now()) - Date.parse(conversation.last_active_at) >= IDLE_MS
}

/** Where the owner lives is still known the next day; what was being asked and filled in is not taken up unasked. */
function afresh({ said }: Memory): Memory {
  return { misses: 0, angry: 0, said }
}

/** Stores what the owner sent, once, and opens a closed conversation again. */
export async function accept(access: Access, db: Db, conversationId: string, incoming: Incoming): Promise<Accepted> {
  const conversation = await lockConversation(db, conversationId)
  const before = await db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('speaker', '=', 'owner')
    .where('client_message_id', '=', incoming.clientMessageId)
    .executeTakeFirst()
  if (before) return cameBefore(db, before, incoming)
  const [row] = await append(access, db, conversation, [{ from: 'owner', ...incoming }])
  const reopened = conversation.stage === 'closed' || (conversation.stage === 'bot' && isIdle(access, conversation))
  // A further message alone does not make the turn of an earlier one think again.
  await change(access, db, conversation, {
    ...(reopened && { stage: 'bot', memory: afresh(json<Memory>(conversation.memory)) }),
    messages: 1,
    newVersion: reopened,
  })
  return { kind: 'stored', message: toMessage(row!) }
}

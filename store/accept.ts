import { type Accepted, IDLE_MS, type Incoming } from '../bot/ports.ts'
import type { Attachment, Memory, Message } from '../bot/types.ts'
import type { Access } from './access.ts'
import { takeUp } from './attachments.ts'
import { json, toConversation, toMessage } from './rows.ts'
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
  const same = row.text === incoming.text && idsOf(row).join() === (incoming.attachments ?? []).join()
  if (!same) return { kind: 'conflict' }
  const replies = await repliesTo(db, row.conversation_id, row.seq)
  return { kind: 'repeated', message: toMessage(row), replies, done: row.turn_done === 1 }
}

function idsOf({ attachments }: Row<'messages'>): string[] {
  return attachments === null ? [] : json<Attachment[]>(attachments).map(({ id }) => id)
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
  const { attachments: ids = [], ...said } = incoming
  const attachments = await takeUp(db, conversationId, conversation.last_seq + 1, ids)
  if (!attachments) return { kind: 'conflict', attachment: true }
  const draft = { from: 'owner' as const, ...said, ...(attachments.length && { attachments }) }
  const [row] = await append(access, db, conversation, [draft])
  const reopened = conversation.stage === 'closed' || (conversation.stage === 'bot' && isIdle(access, conversation))
  // A further message alone does not make the turn of an earlier one think again.
  const after = await change(access, db, conversation, {
    ...(reopened && { stage: 'bot', memory: afresh(json<Memory>(conversation.memory)) }),
    messages: 1,
    newVersion: reopened,
  })
  const message = toMessage(row!)
  const spoken = { ...message, ...(said.choice !== undefined && { choice: said.choice }) }
  return { kind: 'stored', message, input: { conversation: toConversation(after), message: spoken } }
}

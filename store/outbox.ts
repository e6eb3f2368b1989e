import type { BegunPush, OutboxStore } from '../bot/ports/board.ts'
import type { ChannelName, PushState, Reply } from '../bot/types.ts'
import type { Access } from './access.ts'
import { lease, toPush } from './outboxLease.ts'
import { isSaid } from './outboxQueue.ts'
import { finish, leased } from './outboxSettle.ts'
import { takeAlong, waiting } from './outboxTogether.ts'
import { json, toConversation, toMessage } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { change, lockConversation, PULLED, write } from './transcript.ts'

async function begin(access: Access, db: Db, position: number, by: string): Promise<BegunPush> {
  const found = await leased(db, position, by).executeTakeFirst()
  if (!found) return { kind: 'lost' }
  const conversation = await lockConversation(db, found.conversation_id)
  // Asked again, and held: nobody takes it over while its message is written.
  const row = await leased(db, position, by).forUpdate().executeTakeFirst()
  if (!row) return { kind: 'lost' }
  if (conversation.stage === 'staff' && !isSaid(row.cause)) return { kind: 'held' }
  const pulled = PULLED.includes(conversation.channel as ChannelName)
  if (row.message_seq === null) await becomeMessage(access, db, conversation, row)
  const seq = row.message_seq ?? conversation.last_seq + 1
  if (pulled) await finish(access, db, position, by, { state: 'sent' })
  else await startSending(access, db, [position])
  const message = await db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversation.id)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  if (pulled) return { kind: 'delivered', message: toMessage(message) }
  return { kind: 'send', message: toMessage(message), conversation: toConversation(conversation) }
}

async function becomeMessage(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  row: Row<'outbox'>,
): Promise<void> {
  const [message] = await write(access, db, conversation, [{ ...json<Reply>(row.reply), from: 'bot' }])
  await change(access, db, conversation, { messages: 1, newVersion: false })
  await db.updateTable('outbox').set({ message_seq: message!.seq }).where('position', '=', row.position).execute()
}

async function startSending(access: Access, db: Db, positions: number[]): Promise<void> {
  await db.updateTable('outbox').set({ sending_since: access.now() }).where('position', 'in', positions).execute()
}

async function counts(db: Db): Promise<Record<PushState, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', (eb) => eb.fn.countAll().as('count')])
    .groupBy('state')
    .execute()
  const none = { pending: 0, leased: 0, sent: 0, unknown: 0, dead: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) }
}

/** Messages on their way to owners. */
export function outboxStore(access: Access): OutboxStore {
  return {
    lease: (wanted) => access.write((db) => lease(access, db, wanted)),
    begin: (position, by) => access.write((db) => begin(access, db, position, by)),
    waiting: (position) => access.read((db) => waiting(access, db, position)),
    takeAlong: (position, by, along) => access.write((db) => takeAlong(access, db, position, by, along)),
    settle: (position, by, end) => access.write((db) => finish(access, db, position, by, end)),
    endLeases: async () => {
      // Others may be sending; what they leave behind is taken when its lease runs out.
      if (!access.alone) return
      await access.write((db) =>
        db.updateTable('outbox').set({ due_at: access.now() }).where('state', '=', 'leased').execute(),
      )
    },
    ofConversation: async (conversationId) => {
      const rows = await access.read((db) =>
        db.selectFrom('outbox').selectAll().where('conversation_id', '=', conversationId).orderBy('position').execute(),
      )
      return rows.map(toPush)
    },
    counts: () => access.read(counts),
  }
}

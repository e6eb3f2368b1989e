import type { BotpressStore, NewArrival } from '../bot/ports/botpress.ts'
import type { Following } from '../bot/types/botpress.ts'
import type { Access } from './access.ts'
import { create } from './conversations.ts'
import type { Db, Row } from './schema.ts'
import { changeSubscriptions } from './subscriptions.ts'
import { openTicket, takeKey } from './ticketOfTurn.ts'
import { append, change, type Draft, lockConversation, write } from './transcript.ts'
import { record } from './turns.ts'

type Opened = Awaited<ReturnType<BotpressStore['arrive']>>

function arrived(db: Db, key: string): Promise<Row<'botpress_conversations'> | undefined> {
  return db.selectFrom('botpress_conversations').selectAll().where('key', '=', key).executeTakeFirst()
}

/** Nobody opens it by a token: its owner writes to the other bot. */
const NO_TOKEN = ''

async function arrive(access: Access, db: Db, arrival: NewArrival): Promise<Opened> {
  // Of two at once the second waits here for the end of the first, and finds what it made.
  const isNew = await takeKey(access, db, `botpress/${arrival.key}`)
  const before = isNew ? undefined : await arrived(db, arrival.key)
  if (before) return { kind: 'before', conversationId: before.conversation_id, ticketId: before.ticket_id }
  const { community, locale, memory, replies } = arrival
  let conversation = await create(access, db, { community, locale, channel: 'botpress', tokenHash: NO_TOKEN })
  const told = await write(access, db, conversation, linesOf(arrival))
  await markAnswered(db, conversation.id)
  conversation = await change(access, db, conversation, { messages: told.length, newVersion: false })
  const last = told.findLast(({ speaker }) => speaker === 'owner')
  if (last && arrival.classification)
    await record(db, { conversationId: conversation.id, seq: last.seq }, arrival.classification)
  const ticket = await openTicket(access, db, conversation, arrival.ticket)
  await append(
    access,
    db,
    conversation,
    replies.map((reply): Draft => ({ ...reply, from: 'bot' })),
  )
  await change(access, db, conversation, { stage: 'waiting', memory, messages: replies.length, newVersion: true })
  await keep(access, db, arrival, conversation.id, ticket.id)
  return { kind: 'opened', conversationId: conversation.id, ticketId: ticket.id }
}

/** What the owner has read on the other side already, and before it what its bot says of the matter. */
function linesOf({ note, history }: NewArrival): Draft[] {
  const lines = history.map(({ from, text }): Draft => ({ from, text, delivered: true }))
  return note ? [{ from: 'system', text: note, delivered: true }, ...lines] : lines
}

/** The other bot has answered them. */
async function markAnswered(db: Db, conversationId: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ turn_done: 1 })
    .where('conversation_id', '=', conversationId)
    .where('speaker', '=', 'owner')
    .execute()
}

async function keep(access: Access, db: Db, arrival: NewArrival, conversationId: string, ticketId: string) {
  const row: Row<'botpress_conversations'> = {
    key: arrival.key,
    conversation_id: conversationId,
    ticket_id: ticketId,
    webhook_id: arrival.webhookId,
    created_at: access.now(),
  }
  await db.insertInto('botpress_conversations').values(row).execute()
}

async function follow(access: Access, db: Db, following: Following): Promise<{ conversationId: string }> {
  const conversationId = await followingOf(access, db, following)
  const conversation = await lockConversation(db, conversationId)
  const { topic, home } = following
  await changeSubscriptions(access, db, conversation, { subscribe: { topic, home } })
  return { conversationId }
}

/** Of two at once the second waits here for the end of the first, and finds what it made. */
async function followingOf(access: Access, db: Db, { key, webhookId, community, locale }: Following): Promise<string> {
  const isNew = await takeKey(access, db, `botpress follow/${key}`)
  const before = isNew
    ? undefined
    : await db.selectFrom('botpress_follows').select('conversation_id').where('key', '=', key).executeTakeFirst()
  if (before) return before.conversation_id
  const { id } = await create(access, db, { community, locale, channel: 'botpress', tokenHash: NO_TOKEN })
  const row = { key, conversation_id: id, webhook_id: webhookId, created_at: access.now() }
  await db.insertInto('botpress_follows').values(row).execute()
  return id
}

async function placeOf(db: Db, conversationId: string): ReturnType<BotpressStore['placeOf']> {
  const of = (table: 'botpress_conversations' | 'botpress_follows') =>
    db.selectFrom(table).select('webhook_id').where('conversation_id', '=', conversationId).executeTakeFirst()
  const handed = await of('botpress_conversations')
  if (handed) return { webhookId: handed.webhook_id, handedOver: true }
  const follows = await of('botpress_follows')
  return follows && { webhookId: follows.webhook_id, handedOver: false }
}

async function hadTicket(db: Db, conversationId: string, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('tickets')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('created_at', '<=', at)
    .where((eb) => eb.or([eb('resolved_at', 'is', null), eb('resolved_at', '>', at)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Conversations that came from a Botpress bot. */
export function botpressStore(access: Access): BotpressStore {
  return {
    arrive: (arrival) => access.write((db) => arrive(access, db, arrival)),
    arrived: async (key) => {
      const row = await access.read((db) => arrived(db, key))
      return row && { conversationId: row.conversation_id, ticketId: row.ticket_id }
    },
    follow: (following) => access.write((db) => follow(access, db, following)),
    placeOf: (conversationId) => access.read((db) => placeOf(db, conversationId)),
    hadTicket: (conversationId, at) => access.read((db) => hadTicket(db, conversationId, at)),
  }
}

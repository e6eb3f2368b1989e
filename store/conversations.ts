import { sql } from 'kysely'
import type { ConversationStore } from '../bot/ports.ts'
import type { Memory } from '../bot/types.ts'
import { accept } from './accept.ts'
import type { Access } from './access.ts'
import { StoreError } from './errors.ts'
import { toClassification, toConversation, toMessage } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { change, lockConversation } from './transcript.ts'
import { commitTurn } from './turns.ts'

const MOST_MESSAGES = 500
const NOTHING_REMEMBERED: Memory = { misses: 0, angry: 0, said: {} }

export async function create(
  access: Access,
  db: Db,
  input: Parameters<ConversationStore['create']>[0],
): Promise<Row<'conversations'>> {
  const createdAt = access.now()
  const row: Row<'conversations'> = {
    id: access.newId(),
    community: input.community,
    locale: input.locale,
    channel: input.channel,
    stage: 'bot',
    verified: 0,
    memory: JSON.stringify(NOTHING_REMEMBERED),
    version: 1,
    last_seq: 0,
    token_hash: input.tokenHash,
    created_at: createdAt,
    erased_at: null,
    last_active_at: createdAt,
  }
  await db.insertInto('conversations').values(row).execute()
  return row
}

async function messages(db: Db, conversationId: string, after: number, limit: number): Promise<Row<'messages'>[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(Math.max(0, Math.min(limit, MOST_MESSAGES)))
    .execute()
}

async function message(db: Db, conversationId: string, seq: number): Promise<Row<'messages'>> {
  const row = await db
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!row) throw new StoreError('unknown_message', `no message ${seq} in conversation ${conversationId}`)
  return row
}

/** By seq in each conversation, also when the clock went back. The literal 0 lets the partial index be used. */
async function unfinished(db: Db): Promise<{ conversationId: string; seq: number }[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['conversation_id as conversationId', 'seq'])
    .select((eb) =>
      eb.fn
        .min('created_at')
        .over((over) => over.partitionBy('conversation_id'))
        .as('since'),
    )
    .where('turn_done', '=', sql.lit(0))
    .orderBy('since')
    .orderBy('conversation_id')
    .orderBy('seq')
    .execute()
  return rows.map(({ conversationId, seq }) => ({ conversationId, seq }))
}

async function close(access: Access, db: Db, id: string): Promise<void> {
  const conversation = await lockConversation(db, id)
  if (conversation.stage === 'bot') await change(access, db, conversation, { stage: 'closed', newVersion: true })
}

async function rate(
  access: Access,
  db: Db,
  conversationId: string,
  rating: { score: number; comment?: string },
): Promise<void> {
  const conversation = await lockConversation(db, conversationId)
  const row = { id: access.newId(), conversation_id: conversation.id, created_at: access.now() }
  await db
    .insertInto('ratings')
    .values({ ...row, score: rating.score, comment: rating.comment ?? null })
    .execute()
}

async function ratings(db: Db, conversationId: string): ReturnType<ConversationStore['ratings']> {
  const rows = await db
    .selectFrom('ratings')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ score, comment, created_at: at }) => ({ score, ...(comment === null ? {} : { comment }), at }))
}

/** Conversations, what is said in them, and what was made of it. */
export function conversationStore(access: Access): ConversationStore {
  const find = (id: string) => (db: Db) =>
    db.selectFrom('conversations').selectAll().where('id', '=', id).where('erased_at', 'is', null)
  return {
    create: async (input) => toConversation(await access.write((db) => create(access, db, input))),
    find: async (id) => {
      const row = await access.read((db) => find(id)(db).executeTakeFirst())
      return row && toConversation(row)
    },
    findByToken: async (id, tokenHash) => {
      const row = await access.read((db) => find(id)(db).where('token_hash', '=', tokenHash).executeTakeFirst())
      return row && toConversation(row)
    },
    accept: (conversationId, incoming) =>
      access.write((db) => accept(access, db, conversationId, incoming), conversationId),
    messages: async (id, after, limit) => {
      const rows = await access.read((db) => messages(db, id, after, limit))
      return rows.map(toMessage)
    },
    message: async (conversationId, seq) => {
      const row = await access.read((db) => message(db, conversationId, seq))
      return { ...toMessage(row), ...(row.choice !== null && { choice: row.choice }) }
    },
    unfinished: () => access.read(unfinished),
    commitTurn: (turn) => access.write((db) => commitTurn(access, db, turn), turn.conversationId),
    close: (id) => access.write((db) => close(access, db, id)),
    classifications: async (id) => {
      const rows = await access.read((db) =>
        db.selectFrom('classifications').selectAll().where('conversation_id', '=', id).orderBy('seq').execute(),
      )
      return rows.map(toClassification)
    },
    ratings: (id) => access.read((db) => ratings(db, id)),
    rate: (id, rating) => access.write((db) => rate(access, db, id, rating)),
  }
}

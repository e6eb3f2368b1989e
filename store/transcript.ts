import {
  type Attachment,
  type ChannelName,
  type Delivery,
  type Memory,
  type Reply,
  SPOKEN_CHANNELS,
  type Speaker,
  type Stage,
} from '../bot/types.ts'
import type { Access } from './access.ts'
import { StoreError } from './errors.ts'
import { enqueueSaid } from './outboxQueue.ts'
import { text } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { index } from './search.ts'

/** A message before the record gives it id, seq and time. */
export interface Draft extends Reply {
  from: Speaker
  author?: string
  choice?: string
  clientMessageId?: string
  attachments?: Attachment[]
  /** Seq of the owner's message that it answers. */
  answers?: number
  /** Said on the platform itself, so that nothing is left to deliver. */
  delivered?: true
}

/** On these page, client or terminal read the record themselves, so that nothing is left to deliver. */
export const PULLED: readonly ChannelName[] = ['web', 'cli', 'directline']

/** Nothing is handed to anybody there: whoever writes has to call back. */
export const isSpoken = (channel: string): boolean => SPOKEN_CHANNELS.some((spoken) => spoken === channel)

function deliveryOf(conversation: Row<'conversations'>, draft: Draft): Delivery | null {
  if (draft.from === 'owner' || isSpoken(conversation.channel)) return null
  if (draft.delivered) return 'sent'
  return PULLED.includes(conversation.channel as ChannelName) ? 'sent' : 'pending'
}

/**
 * Reads the conversation and holds it until the end of the transaction, so that all that changes one conversation
 * comes one after the other.
 */
export async function lockConversation(db: Db, id: string): Promise<Row<'conversations'>> {
  const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!row || row.erased_at !== null) throw new StoreError('unknown_conversation', `no conversation ${id}`)
  return row
}

/** Ids in one statement: well under what every database takes as parameters. */
const IDS = 500

/** Holds several, always in the same order, so that two that hold several never wait for each other. */
export async function lockConversations(db: Db, ids: readonly string[]): Promise<void> {
  const sorted = [...new Set(ids)].sort()
  for (let from = 0; from < sorted.length; from += IDS) {
    const some = sorted.slice(from, from + IDS)
    await db.selectFrom('conversations').select('id').where('id', 'in', some).orderBy('id').forNoKeyUpdate().execute()
  }
}

/**
 * Adds to the locked conversation, and puts on its way what its channel has to be handed; `last_seq` goes with the
 * change that follows.
 */
export async function append(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  drafts: Draft[],
): Promise<Row<'messages'>[]> {
  const rows = await write(access, db, conversation, drafts)
  const pending = rows.filter(({ delivery }) => delivery === 'pending')
  await enqueueSaid(
    access,
    db,
    pending.map(({ seq }) => ({ conversationId: conversation.id, seq })),
  )
  return rows
}

/** Adds to the locked conversation what is on its way already. */
export async function write(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  drafts: Draft[],
): Promise<Row<'messages'>[]> {
  const createdAt = access.now()
  const rows = drafts.map((draft, index) => ({
    id: access.newId(),
    conversation_id: conversation.id,
    seq: conversation.last_seq + 1 + index,
    speaker: draft.from,
    author: draft.author ?? null,
    text: draft.text,
    choice: draft.choice ?? null,
    choices: text(draft.choices),
    intent: draft.intent ?? null,
    action: draft.action ?? null,
    card: text(draft.card),
    sources: text(draft.sources),
    attachments: text(draft.attachments),
    delivery: deliveryOf(conversation, draft),
    client_message_id: draft.clientMessageId ?? null,
    answers: draft.answers ?? null,
    turn_done: draft.from === 'owner' ? 0 : null,
    created_at: createdAt,
  }))
  if (rows.length > 0) await db.insertInto('messages').values(rows).execute()
  await index(access, db, rows)
  return rows
}

export interface Change {
  stage?: Stage
  memory?: Memory
  locale?: string
  /** How many messages were appended. */
  messages?: number
  /** Whether a turn that is being thought out meanwhile must start again. */
  newVersion: boolean
}

/** Writes what became of the locked conversation. */
export async function change(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  { stage, memory, locale, messages = 0, newVersion }: Change,
): Promise<Row<'conversations'>> {
  const values = {
    stage: stage ?? conversation.stage,
    memory: memory ? JSON.stringify(memory) : conversation.memory,
    locale: locale ?? conversation.locale,
    version: conversation.version + (newVersion ? 1 : 0),
    last_seq: conversation.last_seq + messages,
    last_active_at: access.now(),
  }
  await db.updateTable('conversations').set(values).where('id', '=', conversation.id).execute()
  return { ...conversation, ...values }
}

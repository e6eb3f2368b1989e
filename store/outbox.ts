import { sql } from 'kysely'
import type { BegunPush, OutboxStore, PushEnd, WaitingMessage } from '../bot/ports/board.ts'
import type { ChannelName, LeasedPush, Locale, Push, PushState, Reply } from '../bot/types.ts'
import type { Access } from './access.ts'
import { isSaid } from './outboxQueue.ts'
import { json, toConversation, toMessage } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { change, lockConversation, PULLED, write } from './transcript.ts'

function toPush(row: Row<'outbox'>): Push {
  return {
    position: row.position,
    conversationId: row.conversation_id,
    cause: row.cause,
    state: row.state as PushState,
    attempts: row.attempts,
    dueAt: row.due_at,
  }
}

/** More never go in one message. */
const MOST_TOGETHER = 20

/** In these very words the indexes have it. */
const OPEN = sql<boolean>`state in ('pending', 'leased')`

/** An instance's last leases run out before so long. */
const LONGEST_LEASE_MS = 5 * 60_000

/** Nobody waits for the leases of an instance that is gone. */
async function endLeasesOfTheDead(access: Access, db: Db): Promise<void> {
  const now = access.now()
  const dead = await db
    .selectFrom('instances')
    .select('id')
    .where('alive_until', '<', now)
    .where('alive_until', '>', new Date(Date.parse(now) - LONGEST_LEASE_MS).toISOString())
    .execute()
  if (dead.length === 0) return
  await db
    .updateTable('outbox')
    .set({ due_at: now })
    .where(OPEN)
    .where('state', '=', 'leased')
    .where('due_at', '>', now)
    .where(
      'leased_by',
      'in',
      dead.map(({ id }) => id),
    )
    .execute()
}

/** Sent to a channel, and then nobody settled it: it may have arrived, and nobody is told anything twice. */
async function giveUpUnsettled(access: Access, db: Db): Promise<void> {
  const rows = await db
    .selectFrom('outbox')
    .select(['position', 'conversation_id', 'message_seq'])
    .where(OPEN)
    .where('state', '=', 'leased')
    .where('due_at', '<=', access.now())
    .where('sending_since', 'is not', null)
    .orderBy('position')
    .forUpdate()
    .skipLocked()
    .execute()
  if (rows.length === 0) return
  await db
    .updateTable('outbox')
    .set({ state: 'unknown', settled_at: access.now(), leased_by: null, sending_since: null })
    .where(
      'position',
      'in',
      rows.map(({ position }) => position),
    )
    .execute()
  for (const row of rows) await showDelivery(db, row.conversation_id, row.message_seq, 'unknown')
}

/**
 * The oldest of each conversation, as far as it is due and nobody else is just taking it. What is said already goes
 * past a push that waits for the morning or for staff to be done.
 */
async function heads(db: Db, now: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('outbox as head')
    .select('position')
    .where(OPEN)
    .where('due_at', '<=', now)
    .where(sql<boolean>`not exists (
      select 1 from outbox as earlier where earlier.conversation_id = head.conversation_id
      and earlier.position < head.position and earlier.state in ('pending', 'leased')
      and (earlier.message_seq is not null or head.message_seq is null))`)
    .orderBy('due_at')
    .orderBy('position')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ position }) => position)
}

async function lease(
  access: Access,
  db: Db,
  { by, until, limit }: { by: string; until: string; limit: number },
): Promise<LeasedPush[]> {
  await endLeasesOfTheDead(access, db)
  await giveUpUnsettled(access, db)
  const taken = await heads(db, access.now(), limit)
  if (taken.length === 0) return []
  await db
    .updateTable('outbox')
    .set({ state: 'leased', leased_by: by, due_at: until })
    .where('position', 'in', taken)
    .execute()
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('conversations', 'conversations.id', 'outbox.conversation_id')
    .selectAll('outbox')
    .select(['community', 'channel', 'locale'])
    .where('position', 'in', taken)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...toPush(row),
    community: row.community,
    channel: row.channel as ChannelName,
    locale: row.locale as Locale,
    said: isSaid(row.cause),
  }))
}

/** The row while this lease holds it. */
function leased(db: Db, position: number, by: string) {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('position', '=', position)
    .where('state', '=', 'leased')
    .where('leased_by', '=', by)
}

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

/** What stands in the conversation and waits behind `position`, with nothing in between that is no message yet. */
async function waiting(access: Access, db: Db, position: number): Promise<WaitingMessage[]> {
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

async function takeAlong(access: Access, db: Db, position: number, by: string, along: number[]): Promise<boolean> {
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

async function finish(access: Access, db: Db, position: number, by: string, end: PushEnd): Promise<boolean> {
  const values =
    end.state === 'pending'
      ? { state: end.state, due_at: end.dueAt, leased_by: null, sending_since: null }
      : { state: end.state, settled_at: access.now(), leased_by: null, sending_since: null }
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

const DELIVERY = { pending: 'pending', sent: 'sent', unknown: 'unknown', dead: 'failed' } as const

/** No failure is swallowed: it stands at the message. */
async function showDelivery(db: Db, id: string, seq: number | null, state: keyof typeof DELIVERY): Promise<void> {
  if (seq === null) return
  const delivery = DELIVERY[state]
  await db.updateTable('messages').set({ delivery }).where('conversation_id', '=', id).where('seq', '=', seq).execute()
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

import { sql } from 'kysely'
import type { ChannelName, LeasedPush, Locale, Push, PushState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { isSaid } from './outboxQueue.ts'
import { showDelivery } from './outboxSettle.ts'
import type { Db, Row } from './schema.ts'

export function toPush(row: Row<'outbox'>): Push {
  return {
    position: row.position,
    conversationId: row.conversation_id,
    cause: row.cause,
    state: row.state as PushState,
    attempts: row.attempts,
    dueAt: row.due_at,
  }
}

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
    .set({ state: 'unknown', settled_at: access.now(), leased_by: null, sending_since: null, reason: 'unsure' })
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

export async function lease(
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

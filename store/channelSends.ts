import type { ChannelStore, NewSend, OwnerState, Room, SendLimits } from '../bot/ports/channels.ts'
import type { Access } from './access.ts'
import { changeOwner, lockOwner, ownerRow, toOwner } from './channelOwners.ts'
import type { Db } from './schema.ts'

/** Open windows with what is left in each, the roomier first. */
interface Window {
  left: number
  until: number
}

async function sentSince(db: Db, { channel, account, address }: OwnerState, since: string): Promise<number> {
  const row = await db
    .selectFrom('channel_sends')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where('address', '=', address)
    .where('sent_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function windows(access: Access, db: Db, owner: OwnerState, limits: SendLimits): Promise<Window[]> {
  const open: Window[] = []
  const look = async (since: string | undefined, limit: SendLimits['said'] | undefined) => {
    if (!since || !limit) return
    const until = Date.parse(since) + limit.withinMs
    if (until <= Date.parse(access.now())) return
    open.push({ left: limit.messages - (await sentSince(db, owner, since)), until })
  }
  await look(owner.saidAt, limits.said)
  await look(owner.tappedAt, limits.tapped)
  return open.sort((a, b) => b.left - a.left || b.until - a.until)
}

export async function room(access: Access, db: Db, owner: OwnerState, limits: SendLimits): Promise<number> {
  const now = await ownerRow(db, owner).executeTakeFirst()
  const [roomiest] = now ? await windows(access, db, toOwner(now), limits) : []
  return Math.max(0, roomiest?.left ?? 0)
}

export async function take(
  access: Access,
  db: Db,
  owner: OwnerState,
  { key, conversationId, seq }: NewSend,
  limits: SendLimits,
): Promise<Room> {
  const before = await db.selectFrom('channel_sends').select('state').where('key', '=', key).executeTakeFirst()
  // Taken and never settled: whoever sent it has ended, and it may have arrived.
  if (before) return { kind: 'before', state: before.state === 'sent' ? 'sent' : 'unknown' }
  const row = await lockOwner(access, db, owner)
  const open = await windows(access, db, toOwner(row), limits)
  if (open.length === 0) return { kind: 'closed' }
  if ((open[0]?.left ?? 0) <= 0) {
    return { kind: 'full', until: new Date(Math.max(...open.map(({ until }) => until))).toISOString() }
  }
  const { channel, account, address } = owner
  await db
    .insertInto('channel_sends')
    .values({
      key,
      channel,
      account,
      address,
      conversation_id: conversationId,
      message_seq: seq,
      state: 'taken',
      sent_at: access.now(),
    })
    .execute()
  return { kind: 'taken' }
}

export async function settleSend(db: Db, key: string, state: Parameters<ChannelStore['settleSend']>[1]): Promise<void> {
  if (state === 'back') await db.deleteFrom('channel_sends').where('key', '=', key).execute()
  else await db.updateTable('channel_sends').set({ state }).where('key', '=', key).execute()
}

export async function takeGreeting(
  access: Access,
  db: Db,
  owner: Parameters<ChannelStore['takeGreeting']>[0],
): Promise<string | undefined> {
  const row = await lockOwner(access, db, owner)
  if (row.greeting_code === null) return undefined
  await changeOwner(db, owner, { greeting_code: null, greeting_until: null })
  return row.greeting_until !== null && row.greeting_until > access.now() ? row.greeting_code : undefined
}

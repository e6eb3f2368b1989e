import type { ChannelOwner, ChannelStore, NewSend, OwnerState, Room, SendLimits } from '../bot/ports/channels.ts'
import type { ChannelName } from '../bot/types.ts'
import type { Access } from './access.ts'
import { changeOwner, lockOwner, ownerRow } from './channelOwners.ts'
import type { Db, Row } from './schema.ts'

/** Open windows with what is left in each, the roomier first. */
interface Window {
  left: number
  until: number
}

function windows(access: Access, row: Row<'channel_owners'>, limits: SendLimits): Window[] {
  const now = Date.parse(access.now())
  const look = (since: string | null, sent: number, limit: SendLimits['said'] | undefined): Window[] => {
    if (since === null || !limit) return []
    const until = Date.parse(since) + limit.withinMs
    return until > now ? [{ left: limit.messages - sent, until }] : []
  }
  const open = [
    ...look(row.said_at, row.sent_since_said, limits.said),
    ...look(row.tapped_at, row.sent_since_tapped, limits.tapped),
  ]
  return open.sort((a, b) => b.left - a.left || b.until - a.until)
}

export async function room(access: Access, db: Db, owner: OwnerState, limits: SendLimits): Promise<number> {
  const now = await ownerRow(db, owner).executeTakeFirst()
  const [roomiest] = now ? windows(access, now, limits) : []
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
  const open = windows(access, row, limits)
  if (open.length === 0) return { kind: 'closed' }
  if ((open[0]?.left ?? 0) <= 0) {
    return { kind: 'full', until: new Date(Math.max(...open.map(({ until }) => until))).toISOString() }
  }
  const { channel, account, address } = owner
  await count(db, owner, row, 1)
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

async function count(db: Db, owner: ChannelOwner, row: Row<'channel_owners'>, by: 1 | -1): Promise<void> {
  await changeOwner(db, owner, {
    sent_since_said: Math.max(0, row.sent_since_said + by),
    sent_since_tapped: Math.max(0, row.sent_since_tapped + by),
  })
}

export async function settleSend(
  access: Access,
  db: Db,
  key: string,
  state: Parameters<ChannelStore['settleSend']>[1],
): Promise<void> {
  if (state !== 'back') {
    await db.updateTable('channel_sends').set({ state }).where('key', '=', key).execute()
    return
  }
  const send = await db.deleteFrom('channel_sends').where('key', '=', key).returningAll().executeTakeFirst()
  if (!send) return
  const owner = { ...send, channel: send.channel as ChannelName }
  await count(db, owner, await lockOwner(access, db, owner), -1)
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

import type { ChannelOwner, OwnerState } from '../bot/ports/channels.ts'
import type { ChannelName, Locale } from '../bot/types.ts'
import type { Access } from './access.ts'
import { create } from './conversations.ts'
import { some } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { lockConversation } from './transcript.ts'

export function toOwner(row: Row<'channel_owners'>): OwnerState {
  return {
    channel: row.channel as ChannelName,
    account: row.account,
    address: row.address,
    conversationId: row.conversation_id ?? '',
    ...some('saidAt', row.said_at),
    ...some('tappedAt', row.tapped_at),
    ...some('leftAt', row.left_at),
    ...(row.greeting_code !== null &&
      row.greeting_until !== null && { greeting: { code: row.greeting_code, until: row.greeting_until } }),
  }
}

export function ownerRow(db: Db, { channel, account, address }: ChannelOwner) {
  return db
    .selectFrom('channel_owners')
    .selectAll()
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where('address', '=', address)
}

export async function ownerOf(db: Db, conversationId: string): Promise<OwnerState | undefined> {
  const row = await db
    .selectFrom('channel_addresses')
    .innerJoin('channel_owners', (join) =>
      join
        .onRef('channel_owners.channel', '=', 'channel_addresses.channel')
        .onRef('channel_owners.account', '=', 'channel_addresses.account')
        .onRef('channel_owners.address', '=', 'channel_addresses.address'),
    )
    .selectAll('channel_owners')
    .where('channel_addresses.conversation_id', '=', conversationId)
    .executeTakeFirst()
  return row && toOwner(row)
}

/** Reads the owner, noted now if new, and holds the row until the end of the transaction. */
export async function lockOwner(
  access: Access,
  db: Db,
  { channel, account, address }: ChannelOwner,
): Promise<Row<'channel_owners'>> {
  return db
    .insertInto('channel_owners')
    .values({
      channel,
      account,
      address,
      conversation_id: null,
      said_at: null,
      tapped_at: null,
      sent_since_said: 0,
      sent_since_tapped: 0,
      left_at: null,
      greeting_code: null,
      greeting_until: null,
      created_at: access.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['channel', 'account', 'address'])
        .doUpdateSet((eb) => ({ account: eb.ref('channel_owners.account') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function changeOwner(
  db: Db,
  { channel, account, address }: ChannelOwner,
  values: Partial<Row<'channel_owners'>>,
): Promise<void> {
  await db
    .updateTable('channel_owners')
    .set(values)
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where('address', '=', address)
    .execute()
}

/**
 * The locked owner's conversation, locked. Another compound's is begun anew when `moves`; the one before keeps its
 * address, so that staff can still answer in it.
 */
export async function conversationOf(
  access: Access,
  db: Db,
  owner: Row<'channel_owners'>,
  { community, locale, moves }: { community: string; locale: Locale; moves: boolean },
): Promise<Row<'conversations'>> {
  const known = owner.conversation_id && (await lockConversation(db, owner.conversation_id))
  if (known && (known.community === community || !moves)) return known
  const channel = owner.channel as ChannelName
  // No token opens it: a hash is longer.
  const begun = await create(access, db, { community, locale, channel, tokenHash: '-' })
  const { account, address } = owner
  await db.insertInto('channel_addresses').values({ conversation_id: begun.id, channel, account, address }).execute()
  await changeOwner(db, { channel, account, address }, { conversation_id: begun.id })
  return begun
}

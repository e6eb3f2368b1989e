import { sql } from 'kysely'
import type { ChannelCursor, ChannelStore, KeptItem, NewItem } from '../bot/ports/channels.ts'
import type { ChannelName } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db, Row } from './schema.ts'

const COUNTER = 'channel_items'

/** `new`: nothing came of it yet. `fetching`: it is a message, its file is missing. `lost`: and stays so. */
export type ItemState = 'new' | 'fetching' | 'done' | 'lost'

/** A position that is higher than every one before, and nobody else's. */
async function nextPosition(db: Db): Promise<number> {
  const row = await db
    .insertInto('counters')
    .values({ name: COUNTER, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

async function keepOne(access: Access, db: Db, item: NewItem): Promise<void> {
  const now = access.now()
  await db
    .insertInto('channel_items')
    .values({
      ...item,
      position: await nextPosition(db),
      state: 'new',
      attempts: 0,
      due_at: now,
      conversation_id: null,
      message_seq: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

type Read = NonNullable<Parameters<ChannelStore['keep']>[1]>

/** False when somebody else has moved it since. */
async function moveCursor(db: Db, { from, to, more }: Read): Promise<boolean> {
  const row = await db
    .updateTable('channel_cursors')
    .set((eb) => ({
      cursor: to,
      // A call that came in between asks for another look.
      wanted_at: more
        ? eb.ref('wanted_at')
        : eb
            .case()
            .when('token', '=', from.token ?? '')
            .then(null)
            .else(eb.ref('wanted_at'))
            .end(),
    }))
    .where('channel', '=', from.channel)
    .where('account', '=', from.account)
    .where('cursor', '=', from.cursor)
    .returning('cursor')
    .executeTakeFirst()
  return row !== undefined
}

export async function keep(access: Access, db: Db, items: NewItem[], read?: Read): Promise<boolean> {
  if (read && !(await moveCursor(db, read))) return false
  for (const item of items) await keepOne(access, db, item)
  return true
}

export async function want(access: Access, db: Db, { channel, account, token }: Omit<ChannelCursor, 'cursor'>) {
  const wanted = { token: token ?? '', wanted_at: access.now() }
  await db
    .insertInto('channel_cursors')
    .values({ channel, account, cursor: '', ...wanted })
    .onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(wanted))
    .execute()
}

export async function cursor(db: Db, channel: ChannelName, account: string): Promise<ChannelCursor> {
  const row = await db
    .selectFrom('channel_cursors')
    .selectAll()
    .where('channel', '=', channel)
    .where('account', '=', account)
    .executeTakeFirst()
  return { channel, account, cursor: row?.cursor ?? '', ...(row?.token && { token: row.token }) }
}

export async function wanted(db: Db, channel: ChannelName): Promise<string[]> {
  const rows = await db
    .selectFrom('channel_cursors')
    .select('account')
    .where('channel', '=', channel)
    .where('wanted_at', 'is not', null)
    .orderBy('account')
    .execute()
  return rows.map(({ account }) => account)
}

function toItem(row: Row<'channel_items'>): KeptItem {
  const { position, channel, account, address, key, body, attempts, conversation_id, message_seq } = row
  return {
    position,
    channel: channel as ChannelName,
    account,
    address,
    key,
    body,
    attempts,
    receivedAt: row.created_at,
    ...(conversation_id !== null &&
      message_seq !== null && { message: { conversationId: conversation_id, seq: message_seq } }),
  }
}

const OPEN: ItemState[] = ['new', 'fetching']

/** Each owner's first before anybody's second, so that nobody waits behind one who sends hundreds. */
export async function due(
  access: Access,
  db: Db,
  channel: ChannelName,
  limit: number,
  ofEach = limit,
): Promise<KeptItem[]> {
  const nth = sql<number>`row_number() over (partition by account, address order by position)`
  const open = db
    .selectFrom('channel_items')
    .select(['position', nth.as('nth')])
    .where('channel', '=', channel)
    .where('state', 'in', OPEN)
    .where('due_at', '<=', access.now())
  const rows = await db
    .selectFrom(open.as('open'))
    .innerJoin('channel_items', 'channel_items.position', 'open.position')
    .selectAll('channel_items')
    .where('open.nth', '<=', ofEach)
    .orderBy('open.nth')
    .orderBy('open.position')
    .limit(limit)
    .execute()
  return rows.map(toItem)
}

export async function postpone(db: Db, position: number, until: string): Promise<void> {
  await db
    .updateTable('channel_items')
    .set((eb) => ({ due_at: until, attempts: eb('attempts', '+', 1) }))
    .where('position', '=', position)
    .where('state', 'in', OPEN)
    .execute()
}

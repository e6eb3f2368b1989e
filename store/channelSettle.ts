import type { ItemEffect, Settled } from '../bot/ports/channels.ts'
import type { Incoming } from '../bot/ports.ts'
import type { ChannelName, Memory, Message } from '../bot/types.ts'
import { accept } from './accept.ts'
import type { Access } from './access.ts'
import { takeUp } from './attachments.ts'
import { changeOwner, conversationOf, lockOwner } from './channelOwners.ts'
import { json, toConversation } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { openTicketOf } from './ticketOfTurn.ts'
import { append, change, type Draft, lockConversation } from './transcript.ts'

/** The item, held until the end of the transaction; undefined when it was done, or is not the owner's next. */
async function lockItem(db: Db, position: number, state: string): Promise<Row<'channel_items'> | undefined> {
  const item = await db
    .updateTable('channel_items')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('position', '=', position)
    .where('state', '=', state)
    .returningAll()
    .executeTakeFirst()
  return item
}

async function isNext(db: Db, item: Row<'channel_items'>): Promise<boolean> {
  const earlier = await db
    .selectFrom('channel_items')
    .select('position')
    .where('channel', '=', item.channel)
    .where('account', '=', item.account)
    .where('address', '=', item.address)
    .where('state', '=', 'new')
    .where('position', '<', item.position)
    .executeTakeFirst()
  return earlier === undefined
}

/** Each word opens the window anew; one that comes late, behind a later one, does not. */
async function noteOwner(db: Db, owner: Row<'channel_owners'>, effect: ItemEffect): Promise<void> {
  const { saidAt, tappedAt } = effect
  const said = saidAt && !(owner.said_at && saidAt < owner.said_at) ? { said_at: saidAt, sent_since_said: 0 } : {}
  const tapped =
    tappedAt && !(owner.tapped_at && tappedAt < owner.tapped_at) ? { tapped_at: tappedAt, sent_since_tapped: 0 } : {}
  const here = saidAt ?? tappedAt
  const left_at = effect.leftAt ?? (here && owner.left_at && here >= owner.left_at ? null : owner.left_at)
  await changeOwner(
    db,
    { ...owner, channel: owner.channel as ChannelName },
    {
      ...said,
      ...tapped,
      left_at,
      ...(effect.greeting && { greeting_code: effect.greeting.code, greeting_until: effect.greeting.until }),
    },
  )
}

/** What the scanned code says of the home is as good as if the owner had said it. */
async function bindHome(access: Access, db: Db, id: string, home: NonNullable<ItemEffect['bind']>['home']) {
  if (Object.keys(home).length === 0) return
  const conversation = await lockConversation(db, id)
  const memory = json<Memory>(conversation.memory)
  const said = { ...memory.said, home: { ...memory.said.home, ...home } }
  await change(access, db, conversation, { memory: { ...memory, said }, newVersion: true })
}

async function say(access: Access, db: Db, id: string, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const conversation = await lockConversation(db, id)
  await append(access, db, conversation, drafts)
  await change(access, db, conversation, { messages: drafts.length, newVersion: true })
}

/** A file that is not to be had any more leaves the message as it is. */
async function acceptOnce(access: Access, db: Db, id: string, incoming: Incoming): Promise<[Message, boolean]> {
  const accepted = await accept(access, db, id, incoming)
  if (accepted.kind !== 'conflict') return [accepted.message, accepted.kind === 'stored']
  const { attachments: _gone, ...rest } = incoming
  const again = await accept(access, db, id, rest)
  if (again.kind === 'conflict') throw new Error(`message ${incoming.clientMessageId} came before with other words`)
  return [again.message, again.kind === 'stored']
}

/** What we sent and the platform could not deliver after all stands at the message. */
async function showUndelivered(access: Access, db: Db, key: string): Promise<void> {
  const send = await db
    .updateTable('channel_sends')
    .set({ state: 'failed' })
    .where('key', '=', key)
    .returning(['conversation_id', 'message_seq'])
    .executeTakeFirst()
  if (!send) return
  // Handed over, and refused after all: it stands with what can be sent again.
  await db
    .updateTable('outbox')
    .set({ state: 'dead', settled_at: access.now(), reason: 'refused' })
    .where('conversation_id', '=', send.conversation_id)
    .where('message_seq', '=', send.message_seq)
    .where('state', '=', 'sent')
    .execute()
  await db
    .updateTable('messages')
    .set({ delivery: 'failed' })
    .where('conversation_id', '=', send.conversation_id)
    .where('seq', '=', send.message_seq)
    .execute()
}

export async function noteTicket(
  access: Access,
  db: Db,
  id: string,
  note: NonNullable<ItemEffect['note']>,
): Promise<void> {
  const ticket = await openTicketOf(db, id)
  if (!ticket) return
  await db
    .insertInto('ticket_notes')
    .values({ id: access.newId(), ticket_id: ticket.id, ...note, created_at: access.now() })
    .execute()
}

async function rate(access: Access, db: Db, id: string, { score }: { score: number }): Promise<void> {
  const row = { id: access.newId(), conversation_id: id, score, comment: null, created_at: access.now() }
  await db.insertInto('ratings').values(row).execute()
}

/** The owner may be answered again, so that what waited for it goes out. */
async function wake(access: Access, db: Db, id: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due_at: access.now() })
    .where('conversation_id', '=', id)
    .where('state', '=', 'pending')
    .where('message_seq', 'is not', null)
    .where('due_at', '>', access.now())
    .execute()
}

async function apply(access: Access, db: Db, id: string, effect: ItemEffect): Promise<[Message, boolean] | undefined> {
  const { bind, staffSaid, says = [], undelivered, note, rating, incoming } = effect
  if (bind) await bindHome(access, db, id, bind.home)
  if (undelivered) await showUndelivered(access, db, undelivered.key)
  if (note) await noteTicket(access, db, id, note)
  if (rating) await rate(access, db, id, rating)
  const byStaff: Draft[] = staffSaid ? [{ from: 'staff', ...staffSaid, delivered: true }] : []
  await say(access, db, id, [...byStaff, ...says.map((reply) => ({ ...reply, from: 'bot' as const }))])
  if (effect.saidAt ?? effect.tappedAt) await wake(access, db, id)
  return incoming && acceptOnce(access, db, id, incoming)
}

/** Everything that an item causes, in one transaction, once. */
export async function settle(access: Access, db: Db, position: number, effect: ItemEffect): Promise<Settled> {
  const item = await lockItem(db, position, 'new')
  if (!item || !(await isNext(db, item))) return { kind: 'gone' }
  const owner = await lockOwner(access, db, { ...item, channel: item.channel as ChannelName })
  await noteOwner(db, owner, effect)
  const place = { community: effect.community, locale: effect.locale, moves: effect.bind !== undefined }
  const { id } = await conversationOf(access, db, owner, place)
  const accepted = await apply(access, db, id, effect)
  const waits = effect.fetchAgainAt
  await db
    .updateTable('channel_items')
    .set({
      state: waits ? 'fetching' : 'done',
      due_at: waits ?? item.due_at,
      conversation_id: id,
      message_seq: accepted?.[0].seq ?? null,
    })
    .where('position', '=', position)
    .execute()
  const conversation = toConversation(await lockConversation(db, id))
  return { kind: 'done', conversation, incoming: accepted?.[1] ?? false, ...(accepted && { message: accepted[0] }) }
}

/** Gives the message of an item its file, which was fetched late. */
export async function attach(db: Db, position: number, attachmentId: string | undefined): Promise<boolean> {
  const item = await lockItem(db, position, 'fetching')
  if (item?.conversation_id == null || item.message_seq === null) return false
  const { conversation_id, message_seq } = item
  await lockConversation(db, conversation_id)
  const files = attachmentId ? await takeUp(db, conversation_id, message_seq, [attachmentId]) : undefined
  if (files)
    await db
      .updateTable('messages')
      .set({ attachments: JSON.stringify(files) })
      .where('conversation_id', '=', conversation_id)
      .where('seq', '=', message_seq)
      .execute()
  const state = files ? 'done' : 'lost'
  await db.updateTable('channel_items').set({ state }).where('position', '=', position).execute()
  return files !== undefined
}

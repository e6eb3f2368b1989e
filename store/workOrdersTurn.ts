import type { FileOrder } from '../bot/ports/workOrders.ts'
import {
  type Attachment,
  isOpenOrder,
  type OrderAct,
  type Reply,
  reopensAt,
  type Slots,
  type WorkOrderState,
} from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, text } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { addLine, lockOrder, type OrderRow } from './workOrdersRows.ts'
import { tellReaders } from './workOrdersTell.ts'

const HOUR_MS = 3_600_000
/** Hours in which the same fault in the same place is one work order. */
const SAME_WITHIN = 24
/** These say nothing of the fault by themselves, so that the words must be alike too. */
const GENERAL = new Set(['repair.report', 'safety.hazard'])
/** Share of pairs of characters that two descriptions of the same thing have in common, at least. */
const ALIKE = 0.4

/** What became of the work order of a turn. */
export interface Filed {
  number: string
  /** `own`: to one that this conversation had filed or joined itself. */
  joined: false | 'own' | 'others'
}

/** Files it, or joins the one that is there for the same fault in the same place; part of the turn's transaction. */
export async function fileWorkOrder(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  order: FileOrder,
): Promise<Filed> {
  const same = order.joined && (await sameFault(access, db, conversation, order))
  const own = same && (await follower(db, same.id, conversation.id))
  if (!same) {
    await file(access, db, conversation, order)
    return { number: order.number, joined: false }
  }
  if (!own) await follow(access, db, same.id, conversation.id, order.slots)
  const attachments = await addFiles(db, same, order.attachments)
  await addLine(
    access,
    db,
    { ...same, attachments },
    { kind: 'joined', ...(order.slots.what ? { note: order.slots.what } : {}) },
  )
  await db.updateTable('work_orders').set({ updated_at: access.now() }).where('id', '=', same.id).execute()
  return { number: same.number, joined: own ? 'own' : 'others' }
}

/** Its replies when it was joined: the words for that in place of those that say it is filed. */
export function joinedReplies(replies: Reply[], order: FileOrder, filed: Filed): Reply[] {
  const { number } = filed
  const joined = (filed.joined === 'own' && order.joinedOwn) || order.joined
  if (!joined) return replies
  const reply = JSON.parse(JSON.stringify(joined).replaceAll('{number}', number)) as Reply
  return replies.map((each) => (each.action === 'opened' ? reply : each))
}

async function file(access: Access, db: Db, conversation: Row<'conversations'>, order: FileOrder): Promise<void> {
  const createdAt = access.now()
  const row: OrderRow = {
    id: access.newId(),
    number: order.number,
    conversation_id: conversation.id,
    community: conversation.community,
    intent: order.intent,
    slots: JSON.stringify(order.slots),
    attachments: text(order.attachments),
    state: 'filed',
    place_kind: order.place?.kind ?? null,
    place_key: order.place?.key ?? null,
    scheduled_for: null,
    worker: null,
    continues: order.continues ?? null,
    created_at: createdAt,
    updated_at: createdAt,
  }
  await db.insertInto('work_orders').values(row).execute()
  await follow(access, db, row.id, conversation.id, order.slots)
  await addLine(access, db, row, { kind: 'filed' })
}

async function addFiles(
  db: Db,
  { id, attachments: before }: OrderRow,
  files: Attachment[] | undefined,
): Promise<string | null> {
  if (!files?.length) return before
  const attachments = text([...(before === null ? [] : json<Attachment[]>(before)), ...files])
  await db.updateTable('work_orders').set({ attachments }).where('id', '=', id).execute()
  return attachments
}

async function follow(access: Access, db: Db, orderId: string, conversationId: string, slots: Slots): Promise<void> {
  const row = { order_id: orderId, conversation_id: conversationId, slots: JSON.stringify(slots), since: access.now() }
  await db.insertInto('work_order_followers').values(row).execute()
}

/**
 * Still open, filed within a day, and held. Whoever files the same meanwhile waits, so that one of many at once files
 * it and the others find it.
 */
async function sameFault(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  { intent, place, slots }: FileOrder,
): Promise<OrderRow | undefined> {
  if (!place) return undefined
  await access.hold(db, JSON.stringify(['fault', conversation.community, intent, place.kind, place.key]))
  const since = new Date(Date.parse(access.now()) - SAME_WITHIN * HOUR_MS).toISOString()
  const rows = await db
    .selectFrom('work_orders')
    .selectAll()
    .where('community', '=', conversation.community)
    .where('intent', '=', intent)
    .where('place_kind', '=', place.kind)
    .where('place_key', '=', place.key)
    .where('created_at', '>=', since)
    .orderBy('created_at')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  for (const row of rows) {
    if (!isOpenOrder(row.state as WorkOrderState)) continue
    if (GENERAL.has(intent) && !alike(slots.what, json<Slots>(row.slots).what)) continue
    return row
  }
  return undefined
}

function alike(one = '', other = ''): boolean {
  const [a, b] = [pairs(one), pairs(other)]
  const common = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size > 0 && (2 * common) / (a.size + b.size) >= ALIKE
}

function pairs(text: string): Set<string> {
  const signs = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

function follower(db: Db, orderId: string, conversationId: string): Promise<Row<'work_order_followers'> | undefined> {
  return db
    .selectFrom('work_order_followers')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
}

/**
 * What an owner does with a work order of theirs, as far as its present state lets them.
 * @returns the other conversations that were told of it
 */
export async function actOnOrder(access: Access, db: Db, conversationId: string, act: OrderAct): Promise<string[]> {
  const order = await lockOrder(db, act.number)
  if (!order || !(await follower(db, order.id, conversationId))) return []
  switch (act.kind) {
    case 'urge':
      await urge(access, db, order)
      return []
    case 'rate':
      await rate(access, db, order, conversationId, act.score)
      return []
    case 'withdraw':
      await withdraw(access, db, order, conversationId)
      return []
    case 'reopen':
      return reopen(access, db, order, conversationId, act)
    default:
      return act satisfies never
  }
}

/** Once an hour, whoever of its owners urges. */
async function urge(access: Access, db: Db, order: OrderRow): Promise<void> {
  const since = new Date(Date.parse(access.now()) - HOUR_MS).toISOString()
  const before = await db
    .selectFrom('work_order_lines')
    .select('id')
    .where('order_id', '=', order.id)
    .where('kind', '=', 'urged')
    .where('at', '>', since)
    .executeTakeFirst()
  if (before || !isOpenOrder(order.state as WorkOrderState)) return
  await addLine(access, db, order, { kind: 'urged' })
  await db.updateTable('work_orders').set({ updated_at: access.now() }).where('id', '=', order.id).execute()
}

async function rate(access: Access, db: Db, order: OrderRow, conversationId: string, score: number): Promise<void> {
  const row = { order_id: order.id, conversation_id: conversationId, score, at: access.now() }
  await db
    .insertInto('work_order_ratings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['order_id', 'conversation_id']).doUpdateSet({ score, at: row.at }))
    .execute()
  await addLine(access, db, order, { kind: 'rated', note: String(score) })
}

/** Others who reported it still want it done; then only this one is no longer told. */
async function withdraw(access: Access, db: Db, order: OrderRow, conversationId: string): Promise<void> {
  if (order.state !== 'filed') return
  const others = await db
    .selectFrom('work_order_followers')
    .selectAll()
    .where('order_id', '=', order.id)
    .where('conversation_id', '!=', conversationId)
    .orderBy('since')
    .execute()
  const next = others[0]
  if (!next) {
    const cancelled = { ...order, state: 'cancelled' }
    await addLine(access, db, cancelled, { kind: 'withdrawn' })
    const set = { state: 'cancelled', updated_at: access.now() }
    await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
    return
  }
  await db
    .deleteFrom('work_order_followers')
    .where('order_id', '=', order.id)
    .where('conversation_id', '=', conversationId)
    .execute()
  // It goes on in the words of an owner who still wants it.
  const set = { conversation_id: next.conversation_id, slots: next.slots, updated_at: access.now() }
  await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
  await addLine(access, db, { ...order, ...set }, { kind: 'withdrawn' })
}

async function reopen(
  access: Access,
  db: Db,
  order: OrderRow,
  conversationId: string,
  act: Extract<OrderAct, { kind: 'reopen' }>,
): Promise<string[]> {
  if (order.state !== 'done' || !reopensAt(order.updated_at, new Date(access.now()))) return []
  const set = { state: 'filed', scheduled_for: null, worker: null, updated_at: access.now() }
  await db.updateTable('work_orders').set(set).where('id', '=', order.id).execute()
  await addLine(access, db, { ...order, ...set }, { kind: 'reopened', note: act.note })
  const { others } = act
  if (!others) return []
  return tellReaders(access, db, order, conversationId, ({ locale }) => ({ text: others[locale] }))
}

import type { FileOrder } from '../bot/ports/workOrders.ts'
import { type Attachment, isOpenOrder, type Reply, type Slots, type WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, text } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { addLine, follower, type OrderRow } from './workOrdersRows.ts'

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

import type { FileOrder } from '../bot/ports/workOrders.ts'
import {
  type Attachment,
  isOpenOrder,
  type Reply,
  type Slots,
  type Urges,
  urgesOf,
  type WorkOrder,
  type WorkOrderState,
} from '../bot/types.ts'
import type { Access } from './access.ts'
import { json, text } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { addLine, follower, type OrderRow, wholeOrder } from './workOrdersRows.ts'

const HOUR_MS = 3_600_000
/** Hours in which the same fault in the same place is one work order. */
const SAME_WITHIN = 24
/** Days in which who reported it, while it is open, reports the same one again; later it is taken for another fault. */
const AGAIN_WITHIN_DAYS = 30
/** These say nothing of the fault by themselves, so that the words must be alike too. */
const GENERAL = new Set(['repair.report', 'safety.hazard'])
/** Share of pairs of characters that two descriptions of the same thing have in common, at least. */
const ALIKE = 0.4

/** What became of the work order of a turn. */
export interface Filed {
  number: string
  /** `own`: to one that this conversation had filed or joined itself. */
  joined: false | 'own' | 'others'
  /** Counted as urging: how often by now, and when and by whom before. */
  urge?: Urges
}

/** Files it, or joins the one that is there for the same fault in the same place; part of the turn's transaction. */
export async function fileWorkOrder(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  order: FileOrder,
): Promise<Filed> {
  const same = order.joined && (await sameFault(access, db, conversation, order))
  if (!same) {
    await file(access, db, conversation, order)
    return { number: order.number, joined: false }
  }
  return join(access, db, conversation, order, same)
}

async function join(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  order: FileOrder,
  { row, again }: SameFault,
): Promise<Filed> {
  const own = await follower(db, row.id, conversation.id)
  if (!own) await follow(access, db, row.id, conversation.id, order.slots)
  const attachments = await addFiles(db, row, order.attachments)
  const before = await wholeOrder(db, row)
  const counts = again && (order.by !== undefined || !lately(access, before))
  const { slots, by } = order
  const line = { ...(by && { by }), ...(slots.what && { note: slots.what }) }
  await addLine(access, db, { ...row, attachments }, { kind: counts ? 'urged' : 'joined', ...line })
  await db.updateTable('work_orders').set({ updated_at: access.now() }).where('id', '=', row.id).execute()
  const urges = urgesOf(before)
  const urge = counts ? { urge: { ...urges, count: urges.count + 1 } } : {}
  return { number: row.number, joined: own ? 'own' : 'others', ...urge }
}

/** A page is quickly sent twice; who rings up twice has asked twice. */
function lately(access: Access, { lines }: WorkOrder): boolean {
  const last = lines.findLast(({ kind }) => kind === 'filed' || kind === 'urged' || kind === 'joined')
  return last !== undefined && Date.parse(access.now()) - Date.parse(last.at) < HOUR_MS
}

/** Its replies when it was joined: the words for that in place of those that say it is filed. */
export function joinedReplies(replies: Reply[], order: FileOrder, filed: Filed): Reply[] {
  const { number, urge } = filed
  const joined = (urge && order.joinedAgain) || (filed.joined === 'own' && order.joinedOwn) || order.joined
  if (!joined) return replies
  const words = JSON.stringify(joined)
    .replaceAll('{number}', number)
    .replaceAll('{n}', String(urge?.count ?? ''))
  const reply = JSON.parse(words) as Reply
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

interface SameFault {
  row: OrderRow
  /** Of the household or conversation that reported it already. */
  again: boolean
}

/**
 * Still open, filed within a day or reported by the same ones before, and held. Whoever files the same meanwhile waits,
 * so that one of many at once files it and the others find it.
 */
async function sameFault(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  order: FileOrder,
): Promise<SameFault | undefined> {
  const { intent, place, slots } = order
  if (!place) return undefined
  await access.hold(db, JSON.stringify(['fault', conversation.community, intent, place.kind, place.key]))
  const hoursAgo = (hours: number) => new Date(Date.parse(access.now()) - hours * HOUR_MS).toISOString()
  const rows = await db
    .selectFrom('work_orders')
    .selectAll()
    .where('community', '=', conversation.community)
    .where('intent', '=', intent)
    .where('place_kind', '=', place.kind)
    .where('place_key', '=', place.key)
    .where('created_at', '>=', hoursAgo(AGAIN_WITHIN_DAYS * 24))
    .orderBy('created_at')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  for (const row of rows) {
    if (!isOpenOrder(row.state as WorkOrderState)) continue
    if (GENERAL.has(intent) && !alike(slots.what, json<Slots>(row.slots).what)) continue
    const again = await reportedBefore(db, row, conversation.id, order)
    if (again || row.created_at >= hoursAgo(SAME_WITHIN)) return { row, again }
  }
  return undefined
}

/**
 * A key of a home is shared only by those who have proved that they live there. Of common parts the same door counts
 * only where a clerk asked for it: nobody is to learn from the bot what a door reported by naming it.
 */
async function reportedBefore(
  db: Db,
  row: OrderRow,
  conversationId: string,
  { place, slots, by }: FileOrder,
): Promise<boolean> {
  if (place?.kind === 'home' || (await follower(db, row.id, conversationId))) return true
  if (by === undefined || !slots.home) return false
  const others = await db.selectFrom('work_order_followers').select('slots').where('order_id', '=', row.id).execute()
  return others.some((other) => json<Slots>(other.slots).home === slots.home)
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

import type { DispatchStore, OpenedLink } from '../bot/ports/dispatch.ts'
import { type DispatchLink, isOpenOrder, type WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import { linkBySecret, toLink } from './dispatchRows.ts'
import { addJobPhoto, takeStep } from './dispatchSteps.ts'
import type { Db } from './schema.ts'
import { addLine, lockOrder, wholeOrder } from './workOrdersRows.ts'

async function send(
  access: Access,
  db: Db,
  number: string,
  { secretHash, repairer, by, expiresAt }: Parameters<DispatchStore['send']>[1],
): Promise<OpenedLink | undefined> {
  const order = await lockOrder(db, number)
  if (!order || !isOpenOrder(order.state as WorkOrderState)) return undefined
  const now = access.now()
  // One job, one phone: who has it is never in doubt.
  await db
    .updateTable('dispatch_links')
    .set({ revoked_at: now, revoked_by: by })
    .where('order_id', '=', order.id)
    .where('revoked_at', 'is', null)
    .execute()
  const link = await db
    .insertInto('dispatch_links')
    .values({
      id: access.newId(),
      order_id: order.id,
      secret_hash: secretHash,
      repairer,
      author: by,
      created_at: now,
      expires_at: expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addLine(access, db, order, { kind: 'dispatched', by, worker: repairer })
  return { link: toLink(link), order: await wholeOrder(db, order) }
}

async function ofOrder(db: Db, number: string): Promise<DispatchLink[]> {
  const rows = await db
    .selectFrom('dispatch_links')
    .innerJoin('work_orders', 'work_orders.id', 'dispatch_links.order_id')
    .selectAll('dispatch_links')
    .where('work_orders.number', '=', number)
    .orderBy('dispatch_links.created_at', 'desc')
    .orderBy('dispatch_links.id')
    .execute()
  return rows.map(toLink)
}

async function opened(db: Db, secretHash: string): Promise<OpenedLink | undefined> {
  const link = await linkBySecret(db, secretHash)
  if (!link) return undefined
  const order = await db.selectFrom('work_orders').selectAll().where('id', '=', link.order_id).executeTakeFirstOrThrow()
  return { link: toLink(link), order: await wholeOrder(db, order) }
}

async function revoke(
  access: Access,
  db: Db,
  number: string,
  id: string,
  by: string,
): Promise<DispatchLink | undefined> {
  const order = await lockOrder(db, number)
  const link = await db.selectFrom('dispatch_links').selectAll().where('id', '=', id).executeTakeFirst()
  if (!order || link?.order_id !== order.id) return undefined
  if (link.revoked_at !== null || link.done_at !== null) return toLink(link)
  const ended = { revoked_at: access.now(), revoked_by: by }
  await db.updateTable('dispatch_links').set(ended).where('id', '=', id).execute()
  await addLine(access, db, order, { kind: 'recalled', by, worker: link.repairer })
  return toLink({ ...link, ...ended })
}

/** Work orders on repairers' phones. */
export function dispatchStore(access: Access): DispatchStore {
  return {
    send: (number, link) => access.write((db) => send(access, db, number, link)),
    ofOrder: (number) => access.read((db) => ofOrder(db, number)),
    opened: (secretHash) => access.read((db) => opened(db, secretHash)),
    revoke: (number, id, by) => access.write((db) => revoke(access, db, number, id, by)),
    step: (secretHash, step, says) => access.write((db) => takeStep(access, db, secretHash, step, says)),
    addPhoto: (secretHash, file) => access.write((db) => addJobPhoto(access, db, secretHash, file)),
  }
}

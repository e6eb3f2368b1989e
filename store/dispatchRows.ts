import type { DispatchLink } from '../bot/types.ts'
import { some } from './rows.ts'
import type { Db, Row } from './schema.ts'
import { lockOrder, type OrderRow } from './workOrdersRows.ts'
import { lockReaders } from './workOrdersTell.ts'

export type LinkRow = Row<'dispatch_links'>

export const toLink = (row: LinkRow): DispatchLink => ({
  id: row.id,
  repairer: row.repairer,
  by: row.author,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  ...some('revokedAt', row.revoked_at),
  ...some('revokedBy', row.revoked_by),
  ...some('acceptedAt', row.accepted_at),
  ...some('arrivedAt', row.arrived_at),
  ...some('doneAt', row.done_at),
})

export function linkBySecret(db: Db, secretHash: string): Promise<LinkRow | undefined> {
  return db.selectFrom('dispatch_links').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
}

/** The link and its work order, held with the conversations that are told; as they stand once they are held. */
export async function lockJob(db: Db, secretHash: string): Promise<{ link: LinkRow; order: OrderRow } | undefined> {
  const found = await linkBySecret(db, secretHash)
  if (!found) return undefined
  const { number } = await db
    .selectFrom('work_orders')
    .select('number')
    .where('id', '=', found.order_id)
    .executeTakeFirstOrThrow()
  await lockReaders(db, number)
  const order = await lockOrder(db, number)
  // Whoever held the work order before may have ended it.
  const link = await linkBySecret(db, secretHash)
  return order && link && { link, order }
}

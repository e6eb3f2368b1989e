import { isOpenOrder, type WorkOrder, type WorkOrderState } from '../bot/types.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'
import { addLine, lockOrder, wholeOrder } from './workOrdersRows.ts'

/** An owner asked again, and a clerk wrote it down; each time counts. */
export async function urgeByClerk(
  access: Access,
  db: Db,
  number: string,
  by: string,
  note: string | undefined,
): Promise<WorkOrder | undefined> {
  const order = await lockOrder(db, number)
  if (!order) return undefined
  if (isOpenOrder(order.state as WorkOrderState)) {
    await addLine(access, db, order, { kind: 'urged', by, ...(note && { note }) })
    await db.updateTable('work_orders').set({ updated_at: access.now() }).where('id', '=', order.id).execute()
  }
  return wholeOrder(db, order)
}

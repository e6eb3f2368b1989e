import { sql } from 'kysely'
import type { OrderPush, WorkOrderStore } from '../bot/ports/workOrders.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Those whose time has come; of each work order only the oldest, so that each comes in order. */
async function due(db: Db, now: string, limit: number): Promise<OrderPush[]> {
  return db
    .selectFrom('work_order_pushes as push')
    .select(['id', 'body', 'attempts'])
    .where('state', '=', 'pending')
    .where('next_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('work_order_pushes as before')
            .select(sql`1`.as('one'))
            .whereRef('before.number', '=', 'push.number')
            .whereRef('before.position', '<', 'push.position')
            .where('before.state', '=', 'pending'),
        ),
      ),
    )
    .orderBy('position')
    .limit(limit)
    .execute()
}

async function pushed(db: Db, id: string, result: Parameters<WorkOrderStore['pushed']>[1]): Promise<void> {
  const set = typeof result === 'string' ? { state: result } : { next_at: result.retryAt }
  await db
    .updateTable('work_order_pushes')
    .set((eb) => ({ ...set, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What the company's own system is still to be told. */
export function orderPushes(access: Access): Pick<WorkOrderStore, 'duePushes' | 'pushed'> {
  return {
    duePushes: (limit) => access.read((db) => due(db, access.now(), limit)),
    pushed: (id, result) => access.write((db) => pushed(db, id, result)),
  }
}

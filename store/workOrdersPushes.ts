import { sql } from 'kysely'
import type { OrderPush, WorkOrderStore } from '../bot/ports/workOrders.ts'
import type { Access } from './access.ts'
import type { Db } from './schema.ts'

/** Those whose time has come; of each work order only the oldest, so that each comes in order. */
async function due(db: Db, now: string, limit: number): Promise<OrderPush[]> {
  return db
    .selectFrom('work_order_pushes as push')
    .select(['push.id', 'push.body', 'push.attempts'])
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
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Longer than so many calls take, one after the other, to a system that does not answer. */
const TAKEN_MS = 5 * 60_000

/** Where others send too, what this one takes is not due for them meanwhile. */
async function take(access: Access, db: Db, limit: number): Promise<OrderPush[]> {
  const taken = await due(db, access.now(), limit)
  if (access.alone || taken.length === 0) return taken
  const until = new Date(Date.parse(access.now()) + TAKEN_MS).toISOString()
  await db
    .updateTable('work_order_pushes')
    .set({ next_at: until })
    .where(
      'id',
      'in',
      taken.map(({ id }) => id),
    )
    .execute()
  return taken
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
    duePushes: (limit) =>
      access.alone ? access.read((db) => take(access, db, limit)) : access.write((db) => take(access, db, limit)),
    pushed: (id, result) => access.write((db) => pushed(db, id, result)),
  }
}

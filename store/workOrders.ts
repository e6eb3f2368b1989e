import type { TurnCommit, WorkOrderStore } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { toWorkOrder } from './rows.ts'
import type { Db, Row } from './schema.ts'

const COUNTER = 'work_order'
/** Four digits from the first one on, so that a number looks like a number when it is read out on the phone. */
const FIRST_NUMBER = 1001

async function nextNumber(db: Db): Promise<string> {
  const row = await db
    .insertInto('counters')
    .values({ name: COUNTER, value: FIRST_NUMBER })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return String(row.value)
}

/** Part of the turn's transaction; its number was reserved before. */
export async function fileWorkOrder(
  access: Access,
  db: Db,
  conversation: Row<'conversations'>,
  order: NonNullable<TurnCommit['workOrder']>,
): Promise<void> {
  const createdAt = access.now()
  await db
    .insertInto('work_orders')
    .values({
      id: access.newId(),
      number: order.number,
      conversation_id: conversation.id,
      community: conversation.community,
      intent: order.intent,
      slots: JSON.stringify(order.slots),
      state: 'filed',
      created_at: createdAt,
      updated_at: createdAt,
    })
    .execute()
}

/** Repairs and other jobs. A number that was reserved and not used is left out; nobody else gets it. */
export function workOrderStore(access: Access): WorkOrderStore {
  return {
    reserveNumber: () => access.write(nextNumber),
    ofConversation: async (conversationId) => {
      const rows = await access.read((db) =>
        db
          .selectFrom('work_orders')
          .selectAll()
          .where('conversation_id', '=', conversationId)
          .orderBy('created_at', 'desc')
          .orderBy('number', 'desc')
          .execute(),
      )
      return rows.map(toWorkOrder)
    },
    find: async (community, number) => {
      const row = await access.read((db) =>
        db
          .selectFrom('work_orders')
          .selectAll()
          .where('number', '=', number)
          .where('community', '=', community)
          .executeTakeFirst(),
      )
      return row && toWorkOrder(row)
    },
  }
}

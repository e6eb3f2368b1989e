import type { FileOrder, OrderReader } from '../../bot/ports/workOrders.ts'
import type { Store, TurnCommit } from '../../bot/ports.ts'
import type { BurstAsk, Reply, WorkOrder } from '../../bot/types.ts'
import { aConversation, aTurn, find, says } from './fixtures.ts'

export const A_LIFT: Omit<FileOrder, 'number'> = {
  intent: 'elevator.fault',
  slots: { what: '电梯晃', place: '5栋1单元 电梯' },
  place: { kind: 'common', key: '5-1--:电梯' },
  joined: { text: '已经报过，工单号 {number}', action: 'opened' },
}

let said = 0

/** A turn of this conversation with something besides; what was committed of it. */
export async function turnWith(store: Store, conversationId: string, more: Partial<TurnCommit>) {
  said += 1
  const text = `第${said}句`
  const seq = await says(store, conversationId, text)
  const result = await store.conversations.commitTurn(aTurn(await find(store, conversationId), seq, more))
  if (result.kind !== 'committed') throw new Error(`expected it to be committed, it was ${result.kind}`)
  return result
}

/** Files a work order; the number that the owner was given, which may be another's. */
export async function newOrder(
  store: Store,
  conversationId: string,
  order: Omit<FileOrder, 'number'> = A_LIFT,
): Promise<string> {
  const number = await store.workOrders.reserveNumber()
  const replies = [{ text: `已登记 ${number}`, action: 'opened' as const }]
  const { effects } = await turnWith(store, conversationId, { replies, workOrder: { number, ...order } })
  return effects.workOrder ?? ''
}

export const SAYS = (reader: OrderReader, order: WorkOrder): Reply => ({
  text: `${order.number} ${order.state} ${reader.slots.what}`,
})

export const A_LIFT_ASK: BurstAsk = { topic: 'lift', building: '3', conversations: 3, minutes: 10, told: false }

/** Three owners who ask about the lift of building 3 make one; its id. */
export async function newIncident(store: Store): Promise<string> {
  for (let n = 0; n < 3; n++) await turnWith(store, (await aConversation(store)).id, { ask: A_LIFT_ASK })
  return (await store.incidents.list({ open: true }))[0]?.id ?? ''
}

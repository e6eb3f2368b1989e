import type { StoredTicket } from '../bot/ports.ts'
import type { WorkOrder } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

/** The number under which the owner is to be had, as they gave it: for this matter, in passing, or with a work order. */
export async function contactOf(
  { store }: Pick<DeskPorts, 'store'>,
  { conversationId, context }: StoredTicket,
  orders: readonly WorkOrder[],
): Promise<string | undefined> {
  if (context.slots.contact) return context.slots.contact
  const said = (await store.conversations.find(conversationId))?.memory.said.phone
  return said ?? orders.find(({ slots }) => slots.contact)?.slots.contact
}

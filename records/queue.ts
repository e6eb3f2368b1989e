import { IDLE_MS, type Store } from '../bot/ports.ts'
import type { Clock, Conversation, ConversationState, Hours } from '../bot/types.ts'

/** Reads the state from the record and the compound's hours. */
export async function queueState(
  { store, hours, clock }: { store: Pick<Store, 'tickets'>; hours: Hours; clock: Clock },
  conversation: Conversation,
): Promise<ConversationState> {
  const { community, id } = conversation
  const now = clock.now()
  const idle = now.getTime() - Date.parse(conversation.lastActiveAt) >= IDLE_MS
  const stage = conversation.stage === 'bot' && idle ? 'closed' : conversation.stage
  const open = hours.isOpen(community, now)
  const opens = open ? undefined : hours.opensAt(community, now)
  const base: ConversationState = { stage, open, ...(opens ? { opensAt: opens.toISOString() } : {}) }
  if (stage !== 'waiting' && stage !== 'staff') return base
  const place = await store.tickets.placeOf(id)
  if (!place) return base
  if (stage === 'staff') return { ...base, ...(place.assignee ? { staff: place.assignee } : {}) }
  const minutes = await store.tickets.medianWaitMinutes(community)
  return {
    ...base,
    queuePosition: place.ahead + 1,
    ...(open && minutes !== undefined ? { expectedWaitMinutes: Math.max(1, Math.round(minutes)) } : {}),
  }
}

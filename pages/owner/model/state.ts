import type { Message } from '../../../bot/types.ts'
import { freshOf, hadEmergency, invitesRating, merge, settle } from './timeline.ts'
import type { ConversationState, Outgoing, View } from './view.ts'

/** New messages take the place of what was under way, and end the typing sign of whoever wrote them. */
export function withMessages(view: View, incoming: Message[]): View {
  const fresh = freshOf(view.messages, incoming)
  if (!fresh.length) return view
  const messages = merge(view.messages, fresh)
  const { typing, ...rest } = view
  const answered = fresh.some(({ from }) => from !== 'owner')
  return {
    ...rest,
    ...(typing && !answered ? { typing } : {}),
    messages,
    outbox: settle(view.outbox, fresh),
    rating: ratingAfter(view, messages, fresh),
  }
}

function ratingAfter({ rating }: View, messages: Message[], fresh: Message[]): View['rating'] {
  if (fresh.some(({ from }) => from === 'owner')) return 'none'
  return invitesRating(messages) && !hadEmergency(messages) ? 'asked' : rating
}

export function withState(view: View, state: ConversationState): View {
  const heldAgain = state.stage === 'waiting' || state.stage === 'staff'
  return { ...view, state, rating: heldAgain ? 'none' : view.rating }
}

export const withoutTyping = ({ typing: _, ...rest }: View): View => rest

/** Changes one message that is under way; nothing happens when it has arrived meanwhile. */
export function withOutgoing(view: View, id: string, change: (entry: Outgoing) => Outgoing | undefined): View {
  const outbox = view.outbox.flatMap((entry) => (entry.clientMessageId === id ? (change(entry) ?? []) : entry))
  return { ...view, outbox }
}

/** The old conversation is gone: what was not sent yet goes into the new one. */
export function renewed(view: View): View {
  const { state: _, home: __, ...rest } = withoutTyping(view)
  const outbox = view.outbox.map((entry) => ({ ...entry, after: 0, sending: false, passing: true }))
  return { ...rest, verified: false, messages: [], outbox, rating: 'none', renewed: true }
}

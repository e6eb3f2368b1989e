import type { Choice, Message } from '../../../bot/types.ts'
import type { Outgoing } from './view.ts'

/** Adds messages that come from several sides, each once, in seq order. Gives the same array when nothing is new. */
export function merge(known: Message[], incoming: Message[]): Message[] {
  const fresh = freshOf(known, incoming)
  return fresh.length ? [...known, ...fresh].sort((a, b) => a.seq - b.seq) : known
}

/** Those of `incoming` that are not known yet. */
export function freshOf(known: Message[], incoming: Message[]): Message[] {
  const seen = new Set(known.map(({ seq }) => seq))
  return incoming.filter(({ seq }) => !seen.has(seq) && seen.add(seq))
}

/** The last seq before the first gap: what comes after it is asked for again. */
export function lastWhole(messages: Message[]): number {
  let last = 0
  for (const { seq } of messages) {
    if (seq !== last + 1) break
    last = seq
  }
  return last
}

/**
 * Drops what has arrived. The event stream may bring a message before the call that sent it returns, and does not say
 * which call that was; so the oldest one with the same words is taken for it.
 */
export function settle(outbox: Outgoing[], fresh: Message[]): Outgoing[] {
  let left = outbox
  for (const message of fresh) {
    const { from, text, seq } = message
    if (from !== 'owner') continue
    const same = (entry: Outgoing) => plain(entry.text) === plain(text) && filesOf(entry) === filesOf(message)
    const arrived = left.find((entry) => seq > entry.after && same(entry))
    if (arrived) left = left.filter((entry) => entry !== arrived)
  }
  return left
}

const filesOf = ({ attachments = [] }: Pick<Message, 'attachments'>) => attachments.map(({ id }) => id).join()

/** As the server keeps a text: NFC, without control characters. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim()

const RATING = /^rating:/

/** The choices still open: those since the owner's last message. */
export function openChoices(message: Message, messages: Message[], outbox: Outgoing[]): Choice[] {
  if (!message.choices?.length || outbox.length) return []
  const answered = messages.some(({ from, seq }) => from === 'owner' && seq > message.seq)
  return answered ? [] : message.choices.filter(({ value }) => !RATING.test(value))
}

/** The clerk's farewell asks for a rating, and nothing came after it. */
export function invitesRating(messages: Message[]): boolean {
  const last = messages[messages.length - 1]
  return last?.choices?.some(({ value }) => RATING.test(value)) ?? false
}

/** After an emergency nobody is asked how they liked it. */
export const hadEmergency = (messages: Message[]): boolean => messages.some(({ action }) => action === 'emergency')

/** A later message shows the same work order as it is by then. */
export function isPast({ card, seq }: Message, messages: Message[]): boolean {
  if (card?.kind !== 'work_order') return false
  return messages.some(
    (other) => other.seq > seq && other.card?.kind === 'work_order' && other.card.number === card.number,
  )
}

import type { Message } from '../../../bot/types.ts'

/** The last message that tells something of a work order; 0 for none. */
export function lastMention(messages: readonly Message[]): number {
  const tells = ({ card, sources }: Message) =>
    card?.kind === 'work_order' || sources?.some(({ kind }) => kind === 'work_order')
  // Not findLast, which the browsers inside older chat apps do not have.
  return messages.reduce((last, message) => (tells(message) ? message.seq : last), 0)
}

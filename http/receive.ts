import { QiaoError } from '../bot/errors.ts'
import type { Incoming, TurnInput } from '../bot/ports.ts'
import type { Message } from '../bot/types.ts'
import type { OwnerPorts } from './ownerPorts.ts'

/** The buttons under a farewell, where they are tapped as a message. */
const RATING = /^rating:([1-5])$/

/** What came in, and what its turn would read first where it came just now. */
export interface Received {
  message: Message
  input?: TurnInput
}

/**
 * Puts what an owner sent into the record, once, and tells owner's other windows and the desk; its turn is still to
 * be run.
 * @throws QiaoError `conflict` when the same id came with another text, `bad_request` for another's file
 */
export async function receive(
  { store, live }: Pick<OwnerPorts, 'store' | 'live'>,
  conversationId: string,
  incoming: Incoming,
): Promise<Received> {
  const accepted = await store.conversations.accept(conversationId, incoming)
  if (accepted.kind === 'conflict') throw refused(accepted.attachment === true)
  if (accepted.kind === 'stored') {
    const score = RATING.exec(incoming.choice ?? '')?.[1]
    if (score) await store.conversations.rate(conversationId, { score: Number(score) })
    const event = { kind: 'messages', conversationId } as const
    live.publish(`conversation:${conversationId}`, event)
    live.publish('desk', event)
    return { message: accepted.message, input: accepted.input }
  }
  return { message: accepted.message }
}

function refused(attachment: boolean): QiaoError {
  return attachment
    ? new QiaoError('bad_request', 'not an own file, or sent already', { details: { field: 'attachments' } })
    : new QiaoError('conflict', 'this clientMessageId came with another text or other attachments')
}

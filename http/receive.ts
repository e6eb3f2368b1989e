import { QiaoError } from '../bot/errors.ts'
import type { Incoming } from '../bot/ports.ts'
import type { TurnAnswer } from '../bot/turn.ts'
import type { Message } from '../bot/types.ts'
import type { OwnerPorts } from './ownerPorts.ts'

/** The buttons under a farewell, where they are tapped as a message. */
const RATING = /^rating:([1-5])$/

/** What came in, and its turn, which has begun or waits. A turn that fails is taken up at the next start. */
export interface Received {
  message: Message
  turn: Promise<TurnAnswer>
}

export type ReceivePorts = Pick<OwnerPorts, 'store' | 'live' | 'admission' | 'runTurn'>

/**
 * Puts what an owner sent into the record, once, tells owner's other windows and the desk, and has it answered.
 * @throws QiaoError `conflict` when the same id came with another text, `bad_request` for another's file; as
 *   `Admission.enter` when too much waits: then nothing is kept of it
 */
export async function receive(ports: ReceivePorts, conversationId: string, incoming: Incoming): Promise<Received> {
  const admitted = ports.admission.enter(conversationId, incoming.choice === undefined ? incoming.text : undefined)
  try {
    const accepted = await kept(ports, conversationId, incoming)
    admitted.kept()
    const input = accepted.kind === 'stored' ? accepted.input : undefined
    const turn = ports.runTurn(conversationId, accepted.message.seq, input)
    turn.then(admitted.done, admitted.done)
    return { message: accepted.message, turn }
  } catch (error) {
    admitted.kept()
    admitted.done()
    throw error
  }
}

async function kept({ store, live }: Pick<OwnerPorts, 'store' | 'live'>, conversationId: string, incoming: Incoming) {
  const accepted = await store.conversations.accept(conversationId, incoming)
  if (accepted.kind === 'conflict') throw refused(accepted.attachment === true)
  if (accepted.kind === 'stored') {
    const score = RATING.exec(incoming.choice ?? '')?.[1]
    if (score) await store.conversations.rate(conversationId, { score: Number(score) })
    const event = { kind: 'messages', conversationId } as const
    live.publish(`conversation:${conversationId}`, event)
    live.publish('desk', event)
  }
  return accepted
}

function refused(attachment: boolean): QiaoError {
  return attachment
    ? new QiaoError('bad_request', 'not an own file, or sent already', { details: { field: 'attachments' } })
    : new QiaoError('conflict', 'this clientMessageId came with another text or other attachments')
}

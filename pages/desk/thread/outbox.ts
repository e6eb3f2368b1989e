import { useEffect, useState } from 'preact/hooks'
import type { Attachment, Message } from '../../../bot/types.ts'
import { ProblemError } from '../../shared/api/problem.ts'
import type { DeskCalls, OutgoingReply } from '../calls.ts'
import { type HeldBack, heldBack } from '../guard/heldBack.ts'
import { putDraft } from './writing.ts'

/** A reply on its way. `held`: the promise guard asks for a record. */
export interface Outgoing extends Partial<HeldBack> {
  reply: OutgoingReply
  files: readonly Attachment[]
  state: 'sending' | 'failed' | 'held'
  /** The server's words, where it has some. */
  problem?: string
}

/** Replies that are not in the record yet, kept while the clerk looks at other tickets. */
export class Outbox {
  readonly #byTicket = new Map<string, Outgoing[]>()
  readonly #listeners = new Set<() => void>()
  readonly #calls: DeskCalls

  constructor(calls: DeskCalls) {
    this.#calls = calls
  }

  of(ticketId: string): readonly Outgoing[] {
    return this.#byTicket.get(ticketId) ?? []
  }

  /** Anything that would be lost with the page. */
  get waiting(): boolean {
    return [...this.#byTicket.values()].some((list) => list.length > 0)
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Sends, or sends again what has the same `clientMessageId`; the server stores it once. */
  async send(ticketId: string, reply: OutgoingReply, files: readonly Attachment[] = []): Promise<Message | undefined> {
    this.#put(ticketId, { reply, files, state: 'sending' })
    try {
      const { message } = await this.#calls.reply(ticketId, reply)
      this.drop(ticketId, reply.clientMessageId)
      return message
    } catch (error) {
      this.#put(ticketId, { files, ...refused(reply, error) })
      return undefined
    }
  }

  drop(ticketId: string, clientMessageId: string): void {
    const rest = this.of(ticketId).filter(({ reply }) => reply.clientMessageId !== clientMessageId)
    this.#byTicket.set(ticketId, rest)
    this.#changed()
  }

  /** Gives the words back to the box, to be changed. */
  takeBack(ticketId: string, { clientMessageId, text }: OutgoingReply): void {
    putDraft(ticketId, 'reply', text)
    this.drop(ticketId, clientMessageId)
  }

  #put(ticketId: string, outgoing: Outgoing): void {
    const list = this.of(ticketId)
    const index = list.findIndex(({ reply }) => reply.clientMessageId === outgoing.reply.clientMessageId)
    this.#byTicket.set(ticketId, index < 0 ? [...list, outgoing] : list.with(index, outgoing))
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

function refused(reply: OutgoingReply, error: unknown): Omit<Outgoing, 'files'> {
  if (!(error instanceof ProblemError)) throw error
  const { code, title, body } = error
  if (code !== 'promise') return { reply, state: 'failed', ...(title ? { problem: title } : {}) }
  return { reply, state: 'held', ...heldBack(body) }
}

export function useOutgoing(outbox: Outbox, ticketId: string): readonly Outgoing[] {
  const [, setTick] = useState(0)
  useEffect(() => outbox.onChange(() => setTick((tick) => tick + 1)), [outbox])
  return outbox.of(ticketId)
}

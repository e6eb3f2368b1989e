import { setTimeout as pause } from 'node:timers/promises'
import { commitOf } from './commit.ts'
import { FairQueue } from './fairQueue.ts'
import type { Lease, Leases, TurnEffects, TurnInput } from './ports.ts'
import { Thinker } from './think.ts'
import type { TurnPorts } from './turnPorts.ts'
import type { Classification, Conversation, Message, Outcome } from './types.ts'

export interface TurnAnswer {
  replies: Message[]
  conversation: Conversation
  /** Left out when the turn had been done before. */
  outcome?: Outcome
  classification?: Classification
}

/** `stale`: the conversation changed in between. */
type Attempt = TurnAnswer | 'stale' | { earlier: number[] }

/** A conversation that changes under a turn (a clerk claims it) is read and thought through again, so often at most. */
const ATTEMPTS = 5

/** Another instance's turn is waited for so long; then the record decides who was first. */
const WAIT_MS = 1000
const LOOK_EVERY_MS = 25

/** Runs owners' messages through one turn each, one at a time in a conversation, in order. */
export class Turns {
  readonly #current: () => TurnPorts
  readonly #queue: FairQueue
  readonly #leases: Leases | undefined
  #thinker: { of: TurnPorts; thinker: Thinker } | undefined

  /** @param current asked once a turn, so that each is thought through with one knowledge and its classifier
   *  @param leases who thinks about a conversation, where several instances do */
  constructor(current: () => TurnPorts, leases?: Leases, queue = new FairQueue()) {
    this.#current = current
    this.#leases = leases
    this.#queue = queue
  }

  /**
   * Answers a message that is in the record. Done before: gives what was answered then.
   *
   * @param input what would be read first, given by whoever has just stored the message
   * @param text what was said, where that is known: an emergency goes before others while there is no room
   */
  run(conversationId: string, seq: number, input?: TurnInput, text = input?.message.text): Promise<TurnAnswer> {
    // The turn before it changes what was read.
    const fresh = this.isAt(conversationId) ? undefined : input
    const urgent = this.#queue.full && text !== undefined && this.#current().findEmergency(text) !== undefined
    return this.#queue.run(conversationId, () => this.#run(conversationId, seq, fresh), urgent)
  }

  /** Takes up what was accepted and not answered when the process ended; gives how many. */
  async resume(): Promise<number> {
    const open = await this.#current().store.conversations.unfinished()
    await Promise.all(open.map(({ conversationId, seq }) => this.run(conversationId, seq)))
    return open.length
  }

  /** Turns that wait, and for how many milliseconds the longest has waited for room. */
  get waiting(): { turns: number; longestMs: number } {
    return { turns: this.#queue.waiting, longestMs: this.#queue.longestWaitMs }
  }

  /** Resolves when no turn is under way. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }

  /** Whether this instance is at the conversation. */
  isAt(conversationId: string): boolean {
    return this.#queue.has(conversationId)
  }

  async #run(conversationId: string, seq: number, fresh?: TurnInput): Promise<TurnAnswer> {
    const leaving: number[] = []
    let input = fresh
    for (let attempt = 0; attempt < ATTEMPTS; ) {
      const answer = await this.#held(conversationId, seq, leaving, input)
      input = undefined
      if (answer === 'stale') attempt += 1
      else if ('earlier' in answer) await this.#runFirst(conversationId, answer.earlier, leaving)
      else return answer
    }
    throw new Error(`conversation ${conversationId} changed ${ATTEMPTS} times under the turn of message ${seq}`)
  }

  /** What was said before is answered before. One whose turn fails does not keep the later ones waiting. */
  async #runFirst(conversationId: string, earlier: readonly number[], leaving: number[]): Promise<void> {
    for (const seq of earlier) {
      try {
        await this.#run(conversationId, seq)
      } catch (error) {
        this.#current().report(error, conversationId)
        leaving.push(seq)
      }
    }
  }

  async #held(
    conversationId: string,
    seq: number,
    leaving: readonly number[],
    input: TurnInput | undefined,
  ): Promise<Attempt> {
    const { conversation, lease } = await this.#hold(conversationId, input?.conversation)
    try {
      const message = input?.message ?? (await this.#current().store.conversations.message(conversationId, seq))
      return await this.#attempt(conversation, message, leaving)
    } finally {
      await lease?.release()
    }
  }

  /** The conversation as it is once nobody else is at it, or is for too long. */
  async #hold(id: string, fresh: Conversation | undefined): Promise<{ conversation: Conversation; lease?: Lease }> {
    const until = performance.now() + WAIT_MS
    for (let known = fresh; ; known = undefined) {
      const conversation = known ?? (await this.#current().store.conversations.find(id))
      if (!conversation) throw new Error(`conversation ${id} is gone`)
      const lease = (await this.#leases?.take(id, conversation.version)) ?? 'away'
      if (typeof lease !== 'string') return { conversation, lease }
      if (lease === 'away' || performance.now() > until) return { conversation }
      await pause(LOOK_EVERY_MS)
    }
  }

  async #attempt(
    conversation: Conversation,
    message: TurnInput['message'],
    leaving: readonly number[],
  ): Promise<Attempt> {
    const ports = this.#current()
    const { store } = ports
    const thought = await this.#thinkerOf(ports).think(conversation, message)
    const commit = await commitOf(ports, conversation, message.seq, thought)
    const result = await store.conversations.commitTurn({ ...commit, leaving })
    if (result.kind === 'stale') return 'stale'
    if (result.kind === 'early') return result
    if (result.kind === 'done') return { replies: result.replies, conversation }
    this.#announce(result.conversation, result.ticketId)
    this.#announceEffects(result.effects)
    const { outcome, turn } = thought
    return { replies: result.replies, conversation: result.conversation, outcome, classification: turn.classification }
  }

  #thinkerOf(ports: TurnPorts): Thinker {
    if (this.#thinker?.of !== ports) this.#thinker = { of: ports, thinker: new Thinker(ports) }
    return this.#thinker.thinker
  }

  #announceEffects({ told, workOrder, incident }: TurnEffects): void {
    const { live } = this.#current()
    for (const conversationId of told)
      live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    if (workOrder) live.publish('desk', { kind: 'work_orders', number: workOrder })
    if (incident) live.publish('desk', { kind: 'incidents', incidentId: incident })
  }

  #announce({ id: conversationId, stage }: Conversation, ticket: string | undefined): void {
    const { live } = this.#current()
    live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
    live.publish('desk', { kind: 'messages', conversationId })
    if (ticket) live.publish('desk', { kind: 'tickets', ticketId: ticket })
    else if (stage !== 'bot') live.publish('desk', { kind: 'tickets' })
  }
}

import { commitOf } from './commit.ts'
import type { TurnEffects } from './ports.ts'
import { KeyedQueue } from './queue.ts'
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

/** A conversation that changes under a turn (a clerk claims it) is read and thought through again, so often at most. */
const ATTEMPTS = 5

/** Runs owners' messages through one turn each, one at a time in a conversation, in order. */
export class Turns {
  readonly #current: () => TurnPorts
  readonly #queue = new KeyedQueue()
  #thinker: { of: TurnPorts; thinker: Thinker } | undefined

  /** @param current asked once a turn, so that each is thought through with one knowledge and its classifier */
  constructor(current: () => TurnPorts) {
    this.#current = current
  }

  /** Answers a message that is in the record. Done before: gives what was answered then. */
  run(conversationId: string, seq: number): Promise<TurnAnswer> {
    return this.#queue.run(conversationId, () => this.#run(conversationId, seq))
  }

  /** Takes up what was accepted and not answered when the process ended; gives how many. */
  async resume(): Promise<number> {
    const open = await this.#current().store.conversations.unfinished()
    await Promise.all(open.map(({ conversationId, seq }) => this.run(conversationId, seq)))
    return open.length
  }

  /** Resolves when no turn is under way. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }

  async #run(conversationId: string, seq: number): Promise<TurnAnswer> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await this.#attempt(conversationId, seq)
      if (answer) return answer
    }
    throw new Error(`conversation ${conversationId} changed ${ATTEMPTS} times under the turn of message ${seq}`)
  }

  /** Undefined when the conversation changed in between. */
  async #attempt(conversationId: string, seq: number): Promise<TurnAnswer | undefined> {
    const ports = this.#current()
    const { store } = ports
    const conversation = await store.conversations.find(conversationId)
    if (!conversation) throw new Error(`conversation ${conversationId} is gone`)
    const message = await store.conversations.message(conversationId, seq)
    const thought = await this.#thinkerOf(ports).think(conversation, message)
    const commit = await commitOf(ports, conversation, seq, thought)
    const result = await store.conversations.commitTurn(commit)
    if (result.kind === 'stale') return undefined
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

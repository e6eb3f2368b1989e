import type { PushEnd, WaitingMessage } from '../bot/ports/board.ts'
import type { Live, Store } from '../bot/ports.ts'
import type { ChannelName, Clock, Conversation, Hours, LeasedPush, Message, SendResult } from '../bot/types.ts'

/** Hands a message to a platform. What it throws counts as `unknown`: it may have arrived. */
export interface ChannelSender {
  /** `also`: goes in the same message, behind it; only where `together` asked for it. */
  send(conversation: Conversation, message: Message, also?: Message[]): Promise<SendResult>
  /** Hours after the owner's last message in which it may be written to; left out: at any time. */
  readonly windowHours?: number | undefined
  /** Shows the owner that somebody writes, where the platform can. Never throws. */
  typing?(conversation: Conversation): Promise<void>
  /** How many of those that wait go together with this one, where the platform takes few; left out: none ever. */
  together?(conversation: Conversation, message: Message, waiting: Message[]): Promise<number>
}

export type Senders = Partial<Record<ChannelName, ChannelSender>>

export interface OutboxPorts {
  store: Pick<Store, 'outbox'>
  live: Live
  clock: Clock
  hours: Pick<Hours, 'mayDisturbAt'>
  senders: Senders
  /** 0 up to 1. */
  random(): number
  /** Names this process among those that send. */
  instance: string
  report(error: unknown, conversationId: string): void
}

/** On these page, client or terminal read the record themselves. */
const PULLED: readonly ChannelName[] = ['web', 'cli', 'directline']
/** As many as the record commits with one wait for the disk. */
const BATCH = 64
/** Longer than any platform takes to answer. */
const LEASE_MS = 60_000
const SHORTEST_MS = 1000
const LONGEST_MS = 600_000
/** About two hours of trying. */
const MOST_ATTEMPTS = 20
/** While staff hold the conversation the bot is silent; asked again so often. */
const HELD_MS = 60_000

/** Whether owners on this channel can be sent what they did not just ask for. */
export const canPushTo = (channel: ChannelName, senders: Senders): boolean =>
  PULLED.includes(channel) || senders[channel] !== undefined

/** Milliseconds until the next attempt: twice as long each time, by up to half less at random. */
export function backoffMs(attempt: number, random: number): number {
  const whole = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** attempt)
  return Math.max(SHORTEST_MS, Math.round(whole * (1 - random / 2)))
}

/** Sends what is on its way, in order in each conversation, as several instances may at once. */
export class Outbox {
  readonly #ports: OutboxPorts
  #running: Promise<void> | undefined
  #again = false
  #stopping = false

  constructor(ports: OutboxPorts) {
    this.#ports = ports
  }

  /** Sends all that is due; called while it runs, it looks once more. Never throws. */
  async drain(): Promise<void> {
    if (this.#stopping) return
    this.#again = true
    this.#running ??= this.#run()
    await this.#running
  }

  /** Takes nothing more, and resolves when what is being sent has its end. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false
      try {
        // What is taken is no longer due, so that this ends.
        while (!this.#stopping && (await this.#batch()));
      } catch (error) {
        this.#ports.report(error, '')
      }
    }
    // In the same breath as the last look, so that no call falls between.
    this.#running = undefined
  }

  async #batch(): Promise<boolean> {
    const { store, instance: by } = this.#ports
    const taken = await store.outbox.lease({ by, until: this.#later(LEASE_MS), limit: BATCH })
    await Promise.all(taken.map((push) => this.#safely(push)))
    return taken.length > 0
  }

  /** One that fails keeps no other from going out; its lease runs out and it is tried again. */
  async #safely(push: LeasedPush): Promise<void> {
    try {
      await this.#one(push)
    } catch (error) {
      this.#ports.report(error, push.conversationId)
    }
  }

  async #one(push: LeasedPush): Promise<void> {
    const { store, clock, hours, instance } = this.#ports
    const now = clock.now()
    const awake = push.said ? now : hours.mayDisturbAt(push.community, now)
    if (awake > now) return this.#end(push, { state: 'pending', dueAt: awake.toISOString(), counts: false })
    const begun = await store.outbox.begin(push.position, instance)
    switch (begun.kind) {
      case 'lost':
        return
      case 'held':
        return this.#end(push, { state: 'pending', dueAt: this.#later(HELD_MS), counts: false })
      case 'delivered':
        return this.#announce(push.conversationId)
      case 'send':
        this.#announce(push.conversationId)
        return this.#handOver(push, begun.conversation, begun.message)
      default:
        return begun satisfies never
    }
  }

  /** With what goes along, all of which comes to the same end. */
  async #handOver(push: LeasedPush, conversation: Conversation, message: Message): Promise<void> {
    const along = await this.#along(push, conversation, message)
    const also = along.map((waiting) => waiting.message)
    const result = await this.#send(conversation, message, also)
    const end = this.#after(push, result)
    await this.#end(push, end)
    for (const { position } of along) await this.#end({ ...push, position }, end)
  }

  async #along(push: LeasedPush, conversation: Conversation, message: Message): Promise<WaitingMessage[]> {
    const { store, senders, instance } = this.#ports
    const sender = senders[conversation.channel]
    if (!sender?.together) return []
    const waiting = await store.outbox.waiting(push.position)
    const wanted = await sender.together(
      conversation,
      message,
      waiting.map((one) => one.message),
    )
    const along = waiting.slice(0, wanted)
    const positions = along.map(({ position }) => position)
    return along.length > 0 && (await store.outbox.takeAlong(push.position, instance, positions)) ? along : []
  }

  async #send(conversation: Conversation, message: Message, also: Message[]): Promise<SendResult | 'no_channel'> {
    const sender = this.#ports.senders[conversation.channel]
    if (!sender) return 'no_channel'
    try {
      return await (also.length > 0 ? sender.send(conversation, message, also) : sender.send(conversation, message))
    } catch (error) {
      this.#ports.report(error, conversation.id)
      return 'unknown'
    }
  }

  #after(push: LeasedPush, result: SendResult | 'no_channel'): PushEnd {
    if (typeof result === 'object') return { state: 'pending', dueAt: result.waitUntil, counts: false, reason: 'waits' }
    switch (result) {
      case 'sent':
        return { state: 'sent' }
      case 'unknown':
        return { state: 'unknown', reason: 'unsure' }
      case 'impossible':
        return { state: 'dead', reason: 'refused' }
      case 'no_channel':
      case 'left':
      case 'outside':
        return { state: 'dead', reason: result }
      case 'again':
      case 'retry': {
        if (push.attempts + 1 >= MOST_ATTEMPTS)
          return result === 'again' ? { state: 'unknown', reason: 'unsure' } : { state: 'dead', reason: 'attempts' }
        const delay = backoffMs(push.attempts, this.#ports.random())
        return { state: 'pending', dueAt: this.#later(delay), counts: true, reason: 'retrying' }
      }
      default:
        return result satisfies never
    }
  }

  async #end({ position, conversationId }: LeasedPush, end: PushEnd): Promise<void> {
    await this.#ports.store.outbox.settle(position, this.#ports.instance, end)
    if (end.state === 'dead' || end.state === 'unknown') this.#announce(conversationId)
    // Staff see how far it is; a platform's owner has it or has not.
    else this.#ports.live.publish('desk', { kind: 'messages', conversationId })
  }

  #announce(conversationId: string): void {
    const event = { kind: 'messages', conversationId } as const
    this.#ports.live.publish(`conversation:${conversationId}`, event)
    this.#ports.live.publish('desk', event)
  }

  #later(milliseconds: number): string {
    return new Date(this.#ports.clock.now().getTime() + milliseconds).toISOString()
  }
}

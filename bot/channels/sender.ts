import type { ChannelMetrics, OwnerState, SendLimits } from '../ports/channels.ts'
import type { Store } from '../ports.ts'
import type { ChannelName, Clock, Conversation, Locale, Message, SendResult } from '../types.ts'
import { asText, type ChannelWords, inParts, MOST_TEXT_BYTES } from './text.ts'

/** `full`, `closed`: the platform's own count or window says no, whatever ours says. */
export type PlatformResult = 'sent' | 'unknown' | 'retry' | 'impossible' | 'full' | 'closed'

export interface Outgoing {
  owner: OwnerState
  conversation: Conversation
  message: Message
  text: string
  /** The same each time the same is sent, ≤ 32 of [0-9a-zA-Z_-]. */
  key: string
}

/** What is different with each platform. None of it throws. */
export interface PlatformWriter {
  limits: SendLimits
  send(outgoing: Outgoing): Promise<PlatformResult>
  /** Where something goes without counting, such as a greeting; undefined: not this one. */
  sendUncounted?(outgoing: Outgoing): Promise<PlatformResult | undefined>
  /** When a whole message was sent. */
  sent?(outgoing: Outgoing): Promise<void>
  /** Where owners can be told though they have not written for long. */
  notify?(outgoing: Outgoing): Promise<SendResult>
}

export interface SenderPorts {
  channel: ChannelName
  store: Pick<Store, 'channels'>
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  metrics: ChannelMetrics
  clock: Clock
}

/** So few that what waits is joined, and one is kept for whoever speaks next. */
const RUNNING_SHORT = 2

/** Hands messages to a platform that counts: counted before they are sent, in parts where they are long. */
export class PlatformSender {
  readonly #ports: SenderPorts
  readonly #writer: PlatformWriter

  constructor(ports: SenderPorts, writer: PlatformWriter) {
    this.#ports = ports
    this.#writer = writer
  }

  /** Hours after the owner's last message in which we may write; undefined where there is a way around. */
  get windowHours(): number | undefined {
    return this.#writer.notify ? undefined : this.#writer.limits.said.withinMs / 3_600_000
  }

  async send(conversation: Conversation, message: Message, also: Message[] = []): Promise<SendResult> {
    const owner = await this.#ports.store.channels.ownerOf(conversation.id)
    if (!owner) return 'impossible'
    if (owner.leftAt) return 'left'
    const parts = inParts(this.#textOf(conversation, [message, ...also]))
    const outgoing = (text: string, index: number) => ({
      owner,
      conversation,
      message,
      text,
      key: `${message.id}-${index}`,
    })
    for (const [index, text] of parts.entries()) {
      const result = await this.#part(outgoing(text, index))
      if (result !== 'sent') return result
    }
    await this.#writer.sent?.(outgoing(parts.at(-1) ?? '', parts.length - 1))
    return 'sent'
  }

  async together(conversation: Conversation, message: Message, waiting: Message[]): Promise<number> {
    if (waiting.length === 0) return 0
    const owner = await this.#ports.store.channels.ownerOf(conversation.id)
    if (!owner || (await this.#ports.store.channels.room(owner, this.#writer.limits)) > RUNNING_SHORT) return 0
    const fits = (count: number) => {
      const text = this.#textOf(conversation, [message, ...waiting.slice(0, count)])
      return Buffer.byteLength(text) <= MOST_TEXT_BYTES
    }
    let count = 0
    while (count < waiting.length && fits(count + 1)) count += 1
    return count
  }

  async #part(outgoing: Outgoing): Promise<SendResult> {
    const { store, metrics, channel } = this.#ports
    const uncounted = await this.#writer.sendUncounted?.(outgoing)
    if (uncounted === 'sent') return 'sent'
    const { owner, conversation, message, key } = outgoing
    const send = { key, conversationId: conversation.id, seq: message.seq }
    const room = await store.channels.take(owner, send, this.#writer.limits)
    switch (room.kind) {
      case 'before':
        return room.state
      case 'full':
        return { waitUntil: room.until }
      case 'closed':
        return this.#outside(outgoing)
      case 'taken': {
        const result = await this.#writer.send(outgoing)
        metrics.sent(channel, result)
        return this.#after(outgoing, result)
      }
      default:
        return room satisfies never
    }
  }

  async #after(outgoing: Outgoing, result: PlatformResult): Promise<SendResult> {
    const { channels } = this.#ports.store
    const { key, owner } = outgoing
    switch (result) {
      case 'sent':
      case 'unknown':
        await channels.settleSend(key, result)
        return result
      case 'retry':
      case 'impossible':
        await channels.settleSend(key, 'back')
        return result
      case 'closed':
        await channels.settleSend(key, 'back')
        return this.#outside(outgoing)
      case 'full': {
        // Its count is not ours: nothing more is tried before the owner writes.
        await channels.settleSend(key, 'back')
        const until = Date.parse(owner.saidAt ?? '') + this.#writer.limits.said.withinMs
        const open = until > this.#ports.clock.now().getTime()
        return open ? { waitUntil: new Date(until).toISOString() } : 'outside'
      }
      default:
        return result satisfies never
    }
  }

  /** Staff see that it did not arrive, and phone; what the bot tells of its own accord may have another way. */
  async #outside(outgoing: Outgoing): Promise<SendResult> {
    if (outgoing.message.from !== 'bot' || !this.#writer.notify) return 'outside'
    const result = await this.#writer.notify(outgoing)
    this.#ports.metrics.sent(this.#ports.channel, `notify_${typeof result === 'string' ? result : 'wait'}`)
    return result
  }

  #textOf({ community, locale }: Conversation, messages: Message[]): string {
    const say = (key: string, vars?: Record<string, string>) => this.#ports.say(key, community, locale, vars)
    const words: ChannelWords = {
      choose: say('channel_choose'),
      staff: (name) => say('channel_staff', { name }),
    }
    // Only the last choices can be picked by number.
    const last = messages.findLast(({ choices }) => choices?.length)
    return messages
      .map(({ choices, ...message }) =>
        asText({ ...message, ...(message.id === last?.id && choices && { choices }) }, words),
      )
      .join('\n\n')
  }
}

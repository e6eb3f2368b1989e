import type { AttachedFile } from '../ports/attachments.ts'
import type { ChannelMetrics, OwnerState, SendLimits } from '../ports/channels.ts'
import type { Store } from '../ports.ts'
import type { Attachment, ChannelName, Clock, Conversation, Locale, Message, SendResult } from '../types.ts'
import type { Menu } from './menu.ts'
import { type Part, Parts, type PartsPorts } from './parts.ts'

/** `full`, `closed`: the platform's own count or window says no, whatever ours says. */
export type PlatformResult = 'sent' | 'unknown' | 'again' | 'retry' | 'impossible' | 'full' | 'closed'

export interface Outgoing {
  owner: OwnerState
  conversation: Conversation
  message: Message
  /** The same each time the same is sent, ≤ 32 of [0-9a-zA-Z_-]. */
  key: string
}

export interface OutgoingText extends Outgoing {
  text: string
}

/** What is different with each platform. None of it throws. */
export interface PlatformWriter {
  limits: SendLimits
  send(outgoing: OutgoingText): Promise<PlatformResult>
  sendMenu(outgoing: Outgoing, menu: Menu): Promise<PlatformResult>
  /** Whether the platform shows such a file; the others go as words. */
  shows(file: Attachment): boolean
  sendFile(outgoing: Outgoing, file: AttachedFile): Promise<PlatformResult>
  /** Shows that somebody writes; it is no message and does not count. */
  typing?(owner: OwnerState): Promise<void>
  /** Where something goes without counting, such as a greeting; undefined: not this one. */
  sendUncounted?(outgoing: OutgoingText): Promise<PlatformResult | undefined>
  /** When a whole message was sent. */
  sent?(outgoing: Outgoing): Promise<void>
  /** Where owners can be told though they have not written for long. */
  notify?(outgoing: OutgoingText): Promise<SendResult>
}

export interface SenderPorts {
  channel: ChannelName
  store: Pick<Store, 'channels' | 'attachments'>
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  linkTo: PartsPorts['linkTo']
  metrics: ChannelMetrics
  clock: Clock
}

/** So few that what waits is joined, and one is kept for whoever speaks next. */
const RUNNING_SHORT = 2

/** Hands messages to a platform that counts: counted before they are sent, in parts where they are long. */
export class PlatformSender {
  readonly #ports: SenderPorts
  readonly #writer: PlatformWriter
  readonly #parts: Parts

  constructor(ports: SenderPorts, writer: PlatformWriter) {
    this.#ports = ports
    this.#writer = writer
    this.#parts = new Parts({ ...ports, shows: (file) => writer.shows(file) })
  }

  /** Hours after the owner's last message in which we may write; undefined where there is a way around. */
  get windowHours(): number | undefined {
    return this.#writer.notify ? undefined : this.#writer.limits.said.withinMs / 3_600_000
  }

  async send(conversation: Conversation, message: Message, also: Message[] = []): Promise<SendResult> {
    const owner = await this.#ports.store.channels.ownerOf(conversation.id)
    if (!owner) return 'impossible'
    if (owner.leftAt) return 'left'
    const outgoing = { owner, conversation, message, key: message.id }
    for (const part of this.#parts.of(conversation, [message, ...also])) {
      const result = await this.#part({ ...outgoing, key: `${message.id}-${part.id}` }, part)
      if (result !== 'sent') return result
    }
    await this.#noteUnseen(outgoing)
    await this.#writer.sent?.(outgoing)
    return 'sent'
  }

  /** A sign that gets lost is nothing that anybody could mend. */
  async typing({ id }: Conversation): Promise<void> {
    const { store, metrics, channel } = this.#ports
    if (!this.#writer.typing) return
    try {
      const owner = await store.channels.ownerOf(id)
      if (owner && !owner.leftAt) await this.#writer.typing(owner)
    } catch {
      metrics.sent(channel, 'typing_failed')
    }
  }

  async together(conversation: Conversation, message: Message, waiting: Message[]): Promise<number> {
    if (waiting.length === 0) return 0
    const owner = await this.#ports.store.channels.ownerOf(conversation.id)
    if (!owner || (await this.#ports.store.channels.room(owner, this.#writer.limits)) > RUNNING_SHORT) return 0
    return this.#parts.fitting(conversation, message, waiting)
  }

  async #part(outgoing: Outgoing, part: Part): Promise<SendResult> {
    if (part.kind === 'file') return this.#counted(outgoing, () => this.#file(outgoing, part.file.id))
    const worded = { ...outgoing, text: part.text }
    const uncounted = await this.#writer.sendUncounted?.(worded)
    if (uncounted === 'sent') return 'sent'
    return this.#counted(worded, () =>
      part.kind === 'menu' ? this.#menu(worded, part.menu) : this.#writer.send(worded),
    )
  }

  /** An account that may send no menus gets the choices by number. */
  async #menu(outgoing: OutgoingText, menu: Menu): Promise<PlatformResult> {
    const result = await this.#writer.sendMenu(outgoing, menu)
    return result === 'impossible' ? this.#writer.send(outgoing) : result
  }

  /** A file that was erased meanwhile goes to nobody. */
  async #file(outgoing: Outgoing, id: string): Promise<PlatformResult> {
    const file = await this.#ports.store.attachments.ofConversation(outgoing.conversation.id, id)
    return file ? this.#writer.sendFile(outgoing, file) : 'impossible'
  }

  /** Counted before it is sent, and never sent twice. */
  async #counted(outgoing: Outgoing & { text?: string }, send: () => Promise<PlatformResult>): Promise<SendResult> {
    const { store, metrics, channel } = this.#ports
    const { owner, conversation, message, key } = outgoing
    const room = await store.channels.take(
      owner,
      { key, conversationId: conversation.id, seq: message.seq },
      this.#writer.limits,
    )
    switch (room.kind) {
      case 'before':
        return room.state
      case 'full':
        return { waitUntil: room.until }
      case 'closed':
        return this.#outside(outgoing)
      case 'taken': {
        const result = await send()
        metrics.sent(channel, result)
        return this.#after(outgoing, result)
      }
      default:
        return room satisfies never
    }
  }

  async #after(outgoing: Outgoing & { text?: string }, result: PlatformResult): Promise<SendResult> {
    const { channels } = this.#ports.store
    const { key, owner } = outgoing
    switch (result) {
      case 'sent':
      case 'unknown':
        await channels.settleSend(key, result)
        return result
      case 'again':
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
  async #outside({ text, ...outgoing }: Outgoing & { text?: string }): Promise<SendResult> {
    if (text === undefined || outgoing.message.from !== 'bot' || !this.#writer.notify) return 'outside'
    const result = await this.#writer.notify({ ...outgoing, text })
    this.#ports.metrics.sent(this.#ports.channel, `notify_${typeof result === 'string' ? result : 'wait'}`)
    return result
  }

  /** The clerk thinks that the owner has the file. */
  async #noteUnseen({ conversation: { id, community }, message }: Outgoing): Promise<void> {
    const { store, say, linkTo } = this.#ports
    const unseen = this.#parts.others(message).filter((file) => !linkTo(id, file))
    if (!unseen.length) return
    const text = say('channel_file_unseen', community, 'zh', { name: unseen.map(({ name }) => name).join('、') })
    await store.channels.note(id, { author: say('channel_note_author', community, 'zh'), text })
  }
}

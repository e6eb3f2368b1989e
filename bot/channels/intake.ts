import type { Channel, ItemEffect, KeptItem, NewItem } from '../ports/channels.ts'
import type { Live, Store } from '../ports.ts'
import { KeyedQueue } from '../queue.ts'
import type { ChannelName, Clock, Locale, Message, Reply } from '../types.ts'
import { type Effects, effectsOf } from './effects.ts'
import { Files } from './files.ts'
import type { FileAtPlatform, Heard } from './heard.ts'

export interface IntakePorts {
  channel: ChannelName
  store: Pick<Store, 'channels' | 'conversations' | 'attachments' | 'outbox' | 'tickets'>
  live: Live
  clock: Clock
  /** @param text what was said: an emergency goes first while there is no room */
  runTurn(conversationId: string, seq: number, text: string): Promise<unknown>
  /** Sends what is on its way. */
  wake(): void
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  /** What the compound's owners mostly want, as choices. */
  starters(community: string, locale: Locale): Reply['choices']
  /** Of a menu item's value; undefined for a value that is none of ours. */
  titleOf(choice: string, community: string, locale: Locale): string | undefined
  /** A building as owners call it. */
  place(home: { building?: string; unit?: string }, locale: Locale): string
  /** The first is the one of whoever scanned none. */
  communities(): readonly string[]
  /** As it may be kept; undefined for what is neither image, voice nor PDF, and for pictures that can't be read. */
  readFile(content: Buffer): Promise<{ type: string; ending: string; content: Buffer } | undefined>
  report(error: unknown, conversationId?: string): void
}

/** What is different with each platform. */
export interface PlatformReader {
  /** Throws for what it cannot make out. */
  read(item: KeptItem): Heard
  /** @throws ApiError */
  fetch(file: FileAtPlatform): Promise<Buffer>
}

/** Taken up at once; the rest waits in the record. */
const BATCH = 100
/** Of one owner, so that who sends hundreds leaves room for others. */
const OF_EACH = 5
const AGAIN_MS = 5000

/**
 * Makes messages of what a platform sent: what was kept is read, done once, and answered, one after the other for each
 * owner. What fails stays kept and is taken up again.
 */
export class Intake implements Pick<Channel, 'drain'> {
  readonly #ports: IntakePorts
  readonly #reader: PlatformReader
  readonly #files: Files
  readonly #effects: Effects
  readonly #owners = new KeyedQueue()
  readonly #taken = new Map<number, Promise<void>>()
  #looking = false
  /** Something came since it was last looked. */
  #more = false

  constructor(ports: IntakePorts, reader: PlatformReader) {
    this.#ports = ports
    this.#reader = reader
    this.#files = new Files(ports, (file) => reader.fetch(file))
    this.#effects = effectsOf(ports, this.#files)
  }

  /** Durable when it resolves; what comes of it follows by itself. False when somebody else has read on. */
  async keep(items: NewItem[], read?: Parameters<Store['channels']['keep']>[1]): Promise<boolean> {
    const kept = await this.#ports.store.channels.keep(items, read)
    if (kept && items.length > 0) void this.#look()
    return kept
  }

  /** Takes up all that is open and due; resolves when it is done. Never throws. */
  async drain(): Promise<void> {
    try {
      for (;;) {
        const { due, fresh } = await this.#takeDue()
        await Promise.all(due.map(({ position }) => this.#taken.get(position)))
        if (fresh === 0) return
      }
    } catch (error) {
      this.#ports.report(error)
    }
  }

  /** Takes up what is due. One look at a time: what comes meanwhile is found by one more. Never throws. */
  async #look(): Promise<void> {
    this.#more = true
    if (this.#looking) return
    this.#looking = true
    try {
      while (this.#more) {
        this.#more = false
        await this.#takeDue()
      }
    } catch (error) {
      this.#ports.report(error)
    }
    this.#looking = false
  }

  async #takeDue(): Promise<{ due: KeptItem[]; fresh: number }> {
    const { store, channel } = this.#ports
    const due = await store.channels.due(channel, BATCH, OF_EACH)
    const fresh = due.filter(({ position }) => !this.#taken.has(position))
    for (const item of fresh) this.#take(item)
    return { due, fresh: fresh.length }
  }

  #take(item: KeptItem): void {
    const done = this.#owners
      .run(`${item.account}/${item.address}`, () => this.#safely(item))
      .finally(() => this.#taken.delete(item.position))
    this.#taken.set(item.position, done)
  }

  async #safely(item: KeptItem): Promise<void> {
    try {
      await (item.message ? this.#files.again(item) : this.#one(item))
    } catch (error) {
      this.#ports.report(error, item.message?.conversationId)
      await this.#postpone(item)
    }
  }

  async #postpone({ position }: KeptItem): Promise<void> {
    const { store, clock, report } = this.#ports
    const until = new Date(clock.now().getTime() + AGAIN_MS).toISOString()
    await store.channels.postpone(position, until).catch((error: unknown) => report(error))
  }

  async #one(item: KeptItem): Promise<void> {
    const { store, wake } = this.#ports
    const effect = await this.#effectOf(item)
    const settled = await store.channels.settle(item.position, effect)
    if (settled.kind === 'gone') return
    this.#announce(settled.conversation.id)
    if (settled.incoming && settled.message) await this.#answer(settled.message)
    wake()
  }

  async #effectOf(item: KeptItem): Promise<ItemEffect> {
    let heard: Heard
    try {
      heard = this.#reader.read(item)
    } catch (error) {
      // Kept for us to look at; nothing is to be had of it for the owner.
      this.#ports.report(error)
      heard = { kind: 'nothing' }
    }
    return this.#effects(item, heard)
  }

  /** A turn that fails is resumed at the next start, as everywhere. */
  async #answer({ conversationId, seq, text }: Message): Promise<void> {
    try {
      await this.#ports.runTurn(conversationId, seq, text)
    } catch (error) {
      this.#ports.report(error, conversationId)
    }
  }

  #announce(conversationId: string): void {
    const event = { kind: 'messages', conversationId } as const
    this.#ports.live.publish(`conversation:${conversationId}`, event)
    this.#ports.live.publish('desk', event)
  }
}

import type { Live, Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'

export interface RetentionParts {
  store: Pick<Store, 'privacy' | 'audit'>
  live: Live
  clock: Clock
  /** Days after its last word in which a conversation is erased, and an answered order of the city's hotline emptied. */
  days?: number
  /** Days after which a file is. */
  fileDays?: number
  report(error: unknown): void
}

const DAY_MS = 24 * 3_600_000
/** Conversations in one transaction: few, so that nobody waits long behind them. */
const AT_ONCE = 20
const NOTE = { who: { name: 'retention' }, from: 'server' }

/** Erases what has been kept as long as it may; what still waits for somebody stays. */
export class Retention {
  readonly #parts: RetentionParts
  #stopped = false

  constructor(parts: RetentionParts) {
    this.#parts = parts
  }

  /** Never throws: what failed is reported, and is there for the next day. */
  async run(): Promise<void> {
    const { days, fileDays, store, report } = this.#parts
    try {
      if (days !== undefined) {
        await this.#conversations(this.#before(days))
        const notes = await store.privacy.emptyNotesBefore(this.#before(days))
        if (notes > 0) await store.audit.note({ ...NOTE, action: 'erase', after: { notes } })
      }
      if (fileDays !== undefined) {
        const files = await store.privacy.eraseFilesBefore(this.#before(fileDays))
        if (files > 0) await store.audit.note({ ...NOTE, action: 'erase', after: { files } })
      }
    } catch (error) {
      report(error)
    }
  }

  stop(): void {
    this.#stopped = true
  }

  async #conversations(time: string): Promise<void> {
    const { store, live } = this.#parts
    for (;;) {
      const conversations = await store.privacy.quietSince(time, AT_ONCE)
      if (conversations.length === 0 || this.#stopped) return
      const note = { ...NOTE, action: 'erase', after: { conversations: conversations.length } }
      await store.audit.along(
        () => note,
        () => store.privacy.erase({ conversations, homes: [] }),
      )
      for (const conversationId of conversations)
        live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
    }
  }

  #before(days: number): string {
    return new Date(this.#parts.clock.now().getTime() - days * DAY_MS).toISOString()
  }
}

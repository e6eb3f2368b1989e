import type { Live, SilentTicket, Store } from '../bot/ports.ts'
import type { Clock, Hours, Locale } from '../bot/types.ts'

export interface ReleasePorts {
  store: Pick<Store, 'tickets' | 'conversations'>
  live: Live
  clock: Clock
  hours: Pick<Hours, 'isOpen'>
  /** Minutes of silence after which a ticket goes back, by compound. */
  silences(): { community: string; minutes: number }[]
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  report(error: unknown, conversationId: string): void
}

/**
 * A ticket whose holder lets the owner wait goes back to the queue. The record decides, so that several may sweep at
 * once and the holder's answer in the last moment counts.
 */
export class Release {
  readonly #ports: ReleasePorts

  constructor(ports: ReleasePorts) {
    this.#ports = ports
  }

  /** Never throws; gives how many went back. */
  async sweep(): Promise<number> {
    let released = 0
    for (const { community, minutes } of this.#ports.silences()) {
      for (const ticket of await this.#silent(community, minutes)) if (await this.#safely(ticket, minutes)) released++
    }
    return released
  }

  async #silent(community: string, minutes: number): Promise<SilentTicket[]> {
    const before = new Date(this.#ports.clock.now().getTime() - minutes * 60_000).toISOString()
    try {
      return await this.#ports.store.tickets.silent(community, before)
    } catch (error) {
      this.#ports.report(error, '')
      return []
    }
  }

  async #safely(ticket: SilentTicket, minutes: number): Promise<boolean> {
    try {
      return await this.#one(ticket, minutes)
    } catch (error) {
      this.#ports.report(error, ticket.conversationId)
      return false
    }
  }

  async #one(ticket: SilentTicket, minutes: number): Promise<boolean> {
    const { store, say, hours, clock } = this.#ports
    const { community, conversationId } = ticket
    // With the office closed there is no colleague to take it, and the owner was told when somebody answers.
    if (ticket.priority !== 'emergency' && !hours.isOpen(community, clock.now())) return false
    const conversation = await store.conversations.find(conversationId)
    const vars = { name: ticket.assignee, minutes }
    const words = {
      says: say('given_back', community, conversation?.locale ?? 'zh', vars),
      note: say('given_back_note', community, 'zh', vars),
    }
    const done = await store.tickets.giveBack(ticket, words)
    if (done) this.#announce(ticket)
    return done
  }

  #announce({ id, conversationId }: SilentTicket): void {
    const { live } = this.#ports
    live.publish(`conversation:${conversationId}`, { kind: 'messages', conversationId })
    live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
    live.publish('desk', { kind: 'messages', conversationId })
    live.publish('desk', { kind: 'tickets', ticketId: id })
  }
}

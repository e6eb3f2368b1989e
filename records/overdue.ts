import type { Live, OverdueTicket, Store } from '../bot/ports.ts'
import type { Clock, Hours, Locale } from '../bot/types.ts'

export interface OverduePorts {
  store: Pick<Store, 'tickets'>
  live: Live
  clock: Clock
  hours: Pick<Hours, 'mayDisturbAt' | 'format'>
  /** Words of knowledge/replies. */
  say(key: string, community: string, locale: Locale, vars?: Record<string, string | number>): string
  report(error: unknown, conversationId: string): void
}

const TEAM = 'manager'
/** Who signs the note among staff. */
const AUTHOR = '小桥'

/**
 * No handoff ends in silence: who waits past `dueAt` is told so, once, and the manager gets the matter. The record
 * decides, so that several may sweep at once and a restart repeats nothing.
 */
export class Overdue {
  readonly #ports: OverduePorts
  #running: Promise<number> | undefined

  constructor(ports: OverduePorts) {
    this.#ports = ports
  }

  /** Never throws; gives how many were told. Called while it runs, it gives what that run finds. */
  sweep(): Promise<number> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** Resolves when a sweep under way has its end. */
  async stop(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<number> {
    let told = 0
    try {
      for (const ticket of await this.#ports.store.tickets.overdue()) if (await this.#safely(ticket)) told++
    } catch (error) {
      this.#ports.report(error, '')
    }
    return told
  }

  /** One that fails keeps no other from being told; the next sweep takes it up again. */
  async #safely(ticket: OverdueTicket): Promise<boolean> {
    try {
      return await this.#one(ticket)
    } catch (error) {
      this.#ports.report(error, ticket.conversationId)
      return false
    }
  }

  async #one(ticket: OverdueTicket): Promise<boolean> {
    const { store, clock, hours } = this.#ports
    const now = clock.now()
    const asleep = hours.mayDisturbAt(ticket.community, now) > now
    // Whoever has an emergency is awake, and may be helped by the number.
    if (asleep && ticket.priority !== 'emergency') return false
    const written = await store.tickets.escalate(ticket, { ...this.#words(ticket, now), team: TEAM, author: AUTHOR })
    if (written) this.#announce(ticket)
    return written
  }

  #words(ticket: OverdueTicket, now: Date): { says: string; note: string } {
    const { say, hours } = this.#ports
    const { community, locale, assignee, stage } = ticket
    const time = (at: Date) => hours.format(community, 'zh', at, now)
    return {
      says:
        stage === 'staff'
          ? say('overdue_held', community, locale, { name: assignee ?? '' })
          : say('overdue_waiting', community, locale),
      note: say('overdue_note', community, 'zh', { due: time(new Date(ticket.dueAt)), now: time(now) }),
    }
  }

  #announce({ id, conversationId }: OverdueTicket): void {
    const { live } = this.#ports
    const messages = { kind: 'messages', conversationId } as const
    live.publish(`conversation:${conversationId}`, messages)
    live.publish(`conversation:${conversationId}`, { kind: 'state', conversationId })
    live.publish('desk', messages)
    live.publish('desk', { kind: 'tickets', ticketId: id })
  }
}

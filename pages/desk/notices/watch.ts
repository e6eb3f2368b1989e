import type { DeskCalls } from '../calls.ts'
import { type Concerns, freshOf, isForTeams } from './fresh.ts'
import { inFront } from './front.ts'
import type { Notices } from './notices.ts'
import type { DeskTabs } from './tabs.ts'

interface Parts {
  calls: DeskCalls
  clerkId: string
  tabs: DeskTabs
  notices: Notices
  /** After a notice. */
  onGiven(): void
}

/** Looks at what concerns a clerk while the desk is out of their sight, and gives notice of what came. */
export class Watch {
  readonly #parts: Parts
  #known: Promise<Concerns>

  constructor(parts: Parts) {
    this.#parts = parts
    this.#known = this.#read().catch(() => ({ mine: [], waiting: [] }))
  }

  /** The clerk turns away: what stands there now they have seen. */
  leave(): void {
    const before = this.#known
    this.#known = this.#read().catch(() => before)
  }

  /** Something changed. */
  look(): void {
    if (!this.#parts.tabs.leading || inFront()) return
    const before = this.#known
    this.#known = this.#compare(before).catch(() => before)
  }

  async #compare(last: Promise<Concerns>): Promise<Concerns> {
    const { tabs, notices, onGiven } = this.#parts
    const before = await last
    const now = await this.#read()
    notices.closeAnswered(now)
    if (!(await tabs.anyInFront()) && notices.give(freshOf(before, now))) onGiven()
    return now
  }

  async #read(): Promise<Concerns> {
    const { calls, clerkId } = this.#parts
    const [mine, waiting, { colleagues }] = await Promise.all([
      calls.tickets({ stage: 'staff', mine: true, unanswered: true }),
      calls.tickets({ stage: 'waiting' }),
      calls.handing.colleagues(),
    ])
    const teams = colleagues.find(({ id }) => id === clerkId)?.teams ?? []
    return { mine: mine.tickets, waiting: waiting.tickets.filter((row) => isForTeams(row, teams)) }
  }
}

import { setImmediate } from 'node:timers/promises'
import type { ReportedMatter } from '../bot/ports/alerts.ts'
import type { Live, Store } from '../bot/ports.ts'
import type { Alert, Callback, Clock, Entities, HotlineOrder, Hours, Tone } from '../bot/types.ts'

export interface AlertPorts {
  store: Pick<Store, 'alerts' | 'hotline' | 'callbacks'>
  live: Live
  clock: Clock
  hours: Pick<Hours, 'today'>
  findEntities(text: string): Entities
  readTone(text: string): Tone
  report(error: unknown, conversationId: string): void
}

const DAY_MS = 24 * 3_600_000
/** What is said while it looks is written with a time a little before. */
const OVERLAP_MS = 5 * 60_000
/** Homes with one matter within a day that are more than a chance. */
const MANY = 3
/** Texts that are read before whoever else waits has their turn. */
const AT_ONCE = 20

/** `at`: of which time it is told once a day, where that isn't now. */
type Found = Pick<Alert, 'community' | 'kind' | 'matter' | 'homes'> & { at?: Date }

/** Told once each, since the day of a deadline is one. */
const overdueOf = (orders: HotlineOrder[]): Found[] =>
  orders.map(({ community, number, deadline }) => ({
    community,
    kind: 'hotline',
    matter: number,
    homes: 0,
    at: new Date(deadline),
  }))

/** One alert a compound, which learns of further calls. */
function owedIn(overdue: Callback[]): Found[] {
  const counts = new Map<string, number>()
  for (const { community } of overdue) counts.set(community, (counts.get(community) ?? 0) + 1)
  return [...counts].map(([community, homes]) => ({ community, kind: 'callbacks', matter: '', homes }))
}

/**
 * Tells the manager when many homes have one matter, somebody speaks of blocking the gate, an order of the city's
 * hotline is past its deadline, or promised calls were not made; once a day and matter.
 */
export class Alerts {
  readonly #ports: AlertPorts
  #running: Promise<void> | undefined
  #again = false
  /** What was said before is read already; not after a look that failed. */
  #wordsSince: string | undefined

  constructor(ports: AlertPorts) {
    this.#ports = ports
  }

  /** Never throws. Called while it runs, it looks once more. */
  sweep(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return this.#running
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** Resolves when a sweep under way has its end. */
  async stop(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    do {
      this.#again = false
      try {
        await this.#look()
      } catch (error) {
        this.#ports.report(error, '')
      }
    } while (this.#again)
  }

  async #look(): Promise<void> {
    const { store, live, clock, hours } = this.#ports
    const now = clock.now()
    const since = new Date(now.getTime() - DAY_MS).toISOString()
    const found = [
      ...this.#ofManyHomes(await store.alerts.reported(since)),
      ...(await this.#blockades(await store.alerts.wordsToStaff(this.#wordsSince ?? since))),
      ...overdueOf(await store.hotline.overdue()),
      ...owedIn(await store.callbacks.owed({ before: now.toISOString() })),
    ]
    for (const { at = now, ...each } of found) {
      const raised = await store.alerts.raise({ ...each, day: hours.today(each.community, at) })
      if (raised) live.publish('desk', { kind: 'alerts', alertId: raised.id })
    }
    this.#wordsSince = new Date(now.getTime() - OVERLAP_MS).toISOString()
  }

  #ofManyHomes(reported: ReportedMatter[]): Found[] {
    const matters = new Map<string, { community: string; matter: string; homes: Set<string> }>()
    for (const { community, intent, home } of reported) {
      const place = this.#ports.findEntities(home).home
      // A building without a room is no home.
      if (!place?.room) continue
      const key = JSON.stringify([community, intent])
      const known = matters.get(key) ?? { community, matter: intent, homes: new Set() }
      matters.set(key, known)
      known.homes.add([place.building, place.unit, place.room].join('-').toUpperCase())
    }
    return [...matters.values()]
      .filter(({ homes }) => homes.size >= MANY)
      .map(({ community, matter, homes }) => ({ community, kind: 'homes', matter, homes: homes.size }))
  }

  async #blockades(words: { community: string; text: string }[]): Promise<Found[]> {
    const threatened = new Set<string>()
    for (const [read, { community, text }] of words.entries()) {
      if (read % AT_ONCE === 0) await setImmediate()
      if (this.#ports.readTone(text).blockade) threatened.add(community)
    }
    return [...threatened].map((community) => ({
      community,
      kind: 'blockade',
      matter: '',
      homes: 0,
    }))
  }
}

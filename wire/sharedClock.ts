import type { Store } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'

const LOOK_EVERY_MS = 30_000

/**
 * The time that the record has. Whoever lives and whose lease is over is told by times in the record, so that an
 * instance whose own clock is off would take for dead what lives.
 */
export class SharedClock implements Clock {
  readonly #own: Clock
  #offMs = 0

  constructor(own: Clock) {
    this.#own = own
  }

  now(): Date {
    return new Date(this.#own.now().getTime() + this.#offMs)
  }

  /** Goes by the record's time from here on, where it has one of its own. Returns the way to stop. */
  async follow(store: Pick<Store, 'time'>, report: (error: unknown) => void): Promise<() => Promise<void>> {
    await this.#look(store)
    let running = Promise.resolve()
    const timer = setInterval(() => {
      running = this.#look(store).catch(report)
    }, LOOK_EVERY_MS)
    return async () => {
      clearInterval(timer)
      await running
    }
  }

  /** The answer is of the middle between asking and hearing. */
  async #look(store: Pick<Store, 'time'>): Promise<void> {
    const asked = this.#own.now().getTime()
    const time = await store.time()
    const heard = this.#own.now().getTime()
    if (time) this.#offMs = Math.round(time.getTime() - (asked + heard) / 2)
  }
}

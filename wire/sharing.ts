import type { InstanceStore, SearchStore } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'

const SEEN_EVERY_MS = 1000
/** Missed so long it is taken for dead, and others take over what it was sending. */
const DEAD_AFTER_MS = 4000

/** Old messages taken into the search index in one transaction. */
const CATCH_UP = 200

export interface SharingParts {
  store: { instances: InstanceStore }
  clock: Clock
  report(error: unknown): void
}

/** Says every second that this instance lives, where several share the record. Returns the way to stop. */
export function stayAlive(instance: string, { store, clock, report }: SharingParts): () => Promise<void> {
  let running = Promise.resolve()
  const say = () => {
    const until = new Date(clock.now().getTime() + DEAD_AFTER_MS).toISOString()
    running = store.instances.alive(instance, until).catch(report)
  }
  say()
  const timer = setInterval(say, SEEN_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Takes messages from before there was a search index into it, beside everything else. Returns the way to stop. */
export function catchUpSearch(search: SearchStore, report: (error: unknown) => void): () => Promise<void> {
  let stopping = false
  const run = async () => {
    while (!stopping && (await search.catchUp(CATCH_UP)) > 0);
  }
  const running = run().catch(report)
  return async () => {
    stopping = true
    await running
  }
}

import type { ConversationStore, InstanceStore, SearchStore } from '../bot/ports.ts'
import type { Turns } from '../bot/turn.ts'
import type { Clock } from '../bot/types.ts'

const SEEN_EVERY_MS = 500
/** Missed so long it is taken for dead, and others take over what it was sending. */
const DEAD_AFTER_MS = 3000

/** Old messages taken into the search index in one transaction. */
const CATCH_UP = 200

export interface SharingParts {
  store: { instances: InstanceStore }
  clock: Clock
  report(error: unknown): void
}

/** Says twice a second that this instance lives, where several share the record. Returns the way to stop. */
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

const SWEEP_EVERY_MS = 250
/** A turn that fails again and again is tried this seldom in the end, in sweeps. */
const SELDOM = 240

interface Waiting {
  /** Sweeps that have found it. */
  found: number
  /** The sweep at which it is taken up. */
  due: number
}

/**
 * Takes up what any instance has accepted and not answered: what two sweeps have found, so that no clock is asked.
 * Of two that take up the same, the lease lets one think and the record lets one commit. No look waits for the turns of
 * the one before: a conversation whose dead holder's lease still runs keeps no other from being found. Returns the way
 * to stop.
 */
export function takeOver(
  turns: Pick<Turns, 'run' | 'isAt'>,
  { store, report }: { store: { conversations: Pick<ConversationStore, 'unfinished'> }; report(error: unknown): void },
): () => Promise<void> {
  let waiting = new Map<string, Waiting>()
  const taken = new Set<Promise<void>>()
  const take = (conversationId: string, seq: number): void => {
    const turn: Promise<void> = turns
      .run(conversationId, seq)
      .then(() => undefined, report)
      .finally(() => taken.delete(turn))
    taken.add(turn)
  }
  const sweep = async (): Promise<void> => {
    const open = await store.conversations.unfinished()
    const before = waiting
    waiting = new Map()
    for (const { conversationId, seq } of open) {
      const key = `${conversationId} ${seq}`
      const { found, due: at } = before.get(key) ?? { found: 0, due: 1 }
      const isDue = found >= at && !turns.isAt(conversationId)
      waiting.set(key, { found: found + 1, due: isDue ? found + Math.min(2 * at, SELDOM) : at })
      if (isDue) take(conversationId, seq)
    }
  }
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= sweep()
      .catch(report)
      .finally(() => {
        running = undefined
      })
  }, SWEEP_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
    await Promise.all(taken)
  }
}

import type { Live, LiveEvent } from '../bot/ports.ts'

type Listener = (event: LiveEvent) => void

/** Fan-out within one process. */
export interface InProcessLive extends Live {
  /** Tells everyone who listens to anything to read it from the record again. */
  resync(): void
}

/**
 * Fan-out within one process: every listener hears each event before `publish` returns.
 *
 * @param onError told when a listener throws; the other listeners hear the event all the same
 * @example
 * const live = inProcessLive((error, topic) => log.warn({ error, topic }, 'listener failed'))
 * const stop = live.subscribe('conversation:1', (event) => send(event))
 */
export function inProcessLive(onError: (error: unknown, topic: string) => void): InProcessLive {
  const topics = new Map<string, Set<{ hears: Listener }>>()
  const publish = (topic: string, event: LiveEvent): void => {
    // A copy: a listener may stop itself or another while it is being told.
    for (const subscription of [...(topics.get(topic) ?? [])]) {
      try {
        subscription.hears(event)
      } catch (error) {
        onError(error, topic)
      }
    }
  }
  return {
    publish,
    resync: () => {
      for (const topic of [...topics.keys()]) publish(topic, { kind: 'resync' })
    },
    subscribe: (topic, listener) => {
      // Its own object, so that the same listener twice is two subscriptions, each with its own end.
      const subscription = { hears: listener }
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(subscription))
      return () => {
        listeners.delete(subscription)
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic)
      }
    },
  }
}

import type { Live } from './live.ts'
import type { Presence } from './presence.ts'
import type { SharedTokens } from './tokens.ts'

/** A conversation held by one instance for the length of one turn. */
export interface Lease {
  /** Gives it back; without effect when it has run out and another holds it. */
  release(): Promise<void>
}

/**
 * `held`: another instance is at it. `outdated`: it was held at a later epoch already, so that what this instance has
 * read is old. `away`: nobody can say; the record decides alone.
 */
export type NoLease = 'held' | 'outdated' | 'away'

/**
 * Who thinks about a conversation, over all instances. Saves work and nothing else: correctness stands in the record,
 * which refuses a commit of another epoch than its own.
 */
export interface Leases {
  /** @param epoch the conversation's version in the record, which only rises and which the commit has to match */
  take(conversationId: string, epoch: number): Promise<Lease | NoLease>
}

/** Requests counted in windows, over all instances. */
export interface RateCounts {
  /** Counts one; how many there are in the window now, and in how many milliseconds it ends. */
  count(key: string, windowMs: number): Promise<{ hits: number; endsInMs: number }>
  /** Takes one back. */
  uncount(key: string): Promise<void>
  /** Begins anew. */
  forget(key: string): Promise<void>
}

/** Things to be redeemed once, at whichever instance. */
export interface Passes {
  put(key: string, value: string, forMs: number): Promise<void>
  /** Undefined when there is none, it was taken before, or its time is over. */
  take(key: string): Promise<string | undefined>
}

/** Why the live side is not what it should be; the record serves all the same. */
export type Degraded = 'away' | 'evicting'

/** Everything that holds for moments only, and can be lost whole without losing a message. */
export interface LiveSide {
  events: Live
  leases: Leases
  counts: RateCounts
  passes: Passes
  presence: Presence
  tokens: SharedTokens
  /** Undefined while all is well. */
  degraded(): Degraded | undefined
  stop(): Promise<void>
}

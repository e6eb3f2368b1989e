import { QiaoError } from '../bot/errors.ts'
import type { EmergencyMatch } from '../bot/types.ts'

/** How the instance is, as it is measured. */
export interface Pressure {
  /** For how many milliseconds the turn that waits longest has waited for room. */
  longestWaitMs(): number
  /** By how many milliseconds everything has been late on average, for seconds on end. */
  lateMs(): number
}

/** Why a message was not taken. `waiting`: too many of its own conversation; the rest: too many of all. */
export type Shed = 'waiting' | 'turns' | 'record' | 'late'

export interface AdmissionPorts {
  pressure: Pressure
  /** Of one conversation, at once. */
  mostWaiting: number
  /** Milliseconds. */
  longestWaitMs: number
  findEmergency(text: string): EmergencyMatch | undefined
  emergencyText(match: EmergencyMatch, text: string): string
  /** Counts what was not taken. */
  shed(why: Shed): void
  /** Milliseconds that only rise. */
  now(): number
  /** From 0 up to 1. */
  random(): number
}

/** A message that was let in. */
export interface Admitted {
  /** The record has it, or has refused it. */
  kept(): void
  /** Its turn is over. */
  done(): void
}

/** Everything being so late, an answer in time is not to be had. */
const LATE_MS = 1000
/** Those who were turned away at one time do not come back at one time. */
const SPREAD_S = 5
/** As many again for emergencies. */
const EMERGENCY_SHARE = 2
/** Its own waiting messages are answered in about that time. */
const OWN_RETRY_S = 2

/** Lets messages in before anything is kept of them: so many of one conversation at once, and none while others wait too long. */
export class Admission {
  readonly #ports: AdmissionPorts
  readonly #waiting = new Map<string, number>()
  /** On their way into the record, the oldest first. */
  readonly #onTheWay = new Set<{ since: number }>()

  constructor(ports: AdmissionPorts) {
    this.#ports = ports
  }

  /**
   * @param text what is said, unless a button was tapped
   * @throws QiaoError `too_many` when too much of the conversation waits, `busy` when too much of all does; emergencies pass
   */
  enter(conversationId: string, text: string | undefined): Admitted {
    const waiting = this.#waiting.get(conversationId) ?? 0
    const why = this.#against(waiting)
    if (why) this.#refuseUnlessUrgent(why, waiting, text)
    this.#waiting.set(conversationId, waiting + 1)
    const onTheWay = { since: this.#ports.now() }
    this.#onTheWay.add(onTheWay)
    return {
      kept: () => this.#onTheWay.delete(onTheWay),
      done: () => {
        const left = (this.#waiting.get(conversationId) ?? 0) - 1
        if (left > 0) this.#waiting.set(conversationId, left)
        else this.#waiting.delete(conversationId)
      },
    }
  }

  #against(waiting: number): Shed | undefined {
    const { pressure, mostWaiting, longestWaitMs } = this.#ports
    if (waiting >= mostWaiting) return 'waiting'
    if (pressure.longestWaitMs() > longestWaitMs) return 'turns'
    if (this.#longestOnTheWayMs() > longestWaitMs) return 'record'
    return pressure.lateMs() > LATE_MS ? 'late' : undefined
  }

  #longestOnTheWayMs(): number {
    const [oldest] = this.#onTheWay
    return oldest ? this.#ports.now() - oldest.since : 0
  }

  #refuseUnlessUrgent(why: Shed, waiting: number, text: string | undefined): void {
    const { findEmergency, emergencyText, shed, mostWaiting } = this.#ports
    const match = text === undefined ? undefined : findEmergency(text)
    if (match && waiting < EMERGENCY_SHARE * mostWaiting) return
    shed(why)
    const emergency = match && text !== undefined && { emergency: { text: emergencyText(match, text) } }
    const details = { retryAfterSeconds: this.#retryAfter(why), ...emergency }
    if (why !== 'waiting') throw new QiaoError('busy', `too many wait: ${why}`, { details })
    throw new QiaoError('too_many', 'too many of its own wait', { details: { reason: 'waiting', ...details } })
  }

  /** As long as one waits now, and a little more for each a different one. */
  #retryAfter(why: Shed): number {
    if (why === 'waiting') return OWN_RETRY_S
    const { pressure, random } = this.#ports
    const longest = Math.max(pressure.longestWaitMs(), this.#longestOnTheWayMs(), pressure.lateMs())
    return Math.ceil(longest / 1000) + Math.floor(random() * SPREAD_S)
  }
}

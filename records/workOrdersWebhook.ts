import { createHmac } from 'node:crypto'
import type { WorkOrderStore } from '../bot/ports/workOrders.ts'
import type { Live } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60 * 60_000
/** With the longest wait between the last ones, about half a day. */
const MOST_ATTEMPTS = 24
const TIMEOUT_MS = 10_000
const AT_ONCE = 20

export interface WebhookParts {
  store: { workOrders: Pick<WorkOrderStore, 'duePushes' | 'pushed'> }
  clock: Clock
  url: string
  secret: string
  fetch: typeof fetch
  /** 0 to 1. */
  random: () => number
  report(error: unknown): void
}

/**
 * `sha256=` and the hex HMAC-SHA256 of `<time>.<body>`, where the time is that of the header `x-qiao-time`, so that an
 * old call can't be sent again.
 */
export const signatureOf = (secret: string, time: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`

/** Milliseconds until the next try: doubled each time up to an hour, half of it by chance. */
export function waitBefore(attempts: number, random: () => number): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS)
  return Math.round(whole / 2 + (whole / 2) * random())
}

/**
 * Tells the company's own system what became of work orders, from the record and apart from any owner's turn. Those of
 * one work order come in order; one may come twice (its `id` tells), and is never lost while the system is away.
 */
export class WorkOrderWebhook {
  readonly #parts: WebhookParts
  #running: Promise<void> | undefined

  constructor(parts: WebhookParts) {
    this.#parts = parts
  }

  /** Sends what is due; never throws. Called again while it runs, it does nothing more. */
  drain(): Promise<void> {
    this.#running ??= this.#all().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #all(): Promise<void> {
    const { store, report } = this.#parts
    try {
      // What fails is due later, so that this ends.
      let due = await store.workOrders.duePushes(AT_ONCE)
      while (due.length) {
        for (const push of due) await this.#one(push)
        due = await store.workOrders.duePushes(AT_ONCE)
      }
    } catch (error) {
      report(error)
    }
  }

  async #one({ id, body, attempts }: { id: string; body: string; attempts: number }): Promise<void> {
    const { store, clock, random, report } = this.#parts
    try {
      await this.#post(body)
      await store.workOrders.pushed(id, 'sent')
    } catch (error) {
      report(error)
      const retryAt = new Date(clock.now().getTime() + waitBefore(attempts, random)).toISOString()
      await store.workOrders.pushed(id, attempts + 1 >= MOST_ATTEMPTS ? 'dead' : { retryAt })
    }
  }

  async #post(body: string): Promise<void> {
    const { url, secret, clock } = this.#parts
    const time = clock.now().toISOString()
    const response = await this.#parts.fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-qiao-time': time,
        'x-qiao-signature': signatureOf(secret, time, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`the work order webhook answered ${response.status}`)
  }
}

/** How often what is to be tried again is looked for. */
const EVERY_MS = 5000

/** Sends as soon as a work order changes, and tries again what failed. Returns the way to stop. */
export function startWebhook(parts: WebhookParts & { live: Live }): () => Promise<void> {
  const webhook = new WorkOrderWebhook(parts)
  const stop = parts.live.subscribe('desk', ({ kind }) => {
    if (kind === 'work_orders') void webhook.drain()
  })
  const timer = setInterval(() => void webhook.drain(), EVERY_MS)
  void webhook.drain()
  return async () => {
    stop()
    clearInterval(timer)
    await webhook.drain()
  }
}

import { Counter, Registry } from 'prom-client'

/** Why a call was not let in: a secret or signature that is not ours, or one that was kept and played again. */
export type BotpressRefusal = 'signature' | 'too_old'

/** What was not let in, for the operator at `/metrics`. */
export class Refusals {
  readonly #registry = new Registry()
  readonly #counter = new Counter({
    name: 'qiao_botpress_refused_total',
    help: 'Calls of integration and bot that were refused, by reason',
    labelNames: ['reason'] as const,
    registers: [this.#registry],
  })

  count(reason: BotpressRefusal): void {
    this.#counter.inc({ reason })
  }

  async metrics(): Promise<{ type: string; text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() }
  }
}

import type { Storage } from 'botbuilder'

/**
 * Botkit's storage, with the state of the turns under way and nothing else: what lasts is in the conversation's row,
 * whose version decides between two writers (Botkit always writes `eTag: '*'`, so its own check never fires).
 */
export class TurnStorage implements Storage {
  readonly #states = new Map<string, unknown>()

  put(key: string, state: unknown): void {
    if (state !== undefined) this.#states.set(key, structuredClone(state))
  }

  get(key: string): unknown {
    return this.#states.get(key)
  }

  forget(key: string): void {
    this.#states.delete(key)
  }

  async read(keys: string[]): Promise<Record<string, unknown>> {
    return Object.fromEntries(keys.filter((key) => this.#states.has(key)).map((key) => [key, this.#states.get(key)]))
  }

  async write(changes: Record<string, unknown>): Promise<void> {
    for (const [key, state] of Object.entries(changes)) this.#states.set(key, state)
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#states.delete(key)
  }
}

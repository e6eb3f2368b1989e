/** Runs jobs of the same key one after the other, in order; jobs of other keys don't wait for them. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<unknown>>()

  /** A job that throws rejects its own promise and lets the next one run. */
  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve()
    const result = before.then(job, job)
    this.#tails.set(key, result)
    const forget = (): void => this.#forget(key, result)
    result.then(forget, forget)
    return result
  }

  /** Whether a job of this key waits or runs. */
  has(key: string): boolean {
    return this.#tails.has(key)
  }

  /** Keys with a job waiting or running. */
  get size(): number {
    return this.#tails.size
  }

  /** Resolves when no job waits or runs any more; what is added meanwhile is waited for too. */
  async settled(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled([...this.#tails.values()])
  }

  #forget(key: string, tail: Promise<unknown>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key)
  }
}

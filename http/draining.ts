import type { RequestHandler, Response } from 'express'
import { QiaoError } from '../bot/errors.ts'

/** Knows which calls are under way, so that a stop ends none of them. */
export class Draining {
  readonly #open = new Set<Response>()
  #stopping = false
  #emptied: (() => void) | undefined

  /** Notes each call whose body has arrived; once the stop has begun it takes none. */
  readonly gate: RequestHandler = (_request, response, next) => {
    if (this.#stopping) {
      // The next call then goes to another instance, or to the one that starts.
      response.setHeader('connection', 'close')
      throw new QiaoError('unavailable', 'this instance is stopping')
    }
    this.#open.add(response)
    response.once('close', () => this.#forget(response))
    next()
  }

  get stopping(): boolean {
    return this.#stopping
  }

  /**
   * From here on new calls are refused and streams ended. Resolves when every call has its answer, or after `longest`
   * milliseconds; gives how many were still without.
   */
  async stop(longest: number): Promise<number> {
    this.#stopping = true
    for (const response of this.#open) {
      if (isStream(response)) response.end()
      else if (!response.headersSent) response.setHeader('connection', 'close')
    }
    await this.#empty(longest)
    return this.#open.size
  }

  async #empty(longest: number): Promise<void> {
    if (this.#open.size === 0) return
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((done) => {
      this.#emptied = done
      timer = setTimeout(done, longest)
    })
    clearTimeout(timer)
  }

  #forget(response: Response): void {
    this.#open.delete(response)
    if (this.#open.size === 0) this.#emptied?.()
  }
}

/** Its reader comes back to another instance with Last-Event-ID, and misses nothing. */
const isStream = (response: Response): boolean =>
  response.headersSent && String(response.getHeader('content-type')).startsWith('text/event-stream')

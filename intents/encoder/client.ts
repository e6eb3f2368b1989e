import { Worker } from 'node:worker_threads'
import { QiaoError } from '../../bot/errors.ts'
import type { Nearness } from './nearness.ts'
import type { Failure, Question, Said, Work } from './protocol.ts'

interface Waiting {
  done(nearness: Nearness[]): void
  failed(error: Error): void
}

/** The encoder in a thread of its own, where a text may take as long as it does without holding up the server. */
export class EncoderThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #ended: Error | undefined
  /** Settles when the model is loaded, or is found to be wrong. */
  readonly loaded: Promise<void>
  /** Settles when the examples are encoded, too. */
  readonly ready: Promise<void>

  constructor(work: Work) {
    this.#worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: work })
    this.loaded = this.#heard('loaded')
    this.ready = this.#heard('ready')
    // Whoever waits for neither must not be ended by them.
    this.loaded.catch(() => {})
    this.ready.catch(() => {})
    this.#worker.on('message', (said: Said) => this.#hear(said))
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(new Error('the encoder has ended')))
  }

  /** How near the text is to each intent's examples. Rejects when the thread has ended or could not read the text. */
  nearness(text: string): Promise<Nearness[]> {
    if (this.#ended) return Promise.reject(this.#ended)
    const question: Question = { id: this.#asked++, text }
    this.#worker.postMessage(question)
    return new Promise((done, failed) => this.#waiting.set(question.id, { done, failed }))
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #heard(kind: Said['kind']): Promise<void> {
    return new Promise((done, failed) => {
      this.#worker.on('message', (said: Said) => {
        if (said.kind === kind) done()
        if (said.kind === 'failed') failed(errorOf(said.failure))
      })
      this.#worker.once('error', failed)
      this.#worker.once('exit', () => failed(new Error('the encoder ended early')))
    })
  }

  #hear(said: Said): void {
    if (said.kind === 'failed') this.#end(errorOf(said.failure))
    if (said.kind !== 'answer' && said.kind !== 'no_answer') return
    const waiting = this.#waiting.get(said.id)
    this.#waiting.delete(said.id)
    if (said.kind === 'answer') waiting?.done(said.nearness)
    else waiting?.failed(errorOf(said.failure))
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { failed } of this.#waiting.values()) failed(this.#ended)
    this.#waiting.clear()
  }
}

function errorOf({ message, code }: Failure): Error {
  return code ? new QiaoError(code, message) : new Error(message)
}

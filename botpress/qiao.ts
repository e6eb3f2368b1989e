import { RuntimeError } from '@botpress/sdk'
import { ExponentialBackoff, handleType, retry } from 'cockatiel'
import type { Answered, Arrival, Following, Locale, Remembered } from '../bot/types.ts'

export interface QiaoSettings {
  /** Of Qiao's server, with no slash at the end. */
  url: string
  secret: string
  fetch?: typeof fetch
  /** Milliseconds before the first second try. */
  patienceMs?: number
}

/** Not there, or too busy: the same call again does no harm. */
class Away extends Error {}

const CALL_MS = 8000
const TRIES = 3

/** Calls Qiao's server. Every call may be made again: each carries a key that it knows it by. */
export class Qiao {
  readonly #settings: QiaoSettings
  readonly #retry

  constructor(settings: QiaoSettings) {
    this.#settings = settings
    const backoff = new ExponentialBackoff({ initialDelay: settings.patienceMs ?? 500 })
    this.#retry = retry(handleType(Away), { maxAttempts: TRIES - 1, backoff })
  }

  answer(question: {
    text: string
    choice?: string
    community?: string
    locale?: Locale
    remembered?: Remembered
    follow?: { conversationId?: string }
  }): Promise<Answered> {
    return this.#call('/api/answer', question)
  }

  arrive(
    arrival: Omit<Arrival, 'community'> & { community?: string },
  ): Promise<{ conversationId: string; ticketId: string }> {
    return this.#call('/channels/botpress/conversations', arrival)
  }

  async stop(conversationId: string): Promise<void> {
    await this.#call(`/channels/botpress/conversations/${conversationId}/stop`, {})
  }

  /** The owner is told of changes from now on. */
  follow(following: Omit<Following, 'community'> & { community?: string }): Promise<{ conversationId: string }> {
    return this.#call('/channels/botpress/follows', following)
  }

  async unfollow(conversationId: string, topic: string | undefined): Promise<void> {
    await this.#call(`/channels/botpress/follows/${conversationId}/stop`, topic === undefined ? {} : { topic })
  }

  say(message: {
    conversationId: string
    clientMessageId: string
    text: string
    attachments?: string[]
  }): Promise<{ id: string }> {
    return this.#call('/channels/botpress/messages', message)
  }

  async upload(conversationId: string, file: { name: string; content: Blob }): Promise<string> {
    const form = new FormData()
    form.append('file', file.content, file.name)
    const path = `/channels/botpress/conversations/${conversationId}/files`
    return (await this.#call<{ attachmentId: string }>(path, form)).attachmentId
  }

  /** A file that staff sent. */
  async download(conversationId: string, fileId: string): Promise<Uint8Array<ArrayBuffer>> {
    const path = `/channels/botpress/conversations/${conversationId}/files/${fileId}`
    const response = await this.#retry.execute(() => this.#answer(path, { method: 'GET' }))
    return new Uint8Array(await response.arrayBuffer())
  }

  async #call<Body>(path: string, body: object): Promise<Body> {
    const form = body instanceof FormData
    const headers = form ? {} : { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: form ? body : JSON.stringify(body) }
    const response = await this.#retry.execute(() => this.#answer(path, sent))
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as Body
  }

  async #answer(path: string, sent: RequestInit): Promise<Response> {
    const { url, secret, fetch: call = fetch } = this.#settings
    const headers = { ...sent.headers, authorization: `Bearer ${secret}` }
    const signal = AbortSignal.timeout(CALL_MS)
    const response = await call(`${url}${path}`, { ...sent, headers, signal }).catch((cause: unknown) => {
      throw new Away('Qiao could not be reached', { cause })
    })
    if (response.ok) return response
    if (response.status >= 500 || response.status === 429) throw new Away(`Qiao answered ${response.status}`)
    throw new RuntimeError(`Qiao refused the call: ${response.status} ${codeOf(await response.text())}`)
  }
}

function codeOf(text: string): string {
  try {
    const { code, field } = JSON.parse(text) as { code?: string; field?: string }
    return [code, field].filter(Boolean).join(' ')
  } catch {
    return ''
  }
}

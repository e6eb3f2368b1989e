import { z } from 'zod'
import type { AttachedFile } from '../ports/attachments.ts'
import type { SharedTokens } from '../ports/tokens.ts'

/**
 * `unsent`: it surely did not arrive. `unknown`: it may have. `refused`: the platform said no, with its code.
 */
export type ApiOutcome = 'unsent' | 'unknown' | 'refused'

/** What a platform, or the way to it, made of a call. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly outcome: ApiOutcome,
    message: string,
    /** The platform's `errcode`; 0 where it gave none. */
    readonly errcode = 0,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** What an upload that failed means for the message that names it: until that is sent, nobody has got anything. */
export const uploadResult = (error: unknown): 'retry' | 'impossible' =>
  error instanceof ApiError && error.outcome === 'refused' ? 'impossible' : 'retry'

export interface ApiParts {
  /** With no slash at the end. */
  base: string
  /** Names the token among those that instances share. */
  name: string
  /** With the secret: never written anywhere. */
  tokenPath: string
  tokens: SharedTokens
  fetch: typeof fetch
  /** Ends a call that takes too long; one with a file may take longer. */
  deadline(file?: boolean): AbortSignal
}

export interface Downloaded {
  type: string
  content: Buffer
}

/** Busy: the platform asks to try again. */
const BUSY = -1
/** The token is not, or no longer, good: wrong, old, unknown (both platforms), and missing. */
const STALE_TOKEN = new Set([40001, 40014, 41001, 42001])
/** A connection that never came about carried nothing. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** The gateway says that nothing behind it took the call. */
const NOT_TAKEN = new Set([429, 503])

const answered = z.looseObject({ errcode: z.number().optional(), errmsg: z.string().optional() })
const laid = z.looseObject({ media_id: z.string().min(1) })
const token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

/** Calls a platform with the shared access token, renewed once when it is no longer taken. */
export class PlatformApi {
  readonly #parts: ApiParts

  constructor(parts: ApiParts) {
    this.#parts = parts
  }

  /** @throws ApiError */
  async call<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.infer<S>> {
    return this.#withToken(async (access) => {
      const response = await this.#send(`${path}?access_token=${access}`, body)
      return read(schema, await jsonOf(response))
    })
  }

  /**
   * Lays a file down at the platform, for a message that then names it.
   * @returns the platform's name for it, good for three days
   * @throws ApiError
   */
  async upload(kind: string, { name, type, content }: AttachedFile): Promise<string> {
    const form = new FormData()
    form.append('media', new Blob([new Uint8Array(content)], { type }), name)
    return this.#withToken(async (access) => {
      const query = new URLSearchParams({ access_token: access, type: kind })
      return read(laid, await jsonOf(await this.#send(`/cgi-bin/media/upload?${query}`, form))).media_id
    })
  }

  /** @throws ApiError */
  async download(path: string, query: Record<string, string>, mostBytes: number): Promise<Downloaded> {
    return this.#withToken(async (access) => {
      const response = await this.#send(`${path}?${new URLSearchParams({ access_token: access, ...query })}`)
      const type = response.headers.get('content-type') ?? ''
      // An error comes as JSON, with status 200.
      if (/json|text\/plain/.test(type)) {
        read(answered, await jsonOf(response))
        throw new ApiError('refused', 'neither a file nor an error')
      }
      return { type, content: await contentOf(response, mostBytes) }
    })
  }

  async #withToken<T>(work: (access: string) => Promise<T>): Promise<T> {
    const access = await this.#token()
    try {
      return await work(access)
    } catch (error) {
      if (!(error instanceof ApiError) || !STALE_TOKEN.has(error.errcode)) throw error
      await this.#parts.tokens.drop(this.#parts.name, access)
      return work(await this.#token())
    }
  }

  #token(): Promise<string> {
    const { tokens, name, tokenPath } = this.#parts
    return tokens.take(name, async () => {
      try {
        const { access_token, expires_in } = read(token, await jsonOf(await this.#send(tokenPath)))
        return { token: access_token, seconds: expires_in }
      } catch (cause) {
        // Whatever befell it, what was to be sent with the token was not sent, and waits until the settings are right.
        throw new ApiError('unsent', `no access token for ${name}`, 0, { cause })
      }
    })
  }

  async #send(pathAndQuery: string, body?: unknown): Promise<Response> {
    const { base, fetch, deadline } = this.#parts
    const signal = deadline(body instanceof FormData)
    const post =
      body instanceof FormData
        ? { method: 'POST', body }
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    let response: Response
    try {
      response = await fetch(base + pathAndQuery, { signal, redirect: 'error', ...(body === undefined ? {} : post) })
    } catch (cause) {
      // The cause holds no address, and the address holds the token.
      const code = codeOf(cause)
      throw new ApiError(NOT_CONNECTED.has(code) ? 'unsent' : 'unknown', `the call failed: ${code}`)
    }
    if (response.ok) return response
    await response.body?.cancel()
    throw new ApiError(NOT_TAKEN.has(response.status) ? 'unsent' : 'unknown', `HTTP ${response.status}`)
  }
}

function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name?: string }
  return cause?.code ?? name ?? 'failed'
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown
  } catch (cause) {
    throw new ApiError('unknown', 'the answer is no JSON', 0, { cause })
  }
}

/** Big files of videos are not read to the end. */
async function contentOf(response: Response, mostBytes: number): Promise<Buffer> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel()
    throw new ApiError('refused', 'the file is too large')
  }
  try {
    const content = Buffer.from(await response.arrayBuffer())
    if (content.length > mostBytes) throw new ApiError('refused', 'the file is too large')
    return content
  } catch (cause) {
    if (cause instanceof ApiError) throw cause
    throw new ApiError('unknown', 'the file broke off', 0, { cause })
  }
}

function read<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const { errcode = 0, errmsg = '' } = answered.catch({}).parse(value)
  if (errcode === BUSY) throw new ApiError('unsent', 'the platform is busy', errcode)
  if (errcode !== 0) throw new ApiError('refused', `errcode ${errcode}: ${errmsg}`, errcode)
  const result = schema.safeParse(value)
  if (!result.success) throw new ApiError('unknown', 'the answer is not as it should be', 0, { cause: result.error })
  return result.data
}

/** The codes that the page itself gives; every other one comes from the server. */
const OFFLINE = 'offline'
const UNREADABLE = 'unreadable'

/** What a call came back with instead of an answer (RFC 9457), or that it did not come back. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  constructor(
    /** Stable; `offline` when nothing answered. */
    readonly code: string,
    /** In the reader's language, may be shown; empty for what the page gives itself. */
    readonly title: string,
    /** HTTP status; 0 when nothing answered. */
    readonly status: number,
    /** The whole body: some problems say more, such as `holder`. */
    readonly body: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(title || code, options)
  }

  /** Worth trying again unchanged: nothing answered, or the other side is busy or away. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }

  /** In how many milliseconds the other side wants to be asked again; undefined where it has not said. */
  get retryAfterMs(): number | undefined {
    const seconds = Number(this.body.retryAfterSeconds)
    return seconds > 0 ? seconds * 1000 : undefined
  }
}

export const offlineProblem = (cause: unknown) => new ProblemError(OFFLINE, '', 0, {}, { cause })

/** Reads problem+json; a proxy's own page becomes `unreadable` with its status. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null) return new ProblemError(UNREADABLE, '', response.status)
  const { code, title } = body as { code?: unknown; title?: unknown }
  return new ProblemError(
    typeof code === 'string' ? code : UNREADABLE,
    typeof title === 'string' ? title : '',
    response.status,
    // Some say it in the header alone; a date, as proxies write it, is left to the reader's own patience.
    { retryAfterSeconds: Number(response.headers.get('retry-after')), ...body },
  )
}

import { offlineProblem, ProblemError, readProblem } from './problem.ts'
import { linkedSignal } from './signals.ts'

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** Sent as multipart/form-data, in place of `body`. */
  form?: FormData
  /** The owner's bearer token. */
  token?: string
  /** The desk's, needed on writes. */
  csrfToken?: string
  /** The language of problem titles: `zh`, `en`. */
  locale?: string
  signal?: AbortSignal
  /** Milliseconds after which it counts as unanswered, where the usual is too short. */
  timeoutMs?: number
}

/** After which a call counts as unanswered; the server itself waits 5 s for a turn. */
const TIMEOUT_MS = 20_000

/**
 * Calls the API of the server that the page came from. A 204 gives undefined.
 *
 * @example const { tickets } = await callApi<TicketList>('/api/desk/tickets?stage=waiting')
 * @throws ProblemError with the server's code, or `offline` when nothing answered
 */
export async function callApi<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const limit = linkedSignal(options.signal ? [options.signal] : [], options.timeoutMs ?? TIMEOUT_MS)
  try {
    const response = await answerOf(path, options, limit.signal)
    if (!response.ok) throw await readProblem(response)
    if (response.status === 204) return undefined as Answer
    return (await response.json()) as Answer
  } catch (error) {
    // A body that breaks off is as good as no answer.
    throw error instanceof ProblemError ? error : offlineProblem(error)
  } finally {
    limit.release()
  }
}

function answerOf(path: string, options: CallOptions, signal: AbortSignal): Promise<Response> {
  const { method = 'GET', body, form } = options
  return fetch(path, {
    method,
    headers: headersOf(options),
    credentials: 'same-origin',
    signal,
    ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

function headersOf({ body, token, csrfToken, locale }: CallOptions): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(csrfToken ? { 'x-csrf-token': csrfToken } : {}),
    ...(locale ? { 'accept-language': locale } : {}),
  }
}

import { type ProblemError, readProblem } from './problem.ts'
import { linkedSignal } from './signals.ts'
import { type ServerEvent, sseReader } from './sse.ts'

export interface EventStreamOptions {
  url: string
  token: string
  /** The last seq that the page has, asked for at each connection. */
  lastEventId(): number
  onEvent(event: ServerEvent): void
  /** `down`: it will try again by itself. */
  onConnection(connection: 'up' | 'down'): void
  /** The server refused for good, such as 401 and 404; there is no further try. */
  onRefused(problem: ProblemError): void
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000
/** The server's heartbeat is 15 s; three of them missed mean a dead line. */
const SILENCE_MS = 45_000

/** Keeps an event stream open over fetch, since EventSource cannot send a bearer token. Returns the way to stop. */
export function openEvents(options: EventStreamOptions): () => void {
  const stop = new AbortController()
  void keepOpen(options, stop.signal)
  return () => stop.abort()
}

async function keepOpen(options: EventStreamOptions, stopped: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS
  while (!stopped.aborted) {
    const problem = await readOnce(options, stopped, () => {
      wait = FIRST_WAIT_MS
    })
    if (stopped.aborted) return
    if (problem && !problem.passing) return options.onRefused(problem)
    options.onConnection('down')
    await pause(wait, stopped)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

/** One connection until it ends; gives the problem that the server answered with, if it did. */
async function readOnce(
  options: EventStreamOptions,
  stopped: AbortSignal,
  onOpen: () => void,
): Promise<ProblemError | undefined> {
  const silent = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => silent.abort(), SILENCE_MS)
  }
  const either = linkedSignal([stopped, silent.signal])
  heard()
  try {
    const response = await fetch(options.url, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${options.token}`,
        'last-event-id': String(options.lastEventId()),
      },
      signal: either.signal,
    })
    if (!response.ok || !response.body) return await readProblem(response)
    onOpen()
    options.onConnection('up')
    await readBody(response.body, sseReader(options.onEvent), heard)
  } catch {
    // The line broke: that is what the next try is for.
  } finally {
    clearTimeout(timer)
    either.release()
  }
  return undefined
}

async function readBody(body: ReadableStream<Uint8Array>, read: (piece: string) => void, heard: () => void) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    heard()
    read(decoder.decode(value, { stream: true }))
  }
}

/** Waits, but no longer than until the network is back or the stream is stopped. */
function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms)
    function end() {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      stopped.removeEventListener('abort', end)
      resolve()
    }
    window.addEventListener('online', end)
    stopped.addEventListener('abort', end)
  })
}

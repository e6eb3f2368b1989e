import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** A reader of an event stream, which keeps what it heard. */
export interface Listener {
  status: number
  contentType: string
  /** Body of an answer that is no stream. */
  problem?: Record<string, unknown>
  events: { event: string; data: Record<string, unknown>; id?: string }[]
  comments: string[]
  /** Resolves when `done` holds for what was heard, at once or later; fails when the stream ends before. */
  until(done: (heard: Listener) => boolean): Promise<void>
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>
  close(): void
}

/** Opens an event stream by fetch, as the pages do. */
export async function listen(url: string, headers: Record<string, string> = {}): Promise<Listener> {
  const stop = new AbortController()
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: stop.signal })
  const waiting = new Set<() => void>()
  const listener: Listener = {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    events: [],
    comments: [],
    until: (done) => {
      if (done(listener)) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (!done(listener)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        void listener.ended.then(() => reject(new Error('the stream ended before')))
      })
    },
    ended: Promise.resolve(),
    close: () => stop.abort(),
  }
  if (!response.ok || !response.body) {
    listener.problem = (await response.json()) as Record<string, unknown>
    return listener
  }
  listener.ended = read(response.body, listener, () => {
    for (const look of waiting) look()
  })
  return listener
}

async function read(body: ReadableStream<Uint8Array>, listener: Listener, heard: () => void): Promise<void> {
  const parser = createParser({
    onEvent: ({ event = 'message', data, id }: EventSourceMessage) => {
      listener.events.push({ event, data: JSON.parse(data), ...(id === undefined ? {} : { id }) })
    },
    onComment: (comment) => listener.comments.push(comment),
  })
  const decoder = new TextDecoder()
  try {
    for await (const piece of body) {
      parser.feed(decoder.decode(piece, { stream: true }))
      heard()
    }
  } catch {
    // Closed by the test, or cut off by the server: ended either way.
  }
}

import type { Request, Response } from 'express'

const HEARTBEAT_MS = 15_000
/** A reader that leaves so much unread is cut off; it comes back with Last-Event-ID and misses nothing. */
const MOST_UNREAD_BYTES = 256 * 1024

/** One open stream of server-sent events. */
export interface EventStream {
  /** Does nothing once the stream is closed. */
  send(event: string, data: unknown, id?: string | number): void
  /** When the reader has taken what was sent, or is gone. */
  drained(): Promise<void>
  /** Runs `after` when the reader is gone or `close` was called. */
  onClose(after: () => void): void
  close(): void
}

/** Opens a stream with a heartbeat of 15 s, so that proxies keep it and a dead reader is noticed. */
export function openStream(request: Request, response: Response): EventStream {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  // A write after the end would be an error that nobody catches.
  const write = (piece: string): void => {
    if (response.writableEnded || response.destroyed) return
    response.write(piece)
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy()
  }
  write(': open\n\n')
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
  const endings: (() => void)[] = []
  // Of the response: a request counts as closed as soon as its body was read.
  response.on('close', () => {
    clearInterval(heartbeat)
    for (const end of endings.splice(0)) end()
  })
  if (request.method === 'HEAD') response.end()
  return {
    send: (event, data, id) => {
      const head = id === undefined ? '' : `id: ${id}\n`
      write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    drained: () =>
      new Promise((done) => {
        if (!response.writableNeedDrain || response.destroyed) return done()
        const end = (): void => {
          response.off('drain', end).off('close', end)
          done()
        }
        response.on('drain', end).on('close', end)
      }),
    onClose: (after) => endings.push(after),
    close: () => response.end(),
  }
}

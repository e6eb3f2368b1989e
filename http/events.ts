import type { Request, Response } from 'express'

const HEARTBEAT_MS = 15_000

/** One open stream of server-sent events. */
export interface EventStream {
  send(event: string, data: unknown, id?: string | number): void
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
  response.write(': open\n\n')
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  const endings: (() => void)[] = []
  request.on('close', () => {
    clearInterval(heartbeat)
    for (const end of endings.splice(0)) end()
  })
  return {
    send: (event, data, id) => {
      const head = id === undefined ? '' : `id: ${id}\n`
      response.write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    onClose: (after) => endings.push(after),
    close: () => response.end(),
  }
}

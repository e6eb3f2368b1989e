import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

const KEEP_MS = 60_000

/** Serves on a free port of the loopback and says `ready URL`. */
export function serveOn(app: Express): void {
  const server = app.listen(0, '127.0.0.1', () => {
    process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
  })
  // A server that is busy for longer than the usual five seconds would close lines on which the next call waits already.
  server.keepAliveTimeout = KEEP_MS
}

import { createServer, type Server } from 'node:http'
import type { Express } from 'express'
import type { Store } from '../bot/ports.ts'
import type { Config } from '../config.ts'
import type { Draining } from '../http/draining.ts'

/** The headers of a call; a browser sends them in one piece. */
const HEADERS_MS = 10_000
/** A whole call: a photo of 10 MB over a weak mobile net. */
const CALL_MS = 120_000
/**
 * A line on which nothing is asked stays open for longer than the usual proxies keep theirs (60 s), so that the proxy
 * closes first: a call that it sends on a line which we are closing would be lost.
 */
const IDLE_LINE_MS = 65_000
/** How often it is looked for calls past either. */
const LOOK_EVERY_MS = 2000
/** Longer than any call is made to wait; the service manager gives twice as much. */
const STOP_MS = 20_000

export function listen(app: Express, config: Config): Promise<Server> {
  const times = {
    headersTimeout: HEADERS_MS,
    requestTimeout: CALL_MS,
    keepAliveTimeout: IDLE_LINE_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
  }
  const server = createServer(times, app)
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(config.PORT, config.HOST, () => done(server))
  })
}

/** What has to come to its end before the record may close. */
export interface Unfinished {
  draining: Draining
  /** Resolves when no turn is under way. */
  turns: { settled(): Promise<void> }
}

/** Takes no more calls, and answers those it has taken; gives how many stayed without an answer. */
export async function drain({ draining, turns }: Unfinished): Promise<number> {
  const left = await draining.stop(STOP_MS)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, STOP_MS)
  })
  // What is not done by then is resumed at the next start.
  await Promise.race([turns.settled(), late])
  clearTimeout(timer)
  return left
}

export async function stop(server: Server, store: Store): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
  await store.close()
}

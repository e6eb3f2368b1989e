import type { Server } from 'node:http'
import type { Express } from 'express'
import type { Store } from '../bot/ports.ts'
import type { Config } from '../config.ts'

export function listen(app: Express, config: Config): Promise<Server> {
  return new Promise((done, failed) => {
    const server = app.listen(config.PORT, config.HOST)
    server.once('listening', () => done(server))
    server.once('error', failed)
  })
}

export async function stop(server: Server, store: Store): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
  await store.close()
}

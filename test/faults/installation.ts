import { rmSync } from 'node:fs'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { newId, systemClock } from '../../wire/ids.ts'
import { call } from '../http/client.ts'
import { newDataDir } from '../http/server.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { TestRedis } from '../support/services/redis.ts'
import { StallingProxy } from '../support/services/stallingProxy.ts'
import { type KillableServer, startKillable } from './process.ts'

/** Two processes on one PostgreSQL and one Redis, and the record opened beside them. */
export interface Installation {
  postgres: TestPostgres
  redis: TestRedis
  /** Between Redis and the second instance. */
  proxy: StallingProxy
  pair: Pair
  record: Store
  stop(): Promise<void>
}

/** The second instance's clock is wrong by so much. */
const CLOCK_OFF_MS = 3_600_000
const READY_TRIES = 600
const LOOK_EVERY_MS = 50

/** @param further settings of both */
export async function openInstallation(further: Record<string, string> = {}): Promise<Installation> {
  const folders = [await newDataDir(), await newDataDir()]
  const [postgres, redis] = await Promise.all([TestPostgres.start({ durable: true }), TestRedis.start()])
  const url = await postgres.database()
  const proxy = await StallingProxy.before(redis.port)
  const settings = [
    { ...further, DATABASE_URL: url, REDIS_URL: redis.url },
    {
      ...further,
      DATABASE_URL: url,
      REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
      CLOCK_OFF_MS: String(CLOCK_OFF_MS),
    },
  ]
  const pair = new Pair(folders.map((folder, n) => startKillable(folder, settings[n])))
  const services = async (): Promise<void> => {
    await pair.end()
    await proxy.stop()
    await Promise.all([postgres.stop(), redis.stop()])
    for (const folder of folders) rmSync(folder, { recursive: true })
  }
  try {
    await pair.bothServe()
    const record = await openStore({ url, clock: systemClock, newId })
    const stop = async (): Promise<void> => {
      await record.close()
      await services()
    }
    return { postgres, redis, proxy, pair, record, stop }
  } catch (error) {
    await services()
    throw error
  }
}

/** Opens one, works with it, and ends it. */
export async function withInstallation<T>(
  work: (installation: Installation) => Promise<T>,
  further: Record<string, string> = {},
): Promise<T> {
  const installation = await openInstallation(further)
  try {
    return await work(installation)
  } finally {
    await installation.stop()
  }
}

/** Two servers behind a balancer that asks the one that is there, else each in turns. */
export class Pair implements KillableServer {
  #calls = 0
  #kills = 0
  #down: KillableServer | undefined

  constructor(private readonly servers: KillableServer[]) {}

  async bothServe(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.url()))
  }

  /** The address of one of them: 0 or 1. */
  at(place: number): Promise<string> {
    const server = this.servers[place]
    if (!server) throw new Error('there is no such server')
    return server.url()
  }

  /** Kills that one; a new process takes its place at once, or once `until` is over. */
  async kill(place: number, until?: Promise<unknown>): Promise<void> {
    await this.servers[place]?.killAndRestart(until)
  }

  url(): Promise<string> {
    const there = this.servers.filter((server) => server !== this.#down)
    const server = there[this.#calls++ % there.length]
    if (!server) throw new Error('there is no server')
    return server.url()
  }

  async killAndRestart(): Promise<number> {
    const server = this.servers[this.#kills++ % this.servers.length]
    if (!server) throw new Error('there is no server')
    this.#down = server
    const took = await server.killAndRestart()
    this.#down = undefined
    return took
  }

  /** When this one says of its live side that it lacks this. */
  async says(place: number, degraded: string | undefined): Promise<void> {
    for (let tries = 0; tries < READY_TRIES; tries++) {
      const url = await this.at(place)
      const ready = await call<{ degraded?: string }>(`${url}/readyz`).catch(() => undefined)
      if (ready?.status === 200 && ready.body.degraded === degraded) return
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
    }
    throw new Error(`the instance never said ${degraded ?? 'that all is well'}`)
  }

  async end(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.end()))
  }
}

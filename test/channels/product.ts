import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Store } from '../../bot/ports.ts'
import type { StaffMember } from '../../bot/types.ts'
import { readConfig } from '../../config.ts'
import { DeskWork } from '../../desk/work.ts'
import { createMetrics } from '../../http/metrics.ts'
import { maskPersonal } from '../../intents/entities/index.ts'
import { maskNames } from '../../intents/secondOpinion/names.ts'
import { maskAbuse } from '../../intents/tone/index.ts'
import type { Publisher } from '../../knowledge/publish.ts'
import { inProcessSide } from '../../live/inProcessSide.ts'
import { openStore } from '../../store/open.ts'
import { appOf } from '../../wire/app.ts'
import { botpressSenders } from '../../wire/botpress.ts'
import { type Brain, seedBoards, wireBrain } from '../../wire/brain.ts'
import { channelsOf } from '../../wire/channels.ts'
import { hashToken, newId, newToken } from '../../wire/ids.ts'
import { hideNumbers } from '../../wire/publicNumbers.ts'
import { type TestClock, testClock } from '../support/clock.ts'
import { knowledge, shipped } from '../support/qiao.ts'

/** The whole product behind HTTP on loopback, over a record in memory, moved by the test's clock and not by timers. */
export interface Product {
  url: string
  store: Store
  clock: TestClock
  brain: Brain
  errors: unknown[]
  clerk(name: string): Promise<DeskWork & { member: StaffMember }>
  /** Everything under way has come to its end; what waits for a later time still waits. */
  settle(): Promise<void>
  /** What an operator reads at /metrics. */
  metric(name: string): Promise<number>
  stop(): Promise<void>
}

export interface ProductOptions {
  settings?: Record<string, string>
  clock?: TestClock
  /** A record to go on with, instead of an empty one. */
  store?: Store
  /** Ends calls to platforms; left out: they take as long as they take. */
  deadline?(): AbortSignal
}

export async function openProduct({
  settings = {},
  clock = testClock(),
  store: given,
  deadline = () => new AbortController().signal,
}: ProductOptions = {}): Promise<Product> {
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: 'unused', ...settings })
  const errors: unknown[] = []
  const report = (error: unknown) => errors.push(error)
  const store = given ?? (await openStore({ file: ':memory:', clock, newId }))
  await seedBoards(knowledge, store, clock)
  const classifier = await shipped
  const { events: live, tokens, counts, passes, presence, degraded } = inProcessSide(clock, report)
  const metrics = createMetrics()
  const channels = channelsOf({ config, store, live, clock, metrics, tokens, brain: () => brain, report, deadline })
  const senders = { ...channels.senders, ...botpressSenders(config, { store, clock, metrics, report, deadline }) }
  const brain: Brain = wireBrain({ knowledge, store, live, clock, classifier: () => classifier, senders, report })
  const log = pino({ level: 'silent' })
  const parts = { config, knowledge, store, live, clock, brain, metrics, log, publisher: {} as Publisher }
  const keys = { promise: newToken(), files: newToken(), setup: newToken() }
  const app = appOf({ ...parts, keys, counts, passes, presence, degraded, channels: channels.routes })
  const server = await new Promise<Server>((done) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => done(listening))
  })
  const desk = {
    store,
    live,
    say: brain.catalogue.say,
    showTyping: brain.showTyping,
    promisesIn: brain.promisesIn,
    promiseKey: newToken(),
    mostTickets: () => 10,
    maskAbuse,
    maskNumbers: (text: string, of = {}) => hideNumbers(knowledge, text, of),
    maskNames,
    maskPersonal,
    stamp: brain.stamp,
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    clock,
    brain,
    errors,
    clerk: async (name) => {
      const member = await store.staff.add({ name, role: 'staff', passwordHash: hashToken(name) })
      return Object.assign(new DeskWork(desk), { member })
    },
    settle: async () => {
      await channels.drain()
      await brain.outbox.drain()
    },
    metric: async (name) => {
      const values = await metrics.registry.getSingleMetric(name)?.get()
      return (values?.values ?? []).reduce((sum, { value }) => sum + value, 0)
    },
    stop: async () => {
      await channels.drain()
      await brain.outbox.stop()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      if (!given) await store.close()
    },
  }
}

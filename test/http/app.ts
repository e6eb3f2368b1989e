import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { Registry } from 'prom-client'
import type { Store } from '../../bot/ports.ts'
import { deskSchemas } from '../../desk/schemas.ts'
import { Admission } from '../../http/admission.ts'
import { createApp } from '../../http/app.ts'
import { Draining } from '../../http/draining.ts'
import { openapiOf } from '../../http/openapi.ts'
import { operationsRoutes } from '../../http/operations.ts'
import type { OwnerPorts } from '../../http/ownerPorts.ts'
import { findEmergency } from '../../intents/emergency/index.ts'
import { publicCommunity } from '../../knowledge/publicCommunity.ts'
import { inProcessSide } from '../../live/inProcessSide.ts'
import { queueState } from '../../records/queue.ts'
import { StoreError } from '../../store/errors.ts'
import { openStore } from '../../store/open.ts'
import { wireBrain } from '../../wire/brain.ts'
import { hashToken, newId, newToken } from '../../wire/ids.ts'
import { notReady } from '../../wire/ready.ts'
import { type TestClock, testClock } from '../support/clock.ts'
import { knowledge, shipped } from '../support/qiao.ts'

/** The HTTP side over a record that can be taken away, and pages of the test's own. */
export interface TestApp {
  url: string
  clock: TestClock
  /** From here on every call to the record fails, or works again. */
  away(yes: boolean): void
  /** Folder of the pages. */
  pages: string
  draining: Draining
  errors: unknown[]
  stop(): Promise<void>
}

const PAGES = {
  'index.html': '<title>owner</title>',
  'desk.html': '<title>desk</title>',
  'repairer.html': '<title>repairer</title>',
  'widget.js': 'widget',
  '.hidden': 'hidden',
}

export async function startApp(
  changes: Partial<OwnerPorts> = {},
  { bodyMs }: { bodyMs?: number } = {},
): Promise<TestApp> {
  const clock = testClock()
  const errors: unknown[] = []
  const record = await openStore({ file: ':memory:', clock, newId })
  const { store, away } = removable(record)
  const pages = mkdtempSync(join(tmpdir(), 'qiao-pages-'))
  for (const [name, content] of Object.entries(PAGES)) writeFileSync(join(pages, name), content)
  const owner = { ...(await ownerPorts(store, clock, errors)), ...changes }
  const draining = new Draining()
  const app = createApp({
    owner,
    ...(bodyMs && { bodyMs }),
    draining,
    desk: Router(),
    repair: Router(),
    channels: Router(),
    operations: operationsRoutes({
      notReady: async () => (draining.stopping ? 'stopping' : notReady(store)),
      degraded: () => undefined,
      metrics: new Registry(),
      openapi: openapiOf(deskSchemas),
    }),
    pages,
    words: (code, english) => (english ? knowledge.replies.get(code)?.en : knowledge.replies.get(code)?.zh),
    secure: true,
    widgetOrigins: ['https://bbs.example.com'],
  })
  const server = await new Promise<Server>((done) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => done(listening))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock,
    away,
    draining,
    pages,
    errors,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await record.close()
      rmSync(pages, { recursive: true })
    },
  }
}

async function ownerPorts(store: Store, clock: TestClock, errors: unknown[]): Promise<OwnerPorts> {
  const classifier = await shipped
  const report = (error: unknown) => errors.push(error)
  const { events: live, counts, passes } = inProcessSide(clock, report)
  const brain = wireBrain({ knowledge, store, live, clock, classifier: () => classifier, report })
  const emergencyText: OwnerPorts['emergencyText'] = ({ intent }) =>
    brain.catalogue.answerText(intent, 'demo', 'zh') ?? ''
  return {
    store,
    live,
    clock,
    newToken,
    hash: hashToken,
    runTurn: (id, seq) => brain.turns.run(id, seq),
    state: (conversation) => queueState({ store, hours: brain.hours, clock }, conversation),
    community: async (id, locale) => publicCommunity(knowledge, brain.voices, id, locale, clock.now()),
    boundToo: () => ({ text: '' }),
    titleOf: (id) => knowledge.entries.get(id)?.title,
    defaultCommunity: 'demo',
    findEmergency,
    emergencyText,
    counts,
    passes,
    limits: {
      conversationsPerMinute: 1000,
      messagesPerMinute: 1000,
      perHome: 1000,
      perAddress: 1000,
      perInstallation: 1000,
    },
    shed: () => undefined,
    admission: new Admission({
      pressure: { longestWaitMs: () => 0, lateMs: () => 0 },
      mostWaiting: 100,
      longestWaitMs: 1000,
      findEmergency,
      emergencyText,
      shed: () => undefined,
      now: () => 0,
      random: () => 0,
    }),
    report,
  }
}

/** The same record, but while it is away whatever is asked of it fails as a lost database does. */
function removable(record: Store): { store: Store; away(yes: boolean): void } {
  let gone = false
  const guard = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver)
        if (typeof value === 'object' && value !== null) return guard(value)
        if (typeof value !== 'function' || !gone) return value
        return () => Promise.reject(new StoreError('store_unavailable', 'the disk is gone'))
      },
    })
  return {
    store: guard(record),
    away: (yes) => {
      gone = yes
    },
  }
}

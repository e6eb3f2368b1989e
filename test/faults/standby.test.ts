import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore } from '../../store/open.ts'
import { notReady } from '../../wire/ready.ts'
import { aConversation, handClock, says } from '../store/fixtures.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'

const CONVERSATIONS = 8
/** Messages that are acknowledged before the primary is killed under those that follow. */
const BEFORE = 200

describe.skipIf(isSkipped('postgres'))('a primary with a synchronous standby', () => {
  let primary: TestPostgres
  let standby: TestPostgres
  beforeAll(async () => {
    primary = await TestPostgres.start({ durable: true })
    standby = await primary.standby()
    await primary.query(`alter system set synchronous_standby_names = 'standby'`)
    await primary.query('select pg_reload_conf()')
    const waits = async () => {
      const [row] = await primary.query(`select count(*)::int as n from pg_stat_replication where sync_state = 'sync'`)
      expect(row?.n).toBe(1)
    }
    await vi.waitFor(waits, { timeout: 30_000 })
  })
  afterAll(async () => {
    await standby?.stop()
    await primary?.stop()
  })

  const open = (url: string) => openStore({ url, clock: handClock(), newId: randomUUID })

  test('killed under load, the standby holds all that was acknowledged, in order, once', async () => {
    const store = await open(primary.urlOf('postgres'))
    const ids = await Promise.all(Array.from({ length: CONVERSATIONS }, async () => (await aConversation(store)).id))
    const acknowledged = new Map(ids.map((id) => [id, [] as string[]]))
    let count = 0
    /** Says one after the other until the record is away. */
    const talk = async (id: string) => {
      for (let n = 0; ; n += 1) {
        await says(store, id, `话${n}`)
        acknowledged.get(id)?.push(`话${n}`)
        count += 1
      }
    }
    const talks = ids.map((id) => talk(id).catch((error: { code?: string }) => error.code))
    await vi.waitFor(() => expect(count).toBeGreaterThan(BEFORE), { timeout: 60_000 })
    await primary.kill()
    expect(new Set(await Promise.all(talks))).toEqual(new Set(['store_unavailable']))
    await store.close()

    const reading = await open(standby.urlOf('postgres'))
    expect(await notReady(reading)).toMatch(/only be read/)
    await standby.promote()
    await vi.waitFor(async () => expect(await notReady(reading)).toBeUndefined(), { timeout: 30_000 })
    for (const [id, texts] of acknowledged) {
      const kept = await reading.conversations.messages(id, 0, 500)
      expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, n) => n + 1))
      expect(kept.map(({ text }) => text).slice(0, texts.length)).toEqual(texts)
      // At most the one whose answer never came.
      expect(kept.length - texts.length).toBeLessThanOrEqual(1)
      // Sent again, as its owner would, it is stored once.
      const next = { clientMessageId: `话${texts.length}`, text: `话${texts.length}` }
      const again = await reading.conversations.accept(id, next)
      expect(again.kind).toBe(kept.length > texts.length ? 'repeated' : 'stored')
    }
    await reading.close()
  })
})

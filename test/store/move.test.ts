import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { searchWords } from '../../intents/searchWords.ts'
import { moveRecord } from '../../store/move.ts'
import { openStore, type RecordPlace } from '../../store/open.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'
import { aClerk, aConversation, aHandoff, anEntry, handClock, says, transcript } from './fixtures.ts'
import { newIncident, newOrder } from './orders.ts'

const MANY = 450
const NUL = 'nul\u0000 und \ud800'
const now = new Date('2026-03-02T01:00:00.000Z')
const open = (place: RecordPlace) => openStore({ ...place, clock: handClock(), newId: randomUUID, words: searchWords })

/** Something in most tables, and one conversation that takes several transactions. */
async function fill(place: RecordPlace): Promise<{ id: string; ticketId: string; fileId: string }> {
  const store = await open(place)
  const wang = await aClerk(store, '王芳')
  const { ticketId } = await aHandoff(store)
  await store.tickets.claim(ticketId, wang.id, '您好')
  const { id } = await aConversation(store, { channel: 'wechat' })
  const content = Buffer.from([0, 1, 2, 255])
  const added = await store.attachments.add(id, { name: 'a.png', type: 'image/png', content })
  if (added.kind !== 'stored') throw new Error('the file was not taken')
  await store.conversations.accept(id, { clientMessageId: NUL, text: '电梯', attachments: [added.id] })
  for (let n = 0; n < MANY; n += 1) await says(store, id, `话${n}`)
  await newOrder(store, id)
  await newIncident(store)
  await store.board.seed('demo', [anEntry()])
  await store.close()
  return { id, ticketId, fileId: added.id }
}

describe.skipIf(isSkipped('postgres'))('a record moves', () => {
  let server: TestPostgres
  let folder: string
  beforeAll(async () => {
    server = await TestPostgres.start()
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qiao-move-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const file = (name: string): RecordPlace => ({ file: join(folder, name) })

  async function expectAll(store: Store, { id, ticketId, fileId }: Awaited<ReturnType<typeof fill>>): Promise<void> {
    const lines = await transcript(store, id)
    expect(lines.slice(0, 3)).toEqual(['owner: 电梯', 'owner: 话0', 'owner: 话1'])
    const again = await store.conversations.accept(id, { clientMessageId: NUL, text: '电梯', attachments: [fileId] })
    expect(again.kind).toBe('repeated')
    const photo = await store.attachments.ofConversation(id, fileId)
    expect([...photo!.content]).toEqual([0, 1, 2, 255])
    expect(await store.tickets.find(ticketId)).toMatchObject({ stage: 'staff', assignee: '王芳' })
    while ((await store.search.catchUp(100)) > 0);
    expect((await store.tickets.list({ q: '您好' })).total).toBe(1)
    // What was there is on its way, and what comes now goes behind it.
    const before = await store.outbox.ofConversation(id)
    await newOrder(store, id, { intent: 'repair.report', slots: { what: '水管漏水' } })
    const after = await store.outbox.ofConversation(id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.length).toBeGreaterThan(before.length)
  }

  test('from the file into PostgreSQL and back, everything is the same and goes on', async () => {
    const made = await fill(file('one.db'))
    const url = await server.database()
    const there = await moveRecord({ from: file('one.db'), to: { url }, now })
    expect(there).toMatchObject({ attachments: 1, tickets: 1, staff: 1 })
    const back = await moveRecord({ from: { url }, to: file('two.db'), now })
    expect(back).toEqual(there)
    for (const place of [{ url }, file('two.db')]) {
      const store = await open(place)
      await expectAll(store, made)
      await store.close()
    }
  })

  test('killed in the middle, it goes on where it was', async () => {
    const made = await fill(file('qiao.db'))
    const url = await server.database()
    const move = () =>
      spawn(process.execPath, ['--import', 'tsx', 'scripts/move.ts', '--from', folder, '--to', url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
    const first = move()
    const lines = createInterface(first.stdout)
    for await (const line of lines) if (/^conversations\t/.test(line)) break
    first.kill('SIGKILL')
    await once(first, 'exit')
    const second = move()
    let said = ''
    second.stdout.on('data', (piece: Buffer) => {
      said += piece
    })
    expect(await once(second, 'exit')).toEqual([0, null])
    expect(said).toMatch(/every table is the same/)
    const store = await open({ url })
    await expectAll(store, made)
    await store.close()
  })

  test('a table whose move was broken off after some rows goes on behind them', async () => {
    const made = await fill(file('qiao.db'))
    const url = await server.database()
    const stop = new Error('power cut')
    const begun = moveRecord({
      from: file('qiao.db'),
      to: { url },
      now,
      moved: (table, rows) => {
        if (table === 'messages' && rows === 200) throw stop
      },
    })
    await expect(begun).rejects.toBe(stop)
    const there = await server.query('select count(*)::int as n from messages', new URL(url).pathname.slice(1))
    expect(there).toEqual([{ n: 200 }])
    await moveRecord({ from: file('qiao.db'), to: { url }, now })
    const store = await open({ url })
    await expectAll(store, made)
    await store.close()
  })

  test('another’s record is not written over, nor a running one taken', async () => {
    await fill(file('one.db'))
    const url = await server.database()
    const others = await open({ url })
    await others.staff.add({ name: '李强', role: 'staff', passwordHash: '' })
    await expect(moveRecord({ from: file('one.db'), to: { url }, now })).rejects.toMatchObject({
      code: 'store_refused',
    })
    await others.instances.alive('here', '2026-03-02T01:00:04.000Z')
    await expect(moveRecord({ from: { url }, to: file('two.db'), now })).rejects.toMatchObject({
      code: 'store_locked',
    })
    await others.close()
    const running = await open(file('one.db'))
    const empty = await server.database()
    await expect(moveRecord({ from: file('one.db'), to: { url: empty }, now })).rejects.toMatchObject({
      code: 'store_locked',
    })
    await running.close()
  })

  test('begun from one record, it does not go on from another', async () => {
    await fill(file('one.db'))
    await (await open(file('two.db'))).close()
    const url = await server.database()
    const stop = new Error('power cut')
    const moved = () => {
      throw stop
    }
    await expect(moveRecord({ from: file('one.db'), to: { url }, now, moved })).rejects.toBe(stop)
    await expect(moveRecord({ from: file('two.db'), to: { url }, now })).rejects.toMatchObject({
      code: 'store_refused',
    })
  })
})

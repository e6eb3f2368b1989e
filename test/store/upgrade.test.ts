import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { searchWords } from '../../intents/searchWords.ts'
import type { OpenDialect } from '../../store/dialects/dialect.ts'
import { openPostgres } from '../../store/dialects/postgres.ts'
import { openSqlite } from '../../store/dialects/sqlite.ts'
import type { MovedRow } from '../../store/moveRows.ts'
import { openStore, type RecordPlace } from '../../store/open.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'
import { aClerk, aConversation, aHandoff, anEntry, handClock, says, transcript } from './fixtures.ts'
import { newIncident, newOrder } from './orders.ts'
import { allRows, below, fillEmpty, migrateTo, putRows, type Rows, VERSIONS } from './upgradeRows.ts'

const open = (place: RecordPlace) => openStore({ ...place, clock: handClock(), newId: randomUUID, words: searchWords })
const dialectOf = (place: RecordPlace): OpenDialect =>
  'url' in place ? openPostgres(place.url) : openSqlite(place.file, false)

interface Filled {
  rows: Rows
  conversation: string
  ticket: string
  order: string
}

let folder: string
let filled: Filled

/** A record of today with something in every table; earlier versions get what they had room for. */
async function fill(): Promise<Filled> {
  const place = { file: join(folder, 'today.db') }
  const store = await open(place)
  const wang = await aClerk(store, '王芳')
  const { ticketId, conversation } = await aHandoff(store)
  await store.tickets.claim(ticketId, wang.id, '您好')
  await store.tickets.note(ticketId, wang.id, '业主着急', [wang.id])
  const { id } = await aConversation(store, { channel: 'wechat' })
  const added = await store.attachments.add(id, { name: 'a.png', type: 'image/png', content: Buffer.from([0, 255]) })
  if (added.kind !== 'stored') throw new Error('the file was not taken')
  await store.conversations.accept(id, { clientMessageId: 'photo', text: '看图', attachments: [added.id] })
  const order = await newOrder(store, id)
  await newIncident(store)
  await store.board.seed('demo', [anEntry()])
  const home = { building: '3', room: '501', phones: ['13800138000'], bills: [] }
  const file = { name: 'homes.csv', hash: '', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  await store.homes.import('demo', [home], file)
  await store.close()
  const opened = dialectOf(place)
  const rows = await below(opened, async (db) => {
    await fillEmpty(db, await opened.shapes(db))
    return allRows(opened, db)
  })
  return { rows, conversation: conversation.id, ticket: ticketId, order }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qiao-upgrade-'))
  filled = await fill()
})
afterAll(() => rm(folder, { recursive: true }))

/** What pages and turns read first; of tables that came later there is nothing yet. */
async function readsWell(store: Store, version: string): Promise<void> {
  expect(await transcript(store, filled.conversation)).toContain('system: 您好')
  expect(await store.tickets.find(filled.ticket)).toMatchObject({ stage: 'staff', assignee: '王芳' })
  expect((await store.tickets.list({ stage: 'staff' })).total).toBe(1)
  expect(await store.staff.list()).toMatchObject([{ name: '王芳', disabled: false }])
  while ((await store.search.catchUp(100)) > 0);
  expect((await store.tickets.list({ q: '您好' })).total).toBe(1)
  expect(await store.board.list('demo')).toHaveLength(1)
  const order = await store.workOrders.byNumber(filled.order)
  expect(order?.number).toBe(filled.order)
  expect((await store.homes.list({})).total).toBe(version >= '004' ? 1 : 0)
}

/** And goes on where it was. */
async function goesOn(store: Store): Promise<void> {
  const before = await transcript(store, filled.conversation)
  await says(store, filled.conversation, '还在吗')
  expect(await transcript(store, filled.conversation)).toEqual([...before, 'owner: 还在吗'])
}

const asText = (value: unknown) =>
  Buffer.isBuffer(value) ? value.toString('hex') : value === null ? null : String(value)
const lines = (rows: MovedRow[], columns: string[]) =>
  rows.map((row) => JSON.stringify(columns.map((column) => asText(row[column]))))

/** Whatever was there is there still, as it was. */
function nothingLost(before: Rows, after: Rows): void {
  for (const [table, rows] of before) {
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column in (after.get(table)?.[0] ?? {}))
    const there = new Set(lines(after.get(table) ?? [], columns))
    const lost = lines(rows, columns).filter((line) => !there.has(line))
    expect({ table, lost }).toEqual({ table, lost: [] })
  }
}

async function upgraded(place: RecordPlace, version: string): Promise<void> {
  const old = dialectOf(place)
  const before = await below(old, async (db) => {
    await migrateTo(old, db, version)
    return putRows(old, db, filled.rows)
  })
  expect([...before].filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([])
  await (await open(place)).close()
  const now = dialectOf(place)
  nothingLost(before, await below(now, (db) => allRows(now, db)))
  const store = await open(place)
  try {
    await readsWell(store, version)
    await goesOn(store)
  } finally {
    await store.close()
  }
}

/** With the words that the start ends with. */
async function newerRefused(place: RecordPlace): Promise<void> {
  await (await open(place)).close()
  const opened = dialectOf(place)
  await below(opened, (db) =>
    sql`insert into kysely_migration values ('999_later', '2099-01-01T00:00:00.000Z')`.execute(db),
  )
  const refused = { code: 'store_newer', message: 'a newer version wrote this record: 999_later' }
  await expect(open(place)).rejects.toMatchObject(refused)
}

/** The one step that has a way back: what it added goes, all else stays, and the way forward is open again. */
async function backAndForth(place: RecordPlace): Promise<void> {
  const [before, after] = ['011_queue', '012_learning']
  const opened = dialectOf(place)
  await below(opened, async (db) => {
    await migrateTo(opened, db, before)
    const put = await putRows(opened, db, filled.rows)
    await migrateTo(opened, db, after)
    expect((await opened.shapes(db)).map(({ name }) => name)).toContain('knowledge_revisions')
    await migrateTo(opened, db, before)
    expect((await opened.shapes(db)).map(({ name }) => name)).not.toContain('knowledge_revisions')
    nothingLost(put, await allRows(opened, db))
  })
  const store = await open(place)
  await readsWell(store, before)
  await store.close()
}

describe('a record of an earlier version, with something in every table, is brought up to date and loses nothing', () => {
  test.each(VERSIONS)('SQLite: %s', (version) => upgraded({ file: join(folder, `${version}.db`) }, version))
  test('SQLite: back and forth', () => backAndForth({ file: join(folder, 'back.db') }))
  test('SQLite: what a newer version wrote is refused', () => newerRefused({ file: join(folder, 'newer.db') }))

  describe.skipIf(isSkipped('postgres'))('on a server of its own', () => {
    let server: TestPostgres
    beforeAll(async () => {
      server = await TestPostgres.start()
    })
    afterAll(() => server?.stop())

    test.each(VERSIONS)('PostgreSQL: %s', async (version) => upgraded({ url: await server.database() }, version))
    test('PostgreSQL: back and forth', async () => backAndForth({ url: await server.database() }))
    test('PostgreSQL: what a newer version wrote is refused', async () =>
      newerRefused({ url: await server.database() }))
  })
})

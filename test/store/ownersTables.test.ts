import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DataOwner, OwnerData, Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { aHandoff, countingIds, handClock } from './fixtures.ts'
import { newOrder } from './orders.ts'
import { type Covered, OWNERS_TABLES } from './ownersTables.ts'

/* Every column of every table that can hold something of an owner is filled with a mark; then the owner is erased. */

interface Column {
  name: string
  type: string
}
type Cell = string | number | Buffer | null
type Cells = Record<string, Cell>

/** The database's own, and the index of words, which has tests of its own. */
const OWN = /^(sqlite_|kysely_|message_terms)/
/** Rows that are one owner's, of which there can be no second. */
const THE_ONE = ['conversations', 'homes']

const folder = mkdtempSync(join(tmpdir(), 'qiao-owners-'))
const file = join(folder, 'qiao.db')
const opened = () => openStore({ file, clock: handClock(), newId: countingIds() })
const tables = new Map<string, Column[]>()
let owner: DataOwner
let copy: OwnerData
const before = new Set<string>()
const after = new Set<string>()

const covered = (table: string): Covered | undefined => OWNERS_TABLES[table]
const markOf = (table: string, column: string) => `MARK:${table}.${column}`

async function theOwner(store: Store): Promise<{ owner: DataOwner; known: Cells }> {
  const { conversation, ticketId } = await aHandoff(store)
  const number = await newOrder(store, conversation.id)
  const source = { name: 'h.csv', hash: 'h', asOf: '2026-01-01T00:00:00.000Z', dryRun: false }
  await store.homes.import('demo', [{ building: '3', unit: '1', room: '501', phones: [], bills: [] }], source)
  const homes = (await store.homes.list({})).homes.map(({ id }) => id)
  const orderId = (await store.privacy.export({ conversations: [conversation.id], homes: [] })).work_orders?.[0]?.id
  const known = {
    ...{ conversation_id: conversation.id, ticket_id: ticketId, home_id: homes[0] ?? '', order_id: String(orderId) },
    ...{ number, summary: ticketId, community: 'demo', building: '3', unit: '1', room: '501' },
    ...{
      channel: 'wechat',
      account: 'gh_1',
      address: 'openid',
      published_at: null,
      erased_at: null,
      stage: 'resolved',
    },
  }
  return { owner: { conversations: [conversation.id], homes }, known }
}

function cellOf(table: string, { name, type }: Column, known: Cells): Cell {
  const given = table === 'work_orders' && name === 'number' ? undefined : known[name]
  if (given !== undefined) return given
  if (type === 'integer') return 90_000 + tables.size
  return type === 'blob' ? Buffer.from(markOf(table, name)) : markOf(table, name)
}

function fill(db: Database.Database, table: string, known: Cells): void {
  const columns = tables.get(table) ?? []
  const names = columns.map(({ name }) => name)
  const values = columns.map((column) => cellOf(table, column, known))
  if (!THE_ONE.includes(table)) {
    db.prepare(`insert or replace into ${table} (${names.join(',')}) values (${names.map(() => '?').join(',')})`).run(
      ...values,
    )
    return
  }
  const others = columns.filter(({ name }) => name !== 'id')
  const set = others.map(({ name }) => `${name} = ?`).join(',')
  db.prepare(`update ${table} set ${set} where id = ?`).run(
    ...others.map((column) => cellOf(table, column, known)),
    String(known[table === 'homes' ? 'home_id' : 'conversation_id']),
  )
}

/** `table.column` of each cell in which a mark stands, whichever it is. */
function marked(db: Database.Database, into: Set<string>): void {
  for (const [table, columns] of tables)
    for (const { name } of columns) {
      const found = db.prepare(`select 1 from ${table} where instr(cast(${name} as text), 'MARK:') > 0`).get()
      if (found) into.add(`${table}.${name}`)
    }
}

function withDatabase(work: (db: Database.Database) => void): void {
  const db = new Database(file)
  db.pragma('foreign_keys = off')
  work(db)
  db.close()
}

beforeAll(async () => {
  const first = await opened()
  const made = await theOwner(first)
  owner = made.owner
  await first.close()
  withDatabase((db) => {
    const names = db.prepare(`select name from sqlite_master where type = 'table' order by name`).all() as Column[]
    for (const { name } of names.filter((table) => !OWN.test(table.name)))
      tables.set(
        name,
        db.prepare(`select name, lower(type) as type from pragma_table_info('${name}')`).all() as Column[],
      )
    for (const table of tables.keys()) if (!('nothing' in (covered(table) ?? {}))) fill(db, table, made.known)
    marked(db, before)
  })
  const second = await opened()
  copy = await second.privacy.export(owner)
  await second.privacy.erase(owner)
  await second.close()
  withDatabase((db) => marked(db, after))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('of every table somebody has said what becomes of it', () => {
  expect([...tables.keys()].sort()).toEqual(Object.keys(OWNERS_TABLES).sort())
})

test('a table of which it is said that nothing in it is of an owner leads to none', () => {
  const leads = ['conversation_id', 'ticket_id', 'home_id']
  for (const [table, columns] of tables)
    if ('nothing' in (covered(table) ?? {}))
      expect(
        columns.filter(({ name }) => leads.includes(name)),
        table,
      ).toEqual([])
})

test('every column is filled, and nothing stays but what is named', () => {
  for (const table of tables.keys())
    if (!('nothing' in (covered(table) ?? {})) && (tables.get(table) ?? []).some(({ type }) => type === 'text'))
      expect([...before].some((cell) => cell.startsWith(`${table}.`)) || table, table).toBeTruthy()
  const named = Object.entries(OWNERS_TABLES).flatMap(([table, how]) =>
    'stays' in how ? how.columns.map((column) => `${table}.${column}`) : [],
  )
  expect([...after].sort()).toEqual(named.sort())
})

test('whatever goes is in the copy that an owner may have', () => {
  const gone = Object.entries(OWNERS_TABLES).flatMap(([table, how]) => ('goes' in how ? [table] : []))
  expect(gone.filter((table) => !copy[table])).toEqual([])
})

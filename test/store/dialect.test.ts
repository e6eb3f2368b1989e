import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, Migrator, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../store/dialects/sqlite.ts'
import { openStore } from '../../store/open.ts'
import type { Schema } from '../../store/schema.ts'
import { countingIds, handClock } from './fixtures.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qiao-dialect-'))
  file = join(folder, 'qiao.db')
})
afterEach(() => rm(folder, { recursive: true }))

function open(shared = false) {
  return openStore({ file, clock: handClock(), newId: countingIds(), shared })
}

/** Works on the database below the record. */
async function below(work: (db: Kysely<Schema>) => Promise<unknown>): Promise<void> {
  const opened = openSqlite(file, false)
  const db = new Kysely<Schema>({ dialect: opened.dialect })
  try {
    await work(db)
  } finally {
    await db.destroy()
    opened.release()
  }
}

test('every commit waits for the disk, and references hold', () =>
  below(async (db) => {
    const pragma = async (name: string) =>
      Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0]!)
    expect(await pragma('journal_mode')).toEqual(['wal'])
    expect(await pragma('synchronous')).toEqual([2])
    expect(await pragma('foreign_keys')).toEqual([1])
  }))

test('a record that a newer version wrote is refused, and let go of', async () => {
  await (await open()).close()
  await below((db) => sql`insert into kysely_migration values ('002_later', '2027-01-01T00:00:00.000Z')`.execute(db))
  await expect(open()).rejects.toMatchObject({ code: 'store_newer' })
  await expect(open(true)).rejects.toMatchObject({ code: 'store_newer' })
  await below((db) => sql`delete from kysely_migration where name = '002_later'`.execute(db))
  await (await open()).close()
})

test('a staff command does not change the tables under another process', async () => {
  await below(async () => {
    await expect(open(true)).rejects.toMatchObject({ code: 'store_locked' })
  })
  await (await open(true)).close()
  await (await open()).close()
})

test('a migration that fails half way leaves nothing', () =>
  below(async (db) => {
    const fails = async (half: Kysely<unknown>): Promise<void> => {
      await half.schema.createTable('half').addColumn('id', 'text').execute()
      throw new Error('power cut')
    }
    const provider = { getMigrations: async () => ({ '001_fails': { up: fails } }) }
    expect((await new Migrator({ db, provider }).migrateToLatest()).error).toMatchObject({ message: 'power cut' })
    const tables = await db.introspection.getTables()
    expect(tables.map((table) => table.name)).not.toContain('half')
  }))

test('what is no record, or has no folder, cannot be opened', async () => {
  await writeFile(file, 'x'.repeat(8192))
  await expect(open()).rejects.toMatchObject({ code: 'store_unavailable', cause: expect.anything() })
  const nowhere = { file: join(folder, 'none', 'qiao.db'), clock: handClock(), newId: countingIds() }
  await expect(openStore(nowhere)).rejects.toMatchObject({ code: 'store_unavailable' })
})

test('more queries than are kept, and a query that failed before, still work', () =>
  below(async (db) => {
    await sql`create table one (id text primary key)`.execute(db)
    for (let n = 0; n < 600; n += 1) {
      const { rows } = await sql<{ n: number }>`select ${sql.lit(n % 300)} as n`.execute(db)
      expect(rows).toEqual([{ n: n % 300 }])
    }
    const insert = (id: string) => sql`insert into one values (${id}) returning id`.execute(db)
    await insert('a')
    await expect(insert('a')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
    expect((await insert('b')).rows).toEqual([{ id: 'b' }])
  }))

test('a record in memory needs no file', async () => {
  const memory = { file: ':memory:', clock: handClock(), newId: countingIds() }
  const [one, other] = await Promise.all([openStore(memory), openStore(memory)])
  await one.staff.add({ name: '王芳', role: 'staff', passwordHash: 'scrypt' })
  expect(await one.staff.list()).toHaveLength(1)
  expect(await other.staff.list()).toHaveLength(0)
  await one.close()
  await other.close()
})

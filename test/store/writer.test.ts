import { setImmediate } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../store/dialects/sqlite.ts'
import type { Db, Schema } from '../../store/schema.ts'
import { groupWriter, type Writer } from '../../store/writer.ts'

let db: Db
let writer: Writer
/** Every `begin` and `commit` that the database saw. */
let edges: string[]

beforeEach(async () => {
  edges = []
  const log = ({ query }: { query: { sql: string } }) => {
    if (/^(begin|commit|rollback)/u.test(query.sql)) edges.push(query.sql)
  }
  db = new Kysely<Schema>({ dialect: openSqlite(':memory:', false).dialect, log })
  writer = groupWriter(db)
  await sql`create table counters (name text primary key, value integer)`.execute(db)
})
afterEach(() => db.destroy())

function add(name: string) {
  return async (to: Db): Promise<string> => {
    await to.insertInto('counters').values({ name, value: 1 }).execute()
    return name
  }
}

async function names(): Promise<string[]> {
  return (await db.selectFrom('counters').select('name').orderBy('name').execute()).map((row) => row.name)
}

test('what is handed in together is committed together', async () => {
  expect(await Promise.all(['a', 'b', 'c'].map((name) => writer.write(add(name))))).toEqual(['a', 'b', 'c'])
  expect(edges).toEqual(['begin immediate', 'commit'])
})

test('a great many are committed in several groups', async () => {
  const many = Array.from({ length: 150 }, (_, n) => writer.write(add(`n${n}`)))
  await Promise.all(many)
  expect(edges.filter((edge) => edge === 'commit')).toHaveLength(3)
  expect(await names()).toHaveLength(150)
})

test('one that throws is undone alone', async () => {
  const fails = async (to: Db): Promise<never> => {
    await add('half')(to)
    throw new Error('no')
  }
  const results = await Promise.allSettled([writer.write(add('a')), writer.write(fails), writer.write(add('b'))])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await names()).toEqual(['a', 'b'])
})

test('what was run before one threw is run again, and told its second result', async () => {
  let runs = 0
  const counts = async (to: Db): Promise<number> => {
    runs += 1
    await add(`run ${runs}`)(to)
    return runs
  }
  const fails = async (): Promise<never> => {
    throw new Error('no')
  }
  expect(await Promise.allSettled([writer.write(counts), writer.write(fails)])).toMatchObject([
    { status: 'fulfilled', value: 2 },
    { status: 'rejected' },
  ])
  expect(await names()).toEqual(['run 2'])
})

test('while more keeps coming it is waited for, and committed with the rest', async () => {
  const arrives = async (name: string, rounds: number): Promise<string> => {
    for (let round = 0; round < rounds; round++) await setImmediate()
    return writer.write(add(name))
  }
  await Promise.all([arrives('c', 2), arrives('b', 1), arrives('a', 0)])
  expect(edges).toEqual(['begin immediate', 'commit'])
})

test('when the transaction is lost everyone in it hears so, and the next one works', async () => {
  // As a full disk does.
  const ends = async (to: Db): Promise<void> => {
    await sql`rollback`.execute(to)
    throw new Error('the disk is full')
  }
  const results = await Promise.allSettled([writer.write(add('a')), writer.write(ends), writer.write(add('b'))])
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await names()).toEqual([])
  expect(await writer.write(add('c'))).toBe('c')
  expect(await names()).toEqual(['c'])
})

test('a read that begins in the midst of a write does not see what is undone afterwards', async () => {
  let seen: Promise<string[]> | undefined
  const fails = async (to: Db): Promise<never> => {
    await add('half')(to)
    seen = names()
    await to.selectFrom('counters').selectAll().execute()
    throw new Error('no')
  }
  await expect(writer.write(fails)).rejects.toThrow('no')
  expect(await seen).toEqual([])
})

test('settled waits for what was handed in', async () => {
  let done = false
  const write = writer.write(add('a')).then(() => {
    done = true
  })
  await writer.settled()
  await write
  expect(done).toBe(true)
  expect(edges).toEqual(['begin immediate', 'commit'])
  await writer.settled()
})

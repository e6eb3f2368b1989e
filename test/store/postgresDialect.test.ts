import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openPostgres } from '../../store/dialects/postgres.ts'
import { openStore } from '../../store/open.ts'
import type { Schema } from '../../store/schema.ts'
import { notReady } from '../../wire/ready.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'
import { aClerk, aConversation, aHandoff, countingIds, handClock, says, transcript } from './fixtures.ts'

describe.skipIf(isSkipped('postgres'))('PostgreSQL alone', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await TestPostgres.start({ durable: true })
  })
  afterAll(() => server?.stop())

  const clock = handClock()
  const newId = countingIds()
  const open = (url: string) => openStore({ url, clock, newId })
  const nameOf = (url: string) => new URL(url).pathname.slice(1)

  test('of many instances that start together on an empty database each finds its tables', async () => {
    const url = await server.database()
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(url)))
    const { id } = await aConversation(stores[0]!)
    for (const [n, store] of stores.entries()) expect(await says(store, id, `第${n}个`)).toBe(n + 1)
    await Promise.all(stores.map((store) => store.close()))
  })

  test('a record that a newer version wrote is refused', async () => {
    const url = await server.database()
    await (await open(url)).close()
    await server.query(`insert into kysely_migration values ('900_later', '2027-01-01T00:00:00.000Z')`, nameOf(url))
    await expect(open(url)).rejects.toMatchObject({ code: 'store_newer' })
  })

  test('a server that is not there cannot be opened', async () => {
    await expect(open('postgres://qiao@127.0.0.1:1/none')).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(open(server.urlOf('none'))).rejects.toMatchObject({ code: 'store_unavailable' })
  })

  test('text sorts and compares by its bytes, whatever the database was made with', async () => {
    await server.query(`create database elsewhere template template0 lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`)
    const url = server.urlOf('elsewhere')
    await (await open(url)).close()
    const rows = await server.query(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
      'elsewhere',
    )
    expect(rows).toEqual([])
  })

  test('two instances: one seq after the other, one winner a claim', async () => {
    const url = await server.database()
    const [one, other] = [await open(url), await open(url)]
    const wang = await aClerk(one, '王芳')
    const li = await aClerk(one, '李强')
    const { conversation, ticketId } = await aHandoff(one)
    const calls = Array.from({ length: 40 }, (_, n) => says(n % 2 ? one : other, conversation.id, `第${n}句`))
    const claims = [one.tickets.claim(ticketId, wang.id, '王芳'), other.tickets.claim(ticketId, li.id, '李强')]
    const seqs = await Promise.all(calls)
    expect((await Promise.all(claims)).map(({ kind }) => kind).sort()).toEqual(['lost', 'ok'])
    expect(new Set(seqs).size).toBe(40)
    expect(await transcript(one, conversation.id)).toHaveLength(43)
    await Promise.all([one.close(), other.close()])
  })

  test('after the server was killed and started again the same record goes on', async () => {
    const url = await server.database()
    const store = await open(url)
    const { id } = await aConversation(store)
    await says(store, id, '之前')
    await server.kill()
    await expect(says(store, id, '其间')).rejects.toMatchObject({ code: 'store_unavailable' })
    await server.up()
    expect(await says(store, id, '之后')).toBe(2)
    expect(await transcript(store, id)).toEqual(['owner: 之前', 'owner: 之后'])
    await store.close()
  })

  test('it is ready only while what it acknowledges is kept, and says why it is not', async () => {
    const store = await open(await server.database())
    /** The settings are read anew, and then it says this. */
    const says = async (settings: Record<string, string>, what: RegExp) => {
      for (const [name, value] of Object.entries(settings)) await server.query(`alter system set ${name} = '${value}'`)
      await server.query('select pg_reload_conf()')
      await vi.waitFor(async () => expect(String(await notReady(store))).toMatch(what), { timeout: 10_000 })
    }
    expect(await notReady(store)).toBeUndefined()
    await says({ synchronous_commit: 'off' }, /synchronous_commit is off/)
    await says({ synchronous_commit: 'on', fsync: 'off' }, /fsync is off/)
    const standby = { fsync: 'on', synchronous_commit: 'local', synchronous_standby_names: 'other' }
    await says(standby, /does not wait for the standby/)
    const reading = { synchronous_commit: 'on', synchronous_standby_names: '', default_transaction_read_only: 'on' }
    await says(reading, /only be read/)
    await says({ default_transaction_read_only: 'off' }, /undefined/)
    await server.down()
    expect(await notReady(store)).toBe('the record')
    await server.up()
    expect(await notReady(store)).toBeUndefined()
    await store.close()
  })

  test('what the database undid for another’s sake is tried again', async () => {
    const opened = openPostgres(await server.database())
    const db = new Kysely<Schema>({ dialect: opened.dialect })
    const writer = opened.writer(db)
    await sql`create table two (id integer primary key, n integer not null)`.execute(db)
    await sql`insert into two values (1, 0), (2, 0)`.execute(db)
    const add = (first: number, second: number) =>
      writer.write(async (one) => {
        await sql`update two set n = n + 1 where id = ${first}`.execute(one)
        await sql`select pg_sleep(0.05)`.execute(one)
        await sql`update two set n = n + 1 where id = ${second}`.execute(one)
      })
    await Promise.all([add(1, 2), add(2, 1)])
    expect((await sql`select n from two`.execute(db)).rows).toEqual([{ n: 2 }, { n: 2 }])
    await writer.settled()
    await db.destroy()
  })
})

import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped, program } from '../support/services/programs.ts'
import { TestRedis } from '../support/services/redis.ts'
import { MARKS, type MarkedOwner, markedOwner } from './markedOwner.ts'
import { type TwoCompounds, twoCompounds } from './twoCompounds.ts'

const run = promisify(execFile)
const skipped = isSkipped('postgres') || isSkipped('redis')

/** What is written is written as it is, and every command that changed anything is kept. */
const PLAIN = { rdbcompression: 'no', appendonly: 'yes', appendfsync: 'always', 'auto-aof-rewrite-percentage': '0' }

const marksIn = (bytes: Buffer): string[] => Object.values(MARKS).filter((word) => bytes.includes(word))

describe.skipIf(skipped)('over PostgreSQL and Redis', () => {
  let postgres: TestPostgres
  let redis: TestRedis
  let url: string
  let two: TwoCompounds
  let made: MarkedOwner

  /** The whole database as text, as an operator's backup has it. */
  const dump = (): Buffer => execFileSync(program('pg_dump'), ['--inserts', url], { maxBuffer: 1 << 28 })

  /** Its dump file and its log of commands, after both are written. */
  const redisFiles = async (): Promise<Buffer> => {
    await redis.command('save')
    const files = readdirSync(redis.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    const data = files.filter(({ name }) => /\.(rdb|aof)$/.test(name))
    return Buffer.concat(data.map(({ parentPath, name }) => readFileSync(join(parentPath, name))))
  }

  /** Every key with its value, whatever its type. */
  const redisValues = async (): Promise<string> => {
    const keys = (await redis.command('keys', '*')) as string[]
    const values = { string: ['get'], hash: ['hgetall'], set: ['smembers'], list: ['lrange', '0', '-1'] }
    const all: unknown[] = []
    for (const key of keys) {
      const type = String(await redis.command('type', key))
      const [verb = 'get', ...more] = { ...values, zset: ['zrange', '0', '-1'] }[type as 'set'] ?? []
      all.push(key, await redis.command(verb, key, ...more))
    }
    return JSON.stringify(all)
  }

  beforeAll(async () => {
    postgres = await TestPostgres.start()
    redis = await TestRedis.start(PLAIN)
    url = await postgres.database()
    two = await twoCompounds({ DATABASE_URL: url, REDIS_URL: redis.url })
    made = await markedOwner(two)
  })

  afterAll(async () => {
    await two?.stop()
    await redis?.stop()
    await postgres?.stop()
  })

  test('what is to be erased stands in a dump of the database; Redis is in use', async () => {
    const before = dump()
    const { bytes, ...words } = MARKS
    for (const word of Object.values(words)) expect(before.includes(word), word).toBe(true)
    expect(before.includes(Buffer.from(bytes).toString('hex'))).toBe(true)
    expect((await redis.command('keys', '*')) as string[]).not.toEqual([])
    expect(await redisValues()).toContain(made.owner.id)
    expect((await redisFiles()).includes(made.owner.id)).toBe(true)
  })

  test('after erasing nothing of it is in a dump, in Redis or in its files, and the audit still verifies', async () => {
    const env = { ...process.env, DATABASE_URL: url, DATA_DIR: two.desk.dataDir }
    const erase = ['tsx', 'scripts/privacy.ts', 'erase', '--owner', `demo/${MARKS.home}`]
    expect((await run('npx', erase, { env })).stdout).toMatch(/^erased 1 conversations, 1 homes/)
    const after = dump()
    expect(marksIn(after)).toEqual([])
    expect(after.includes(Buffer.from(MARKS.bytes).toString('hex'))).toBe(false)
    expect(marksIn(Buffer.from(await redisValues()))).toEqual([])
    expect(marksIn(await redisFiles())).toEqual([])
    expect(await two.desk.store.audit.verify()).toMatchObject({ kind: 'whole' })
  })

  test('nobody else is touched, and the product works on', async () => {
    expect((await two.other.owner.sees()).some(({ text }) => text === '转人工')).toBe(true)
    expect((await made.clerk.get(`/work-orders/${made.orderNumber}`)).status).toBe(200)
    expect((await made.owner.says('还在吗')).status).toBeGreaterThanOrEqual(401)
  })
})

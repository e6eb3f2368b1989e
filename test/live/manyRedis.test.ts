import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LiveSide } from '../../bot/ports.ts'
import { redisSide } from '../../live/redis/index.ts'
import { isSkipped, program } from '../support/services/programs.ts'
import { TestRedis } from '../support/services/redis.ts'
import { liveSuite } from './conformance.ts'
import { startSentinel } from './sentinel.ts'

const WAIT = { timeout: 20_000, interval: 50 }
const SLOTS = 16_384

const open: LiveSide[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((side) => side.stop()))
})

async function sideOf(url: string, prefix = `test-${randomUUID()}:`): Promise<LiveSide> {
  const clock = { now: () => new Date() }
  const instance = randomUUID()
  const made = await redisSide({ url, prefix, instance, clock, newId: randomUUID, report: () => undefined })
  open.push(made)
  return made
}

async function two(url: string) {
  const prefix = `test-${randomUUID()}:`
  return { one: await sideOf(url, prefix), other: await sideOf(url, prefix) }
}

describe.skipIf(isSkipped('redis'))('the live side on a Redis Cluster of three masters', () => {
  let nodes: TestRedis[]
  const url = () => `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`

  beforeAll(async () => {
    nodes = await Promise.all([0, 1, 2].map(() => TestRedis.start({ 'cluster-enabled': 'yes' })))
    const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`)
    execFileSync(program('redis-cli'), ['--cluster', 'create', ...addresses, '--cluster-yes'], { stdio: 'pipe' })
    await vi.waitFor(async () => {
      for (const node of nodes) expect(await node.command('cluster', 'info')).toContain('cluster_state:ok')
    }, WAIT)
  })
  afterAll(() => Promise.all(nodes.map((node) => node.stop())))

  liveSuite(() => two(url()))

  test('while slots move from one node to another, leases stay what they are', async () => {
    const { one, other } = await two(url())
    const conversations = Array.from({ length: 30 }, (_, n) => `c${n}`)
    for (const id of conversations) expect(await one.leases.take(id, 1)).toHaveProperty('release')
    const [from, to] = await Promise.all(nodes.map(async (node) => String(await node.command('cluster', 'myid'))))
    const reshard = ['--cluster', 'reshard', `127.0.0.1:${nodes[0]?.port}`, '--cluster-from', from ?? '']
    const args = [...reshard, '--cluster-to', to ?? '', '--cluster-slots', String(SLOTS / 8), '--cluster-yes']
    await promisify(execFile)(program('redis-cli'), args)
    for (const id of conversations) expect([id, await other.leases.take(id, 1)]).toEqual([id, 'held'])
  })
})

describe.skipIf(isSkipped('redis'))('the live side behind a Sentinel', () => {
  let master: TestRedis
  let replica: TestRedis
  let sentinel: Awaited<ReturnType<typeof startSentinel>>

  beforeAll(async () => {
    ;[master, replica] = await Promise.all([TestRedis.start(), TestRedis.start()])
    await replica.command('replicaof', '127.0.0.1', String(master.port))
    await vi.waitFor(async () => expect(await master.command('info', 'replication')).toContain('state=online'), WAIT)
    sentinel = await startSentinel(master.port)
    const asked = new Redis({ host: '127.0.0.1', port: sentinel.port })
    asked.on('error', () => undefined)
    await vi.waitFor(async () => expect(await asked.call('sentinel', 'replicas', 'mymaster')).toHaveLength(1), WAIT)
    asked.disconnect()
  })
  afterAll(() => Promise.all([sentinel?.stop(), master?.stop(), replica?.stop()]))

  test('the master dies: both go over to the replica, and hear each other again', async () => {
    const { one, other } = await two(`redis+sentinel://127.0.0.1:${sentinel.port}/mymaster`)
    expect(await one.leases.take('c1', 1)).toHaveProperty('release')
    const heard: string[] = []
    other.events.subscribe('conversation:c1', ({ kind }) => heard.push(kind))
    await master.kill()
    await vi.waitFor(async () => expect(((await replica.command('role')) as unknown[])[0]).toBe('master'), WAIT)
    await vi.waitFor(() => expect(heard).toContain('resync'), WAIT)
    await vi.waitFor(() => expect([one.degraded(), other.degraded()]).toEqual([undefined, undefined]), WAIT)
    // Each line comes back in its own time, and what is said in between is made good by looking in the record.
    const heardAgain = () => {
      one.events.publish('conversation:c1', { kind: 'state', conversationId: 'c1' })
      expect(heard).toContain('state')
    }
    await vi.waitFor(heardAgain, WAIT)
    let tries = 0
    const taken = async () => expect(await one.leases.take(`c${++tries}`, 1)).toHaveProperty('release')
    await vi.waitFor(taken, WAIT)
  })
})

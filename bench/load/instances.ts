import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { TestPostgres } from '../../test/support/services/postgres.ts'
import { TestRedis } from '../../test/support/services/redis.ts'
import type { Served } from './child.ts'
import { asFastAsAnswered, inTurn } from './pace.ts'
import { product } from './product.ts'
import { percent, table } from './table.ts'
import { owner } from './talk.ts'
import { usualTexts } from './texts.ts'

/** Of one core; the services and the load have the rest. */
const CAP_PERCENT = 30
const TOGETHER = 64

interface Rates {
  one: number[]
  two: number[]
}

/** Two instances on PostgreSQL and Redis against one, each held to a part of a core, and free; round by round. */
export async function measureInstances({ rounds, seconds }: { rounds: number; seconds: number }): Promise<string> {
  const [postgres, redis] = await Promise.all([TestPostgres.start({ durable: true }), TestRedis.start()])
  const settings = { DATABASE_URL: await postgres.database(), REDIS_URL: redis.url }
  // The first makes the tables.
  const servers = [await product(settings), await product(settings)]
  try {
    const texts = usualTexts()
    const free = await compare(servers, texts, { rounds, seconds })
    const caps = servers.map(({ pid }) => hold(pid))
    const held = await compare(servers, texts, { rounds, seconds })
    for (const cap of caps) await letGo(cap)
    const row = (name: string, { one, two }: Rates) => [
      name,
      ...[one, two].map((rates) => rates.map((rate) => rate.toFixed(0)).join(', ')),
      percent(Math.max(...two.map((rate, round) => rate / (one[round] ?? Number.POSITIVE_INFINITY)))),
    ]
    return table(
      ['messages/s, round by round', 'one instance', 'two instances', 'two against one, best round'],
      [row(`each held to 0.${CAP_PERCENT / 10} of a core`, held), row('free, two cores for all', free)],
    )
  } finally {
    for (const server of servers) await server.end()
    await Promise.all([postgres.stop(), redis.stop()])
  }
}

async function compare(
  servers: Served[],
  texts: string[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Rates> {
  const rate = (of: Served[]) =>
    asFastAsAnswered({
      urls: of.map(({ url }) => url),
      speakers: owner,
      together: TOGETHER,
      seconds,
      texts: inTurn(texts),
    })
  await rate(servers)
  const rates: Rates = { one: [], two: [] }
  for (let round = 0; round < rounds; round++) {
    rates.one.push(await rate(servers.slice(0, 1)))
    rates.two.push(await rate(servers))
  }
  return rates
}

function hold(pid: number): ChildProcess {
  return spawn('cpulimit', ['-p', String(pid), '-l', String(CAP_PERCENT)], { stdio: 'ignore' })
}

async function letGo(cap: ChildProcess): Promise<void> {
  const ended = once(cap, 'exit')
  cap.kill('SIGINT')
  await ended
}

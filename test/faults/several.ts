import type { Store } from '../../bot/ports.ts'
import { findingsOf } from './findings.ts'
import { type Installation, openInstallation } from './installation.ts'
import { type Manner, type Story, type Tally, transcript, visit } from './owners.ts'

export interface SeveralOptions {
  conversations: number
  /** Of one instance or the other, in turns. */
  kills: number
  /** How often Redis loses all it holds. */
  wipes: number
  /** How often Redis itself is killed and comes back empty. */
  redisKills: number
  /** How often PostgreSQL is killed and comes back. */
  postgresKills: number
  /** How often one instance's line to Redis stalls, until it has seen that. */
  partitions: number
  /** How many owners are there at once. */
  together: number
}

export interface SeveralReport extends Tally {
  kills: number
  wipes: number
  redisKills: number
  postgresKills: number
  partitions: number
  /** Milliseconds from each kill until all that was unanswered then is answered. */
  takenOverMs: number[]
  findings: string[]
}

/** Two processes on one PostgreSQL and one Redis are disturbed during conversations; then each of these is read. */
export async function disturbSeveral(options: SeveralOptions): Promise<SeveralReport> {
  const installation = await openInstallation()
  try {
    return await disturb(installation, options)
  } finally {
    await installation.stop()
  }
}

type Disturbance = () => Promise<void>

async function disturb(installation: Installation, options: SeveralOptions): Promise<SeveralReport> {
  const { pair, record } = installation
  const calm: Tally = { acknowledged: 0, broken: 0 }
  const model = await visit(pair, 'patient', calm, () => undefined)
  const undisturbed = await transcript(await pair.url(), model)
  const tally: Tally = { acknowledged: 0, broken: 0 }
  const takenOverMs: number[] = []
  const plan = planOf(installation, options, takenOverMs)
  let begun = 0
  let running = Promise.resolve()
  const stories: Story[] = []
  const seat = async (): Promise<void> => {
    while (begun < options.conversations) {
      const n = begun++
      // Spread over the run; each waits for the one before.
      const due = plan[Math.floor((n * (plan.length + 1)) / options.conversations) - 1]
      if (due && !done.has(due)) {
        done.add(due)
        running = running.then(due)
      }
      stories.push(await visit(pair, mannerOf(n), tally, () => undefined))
    }
  }
  const done = new Set<Disturbance>()
  await Promise.all(Array.from({ length: options.together }, seat))
  await running
  await answered(record, await record.conversations.unfinished())
  const url = await pair.url()
  const findings: string[] = []
  for (const story of stories) findings.push(...findingsOf(story, await transcript(url, story), undisturbed))
  const { kills, wipes, redisKills, postgresKills, partitions } = options
  return { ...tally, kills, wipes, redisKills, postgresKills, partitions, takenOverMs, findings }
}

/** What happens, mixed, in the order in which it does. */
function planOf(
  { pair, postgres, redis, proxy, record }: Installation,
  options: SeveralOptions,
  takenOverMs: number[],
): Disturbance[] {
  const kill: Disturbance = async () => {
    const back = pair.killAndRestart()
    const began = performance.now()
    await answered(record, (await record.conversations.unfinished().catch(away)) ?? [])
    takenOverMs.push(performance.now() - began)
    await back
  }
  const wipe: Disturbance = () => redis.wipe()
  const killRedis: Disturbance = async () => {
    await redis.kill()
    await redis.up()
  }
  const killPostgres: Disturbance = async () => {
    await postgres.kill()
    await postgres.up()
  }
  const part: Disturbance = async () => {
    proxy.stall()
    await pair.secondSays('away')
    proxy.resume()
    await pair.secondSays(undefined)
  }
  const all: [number, Disturbance][] = [
    [options.kills, kill],
    [options.wipes, wipe],
    [options.redisKills, killRedis],
    [options.postgresKills, killPostgres],
    [options.partitions, part],
  ]
  return all
    .flatMap(([count, what]) => Array.from({ length: count }, (_, n) => ({ at: (n + 1) / (count + 1), what })))
    .sort((a, b) => a.at - b.at)
    .map(
      ({ what }) =>
        () =>
          what(),
    )
}

const LOOK_EVERY_MS = 50
const DEADLINE_MS = 60_000

/** When none of these is unanswered any more. */
async function answered(record: Store, those: { conversationId: string; seq: number }[]): Promise<void> {
  const until = performance.now() + DEADLINE_MS
  const keys = new Set(those.map(({ conversationId, seq }) => `${conversationId} ${seq}`))
  while (performance.now() < until) {
    const open = await record.conversations.unfinished().catch(away)
    if (open && !open.some(({ conversationId, seq }) => keys.has(`${conversationId} ${seq}`))) return
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
  throw new Error('messages were left unanswered')
}

/** While PostgreSQL is away nothing is known. */
function away(error: { code?: string }): undefined {
  if (error.code !== 'store_unavailable') throw error
}

const MANNERS: Manner[] = ['patient', 'hasty', 'patient', 'hasty', 'gone']
const mannerOf = (n: number): Manner => MANNERS[n % MANNERS.length] ?? 'patient'

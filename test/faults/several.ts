import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../../bot/ports.ts'
import { newOwner } from '../http/client.ts'
import { listen } from '../http/listener.ts'
import { type BesideOptions, beside, type Disturbance } from './beside.ts'
import { findingsOf } from './findings.ts'
import { type Installation, openInstallation, type Pair } from './installation.ts'
import { mannerOf, type Story, type Tally, transcript, UNLIMITED, visit } from './owners.ts'

export interface SeveralOptions extends BesideOptions {
  /** How often each owner asks all questions. */
  rounds: number
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
}

export interface SeveralReport extends Tally {
  conversations: number
  /** Of what was planned, how much was done. */
  disturbed: number
  /** Milliseconds from each kill until something of what was unanswered then is answered, and until all of it is. */
  goesOnMs: number[]
  takenOverMs: number[]
  /** Milliseconds from each wipe, or start of Redis after a kill, until what is said at one instance is live at the other. */
  liveAgainMs: number[]
  findings: string[]
}

/** Two processes on one PostgreSQL and one Redis are disturbed during conversations; then each of these is read. */
export async function disturbSeveral(options: SeveralOptions): Promise<SeveralReport> {
  const installation = await openInstallation(UNLIMITED)
  try {
    return await disturb(installation, options)
  } finally {
    await installation.stop()
  }
}

async function disturb(installation: Installation, options: SeveralOptions): Promise<SeveralReport> {
  const { pair, record } = installation
  const calm: Tally = { acknowledged: 0, broken: 0 }
  const model = await visit(pair, 'patient', calm, options.rounds)
  const undisturbed = await transcript(await pair.url(), model)
  const tally: Tally = { acknowledged: 0, broken: 0 }
  const times: Times = { goesOnMs: [], takenOverMs: [], liveAgainMs: [] }
  const stories: Story[] = []
  const { disturbed } = await beside(planOf(installation, options, times), options, async (n) => {
    stories.push(await visit(pair, mannerOf(n), tally, options.rounds))
  })
  await answered(record, await record.conversations.unfinished())
  const url = await pair.url()
  const findings: string[] = []
  for (const story of stories) findings.push(...findingsOf(story, await transcript(url, story), undisturbed))
  return { ...tally, conversations: stories.length, disturbed, ...times, findings }
}

type Times = Pick<SeveralReport, 'goesOnMs' | 'takenOverMs' | 'liveAgainMs'>

/** What happens, mixed, in the order in which it does. */
function planOf(
  { pair, postgres, redis, proxy, record }: Installation,
  options: SeveralOptions,
  times: Times,
): Disturbance[] {
  const kill: Disturbance = async () => {
    const back = pair.killAndRestart()
    const began = performance.now()
    const since = (): number => performance.now() - began
    const left = (await record.conversations.unfinished().catch(away)) ?? []
    const first = await answered(record, left, since)
    if (left.length > 0) times.goesOnMs.push(first)
    times.takenOverMs.push(since())
    await back
  }
  const liveAgain = async (began: number): Promise<void> => {
    await liveAtBoth(pair)
    times.liveAgainMs.push(performance.now() - began)
  }
  const wipe: Disturbance = async () => {
    const began = performance.now()
    await redis.wipe()
    await liveAgain(began)
  }
  const killRedis: Disturbance = async () => {
    await redis.kill()
    const began = performance.now()
    await redis.up()
    await liveAgain(began)
  }
  const killPostgres: Disturbance = async () => {
    await postgres.kill()
    await postgres.up()
  }
  const part: Disturbance = async () => {
    proxy.stall()
    await pair.says(1, 'away')
    proxy.resume()
    await pair.says(1, undefined)
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
    .map(({ what }) => what)
}

/** When both say that nothing is amiss with their live side, and what is written at one is heard at the other. */
async function liveAtBoth(pair: Pair): Promise<void> {
  for (const place of [0, 1]) await pair.says(place, undefined)
  const owner = await newOwner(await pair.at(0))
  const path = new URL(`${owner.url}/events`).pathname
  const events = await listen(`${await pair.at(1)}${path}`, { authorization: `Bearer ${owner.token}` })
  await events.until(({ events: heard }) => heard.some(({ event }) => event === 'state'))
  await Promise.all([
    owner.says('物业费怎么交'),
    events.until(({ events: heard }) => heard.some(({ event }) => event === 'message')),
  ])
  events.close()
}

const LOOK_EVERY_MS = 50
const DEADLINE_MS = 60_000

interface Left {
  conversationId: string
  seq: number
}

const keyOf = ({ conversationId, seq }: Left): string => `${conversationId} ${seq}`

/** Resolves when none of these is unanswered any more, with what `since` said when one of them first was not. */
async function answered(record: Store, those: Left[], since = (): number => performance.now()): Promise<number> {
  const until = performance.now() + DEADLINE_MS
  const keys = new Set(those.map(keyOf))
  let first: number | undefined
  while (performance.now() < until) {
    const open = (await record.conversations.unfinished().catch(away))?.filter((one) => keys.has(keyOf(one)))
    if (open && open.length < keys.size) first ??= since()
    if (open?.length === 0) return first ?? since()
    await wait(LOOK_EVERY_MS)
  }
  throw new Error('messages were left unanswered')
}

/** While PostgreSQL is away nothing is known. */
function away(error: { code?: string }): undefined {
  if (error.code !== 'store_unavailable') throw error
}

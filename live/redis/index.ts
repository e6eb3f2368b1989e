import type { Degraded, LiveSide } from '../../bot/ports.ts'
import type { Clock } from '../../bot/types.ts'
import { inProcessSide } from '../inProcessSide.ts'
import { commandsOf, type Run } from './commands.ts'
import { type Client, connect } from './connect.ts'
import { redisCounts } from './counts.ts'
import { evictions } from './evictions.ts'
import { fanOut } from './fanOut.ts'
import { redisLeases } from './leases.ts'
import { redisPasses } from './passes.ts'
import { redisPresence } from './presence.ts'
import { redisTokens } from './tokens.ts'

export interface RedisSideParts {
  url: string
  /** Before every key and channel; another for each installation that shares a Redis. */
  prefix: string
  /** Names this instance. */
  instance: string
  clock: Clock
  newId(): string
  report(error: unknown, topic?: string): void
}

/**
 * The live side over many instances. Never waits for Redis to come: while it is away each instance serves on its own,
 * from the record.
 */
export async function redisSide(parts: RedisSideParts): Promise<LiveSide> {
  const { url, prefix, instance, clock, newId } = parts
  const report = once(parts.report)
  const commands = connect(url, 'commands', report)
  const listening = connect(url, 'listening', report)
  const command = commandsOf(commands)
  // Known to be away: nobody waits for an answer that does not come.
  const run: Run = (...call) => (fan.isAway() ? Promise.reject(new Error('redis is away')) : command(...call))
  const alone = inProcessSide(clock, parts.report)
  await Promise.all([settled(commands), settled(listening)])
  const fan = fanOut({ command, listening, channel: `${prefix}events`, instance, local: alone.events, report })
  await fan.heard
  const evicting = evictions(commands)
  return {
    events: fan.events,
    leases: redisLeases(run, prefix, newId),
    counts: redisCounts(run, commands, prefix, alone.counts),
    passes: redisPasses(commands, prefix, alone.passes),
    presence: redisPresence(run, prefix, alone.presence),
    tokens: redisTokens({ run, prefix, holder: newId }, alone.tokens),
    degraded: (): Degraded | undefined => (fan.isAway() ? 'away' : evicting.now() ? 'evicting' : undefined),
    stop: async () => {
      evicting.stop()
      await fan.stop()
      commands.disconnect()
      listening.disconnect()
    },
  }
}

const FIRST_ANSWER_MS = 2000

/** When it is there, or has failed, or takes too long: the start does not depend on it. */
function settled(client: Client): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, FIRST_ANSWER_MS)
    const end = (): void => {
      clearTimeout(timer)
      done()
    }
    if (client.status === 'ready') end()
    client.once('ready', end)
    client.once('error', end)
  })
}

const QUIET_MS = 30_000

/** The same failure comes with each attempt to connect; it is told twice a minute. */
function once(report: RedisSideParts['report']): (error: unknown) => void {
  let until = Number.NEGATIVE_INFINITY
  return (error) => {
    if (performance.now() < until) return
    until = performance.now() + QUIET_MS
    report(error)
  }
}

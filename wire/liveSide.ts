import type { Logger } from 'pino'
import type { LiveSide } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'
import type { Config } from '../config.ts'
import { inProcessSide } from '../live/inProcessSide.ts'
import { redisSide } from '../live/redis/index.ts'
import { newId } from './ids.ts'

/** Shared by Redis where its address is set, else of this process alone. */
export async function liveSideOf(
  { REDIS_URL: url, REDIS_PREFIX: prefix }: Pick<Config, 'REDIS_URL' | 'REDIS_PREFIX'>,
  { instance, clock, log }: { instance: string; clock: Clock; log: Logger },
): Promise<LiveSide> {
  const report = (error: unknown, topic?: string) => log.error({ err: error, topic }, 'the live side failed')
  if (url === undefined) return inProcessSide(clock, report)
  return redisSide({ url, prefix, instance, clock, newId, report })
}

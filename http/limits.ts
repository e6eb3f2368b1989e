import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit'
import { QiaoError } from '../bot/errors.ts'
import type { RateCounts } from '../bot/ports.ts'

const WINDOW_MS = 60_000

/** What is counted for which limit. */
export interface Limit {
  /** Tells its keys from those of other limits. */
  name: string
  perMinute: number
  /** Counted over all instances. */
  counts: RateCounts
  /** Left out: the caller's address. */
  keyOf?: (request: Parameters<RequestHandler>[0]) => string
}

/** So many requests a minute by address or by what `keyOf` gives; above that 429 with Retry-After. */
export function limitPerMinute({ name, perMinute, counts, keyOf }: Limit): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    store: storeOf(name, counts),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...(keyOf ? { keyGenerator: keyOf } : {}),
    handler: (_request, _response, next) => next(new QiaoError('too_many', 'over the limit')),
  })
}

/** Whose call it is; of IPv6 the network, since each device has many addresses. */
export const addressOf = ({ ip = '' }: Parameters<RequestHandler>[0]): string => ipKeyGenerator(ip)

function storeOf(name: string, counts: RateCounts): Store {
  const of = (key: string) => `${name}:${key}`
  return {
    increment: async (key) => {
      const { hits, endsInMs } = await counts.count(of(key), WINDOW_MS)
      return { totalHits: hits, resetTime: new Date(Date.now() + endsInMs) }
    },
    decrement: (key) => counts.uncount(of(key)),
    resetKey: (key) => counts.forget(of(key)),
  }
}

import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { QiaoError } from '../bot/errors.ts'

/** So many requests a minute by address or by what `keyOf` gives; above that 429 with Retry-After. */
export function limitPerMinute(
  limit: number,
  keyOf?: (request: Parameters<RequestHandler>[0]) => string,
): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...(keyOf ? { keyGenerator: keyOf } : {}),
    handler: (_request, _response, next) => next(new QiaoError('too_many', 'over the limit')),
  })
}

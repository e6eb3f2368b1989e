import type { ErrorRequestHandler } from 'express'
import { QiaoError } from '../../bot/errors.ts'
import { knownError, statusOf } from '../problem.ts'
import type { DirectLinePorts } from './ports.ts'

/** Errors as clients of Direct Line know them: `{ error: { code, message } }`. */
export function directLineErrors({ report }: Pick<DirectLinePorts, 'report'>): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const ours = knownError(error) ?? new QiaoError('unavailable', 'try again later', { cause: error })
    const status = ours.code === 'bad_request' || ours.code === 'empty_text' ? 400 : statusOf(ours.code)
    if (status >= 500 && ours.code !== 'busy') report(error)
    const wait = ours.details.retryAfterSeconds
    if (typeof wait === 'number') response.setHeader('retry-after', String(wait))
    response.status(status).json({ error: { code: nameOf(ours), message: instructionIn(ours) ?? ours.message } })
  }
}

/** What to do at once, where an emergency could not be taken. */
function instructionIn({ details }: QiaoError): string | undefined {
  const { text } = (details.emergency ?? {}) as { text?: unknown }
  return typeof text === 'string' ? text : undefined
}

function nameOf({ code, details }: QiaoError): string {
  switch (code) {
    case 'unauthorized':
      return 'MissingAuthentication'
    case 'forbidden':
      return details.token === 'expired' ? 'TokenExpired' : 'BadToken'
    case 'not_found':
      return 'ConversationNotFound'
    case 'too_large':
      return 'MessageSizeTooBig'
    case 'too_many':
      return 'TooManyRequests'
    case 'unavailable':
    case 'busy':
      return 'ServiceError'
    default:
      return 'BadArgument'
  }
}

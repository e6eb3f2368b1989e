import type { ErrorRequestHandler, Response } from 'express'
import { type ErrorCode, QiaoError } from '../bot/errors.ts'
import type { Locale } from '../bot/types.ts'
import { readerOf } from './reader.ts'

/** RFC 9457 problem details, with a code that programs rely on and words that people read. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  [extra: string]: unknown
}

const STATUS: Record<ErrorCode, number> = {
  bad_json: 400,
  bad_request: 422,
  empty_text: 422,
  text_too_long: 422,
  too_large: 413,
  too_slow: 408,
  unauthorized: 401,
  second_factor: 401,
  forbidden: 403,
  csrf: 403,
  not_found: 404,
  conflict: 409,
  promise: 409,
  taken: 409,
  full: 409,
  not_same_owner: 409,
  same_person: 409,
  too_many: 429,
  link_over: 410,
  wrong_code: 422,
  unavailable: 503,
  busy: 503,
  bad_setting: 500,
  bad_knowledge: 500,
  knowledge_wrong: 422,
  knowledge_fell: 409,
  launch_blocked: 409,
  bad_input: 422,
}

/** The HTTP status that a code goes with. */
export const statusOf = (code: ErrorCode): number => STATUS[code]

/** Words for a code in the reader's language; undefined for one that has none. */
export type ProblemWords = (code: string, reader: Locale) => string | undefined

export function sendProblem(
  response: Response,
  code: ErrorCode,
  title: string,
  extra: Record<string, unknown> = {},
): void {
  const status = STATUS[code]
  const problem: Problem = { type: 'about:blank', title, status, code, ...extra }
  response.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

/** The one place where an error becomes an answer. What is not ours is logged whole and told as `unavailable`. */
export function problemHandler(words: ProblemWords, report: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const known = knownError(error)
    // Being busy is counted; a line for each would be one more flood.
    if (!known || (STATUS[known.code] >= 500 && known.code !== 'busy')) report(error)
    const code = known?.code ?? 'unavailable'
    const reader = readerOf(request)
    if (code === 'unavailable') response.setHeader('retry-after', '5')
    const wait = known?.details.retryAfterSeconds
    if (typeof wait === 'number') response.setHeader('retry-after', String(wait))
    const { reason } = known?.details ?? {}
    const title = (typeof reason === 'string' && words(`${code}_${reason}`, reader)) || words(code, reader)
    sendProblem(response, code, title ?? code, known?.details)
  }
}

/** What became an answer of ours; undefined for what only the log should have. */
export function knownError(error: unknown): QiaoError | undefined {
  if (error instanceof QiaoError) return error
  if (error instanceof URIError) return new QiaoError('not_found', 'the address is not well formed', { cause: error })
  // What the body parser and the file server throw.
  switch ((error as { status?: unknown }).status) {
    case 400:
    case 415:
      return new QiaoError('bad_json', 'the body is not JSON', { cause: error })
    case 413:
      return new QiaoError('too_large', 'the body is over 64 kB', { cause: error })
    case 403:
    case 404:
      return new QiaoError('not_found', 'no such file', { cause: error })
    default:
      return undefined
  }
}

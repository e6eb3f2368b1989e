import type { IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { Locale } from '../bot/types.ts'
import { sendProblem } from './problem.ts'
import { readerOf } from './reader.ts'

/** As much JSON as a call may bring. */
export const BODY_LIMIT = '64kb'
/** A whole JSON body; far longer than the weakest net takes for 64 kB. */
const BODY_MS = 10_000
/** No call of ours nests more than six deep. */
const DEEPEST = 32

const [QUOTE, BACKSLASH] = ['"', '\\'].map((sign) => sign.charCodeAt(0))
const OPENING = ['[', '{'].map((sign) => sign.charCodeAt(0))
const CLOSING = [']', '}'].map((sign) => sign.charCodeAt(0))

export const isUpload = (request: IncomingMessage): boolean =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')

/** Every body but an upload is taken for JSON, whatever it says it is. */
export function readJson(): RequestHandler {
  return express.json({
    limit: BODY_LIMIT,
    type: (request) => !isUpload(request),
    verify: refuseDeep,
  })
}

/** For `verify` of the body parser. @throws QiaoError `bad_json` */
export function refuseDeep(_request: unknown, _response: unknown, body: Buffer): void {
  if (isDeeper(body, DEEPEST)) throw new QiaoError('bad_json', `nested more than ${DEEPEST} deep`)
}

/** Whether arrays and objects lie in one another more than so often, before anything is built of them. */
function isDeeper(json: Buffer, most: number): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at] as number
    if (inText && sign === BACKSLASH) at++
    else if (sign === QUOTE) inText = !inText
    else if (!inText && OPENING.includes(sign) && ++depth > most) return true
    else if (!inText && CLOSING.includes(sign)) depth--
  }
  return false
}

/** Ends a call whose body, other than an upload's, comes too slowly: each holds a connection that others want. */
export function bodyDeadline(words: (reader: Locale) => string | undefined, ms = BODY_MS): RequestHandler {
  return (request, response, next) => {
    if (request.complete || isUpload(request)) return next()
    const timer = setTimeout(() => {
      // Whole, and what is waited for is the answer.
      if (response.headersSent || request.complete) return
      response.setHeader('connection', 'close')
      sendProblem(response, 'too_slow', words(readerOf(request)) ?? 'too_slow')
      response.once('finish', () => request.destroy())
    }, ms)
    for (const end of ['end', 'close'] as const) request.once(end, () => clearTimeout(timer))
    next()
  }
}

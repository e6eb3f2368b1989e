import type { ErrorRequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'

/** Of who floods, each connection is refused once a second at most. */
const HOLD_MS = 1000
/** Held at once; above that they are told at once, since a held call costs memory. */
const MOST_HELD = 2000
/** Limits that are the caller's own doing. */
const OWN = new Set<unknown>(['conversation', 'home', 'address', 'waiting'])

/**
 * Lets who sends too much wait a moment for being told so: a program that calls again as soon as it is refused would
 * otherwise take the processor from everybody else. An emergency's instruction is told at once.
 */
export function holdBack(): ErrorRequestHandler {
  let held = 0
  return (error: unknown, _request, response, next) => {
    const mayWait = error instanceof QiaoError && error.code === 'too_many' && OWN.has(error.details.reason)
    if (!mayWait || error.details.emergency || held >= MOST_HELD) return next(error)
    held += 1
    const timer = setTimeout(() => {
      response.off('close', gone)
      held -= 1
      next(error)
    }, HOLD_MS)
    const gone = (): void => {
      clearTimeout(timer)
      held -= 1
    }
    response.once('close', gone)
  }
}

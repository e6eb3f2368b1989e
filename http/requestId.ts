import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler } from 'express'
import type { NewId } from '../bot/types.ts'

const HEADER = 'x-request-id'
/** A proxy's own id is kept, so that its lines and ours meet; anything else might be made to look like a line of a log. */
const WELL_FORMED = /^[\w-]{8,64}$/

const calls = new AsyncLocalStorage<string>()

/** Of the call under way, down to the record; undefined outside any. */
export const requestId = (): string | undefined => calls.getStore()

/** Names each call, and says the name in the answer. */
export function nameCalls(newId: NewId): RequestHandler {
  return (request, response, next) => {
    const given = request.get(HEADER)
    const id = given && WELL_FORMED.test(given) ? given : newId()
    response.setHeader(HEADER, id)
    calls.run(id, next)
  }
}

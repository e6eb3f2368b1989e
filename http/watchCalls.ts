import { AsyncResource } from 'node:async_hooks'
import type { Request, RequestHandler, Response } from 'express'
import type { Metrics } from './metrics.ts'

/** What is noted of a call: neither query nor path, in which words and ids may stand. */
export interface CallNote {
  method: string
  /** As it is documented: `/api/conversations/:id/messages`; `none` where no route took it. */
  route: string
  status: number
  ms: number
}

/** Counts every call and has it noted when its answer is out. */
export function watchCalls(
  { httpCalls, httpSeconds }: Pick<Metrics, 'httpCalls' | 'httpSeconds'>,
  note: (call: CallNote) => void,
): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    // The end of a connection is told outside its call, whose name the note bears.
    const noteEnd = AsyncResource.bind(() => {
      const ms = performance.now() - began
      const { method } = request
      const route = routeOf(request)
      httpCalls.inc({ method, route, status: response.statusCode })
      if (!isStream(response)) httpSeconds.observe({ method, route }, ms / 1000)
      note({ method, route, status: response.statusCode, ms: Math.round(ms) })
    })
    response.once('close', noteEnd)
    next()
  }
}

function routeOf({ route, baseUrl }: Request): string {
  const path: unknown = route?.path
  return typeof path === 'string' ? `${baseUrl}${path}` : 'none'
}

const isStream = (response: Response): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')

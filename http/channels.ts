import express, { type Request, type RequestHandler, Router } from 'express'
import type { Webhook } from '../bot/ports/channels.ts'

/** More than a channel takes, so that it sees, and counts, what is too large. */
const BODY_LIMIT = 256 * 1024

/** `GET, POST /channels/…`: what platforms call. Bodies are text, whatever they say they are. */
export function channelRoutes(webhooks: readonly Webhook[]): Router {
  const router = Router()
  const body = express.text({ limit: BODY_LIMIT, type: () => true })
  for (const webhook of webhooks) {
    router.get(webhook.path, answer(webhook))
    router.post(webhook.path, body, answer(webhook))
  }
  return router
}

function answer({ handle }: Webhook): RequestHandler {
  return async (request, response) => {
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const { status, type, body } = await handle({ method, query: textsOf(request), body: textOf(request) })
    response.status(status).type(type).send(body)
  }
}

/** A parameter that is given twice counts as none. */
function textsOf({ query }: Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

const textOf = ({ body }: Request): string => (typeof body === 'string' ? body : '')

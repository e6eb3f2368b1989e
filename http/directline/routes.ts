import express, { type Request, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { localeOf } from '../../bot/channels/directline/activity.ts'
import { LIFETIME_S } from '../../bot/channels/directline/tokens.ts'
import { check } from '../../bot/check.ts'
import { QiaoError } from '../../bot/errors.ts'
import { attachmentHeaders, type Conversation } from '../../bot/types.ts'
import { BODY_LIMIT, refuseDeep } from '../body.ts'
import { holdBack } from '../holdBack.ts'
import { limitMessages } from '../limitMessages.ts'
import { addressOf as callerAddress, limitPerMinute } from '../limits.ts'
import { callerOf, conversationOf, entitled, known, reasonOf, secretOnly, userOf } from './access.ts'
import { directLineErrors } from './errors.ts'
import type { DirectLinePorts } from './ports.ts'
import { postActivity } from './post.ts'
import { addressOf, BASE, partsOf, readAfter, watermarkOf } from './read.ts'
import { opening } from './schemas.ts'
import { upload } from './upload.ts'

const user = z.looseObject({ id: z.string().min(1).max(200) })

/** Direct Line 3.0 under `/channels/directline`, as `botframework-directlinejs` and Web Chat call it. */
export function directLineRoutes(ports: DirectLinePorts): Router {
  const router = Router()
  const one = [known(ports), entitled(ports)]
  const { counts } = ports
  const opens = limitPerMinute({ name: 'directline new', perMinute: ports.limits.conversationsPerMinute, counts })
  const speaks = limitMessages(ports, (request) => {
    const { id, verified } = conversationOf(request)
    return { conversationId: id, bound: verified, address: callerAddress(request) }
  })
  router.use(BASE, anyOrigin, express.json({ limit: BODY_LIMIT, type: 'json', verify: refuseDeep }))
  router.post(`${BASE}/tokens/generate`, opens, known(ports), secretOnly(ports), generate(ports))
  router.post(`${BASE}/tokens/refresh`, known(ports), refresh(ports))
  router.post(`${BASE}/conversations`, opens, known(ports), start(ports))
  router.get(`${BASE}/conversations/:id`, one, reconnect(ports))
  router.get(`${BASE}/conversations/:id/activities`, one, activities(ports))
  router.post(`${BASE}/conversations/:id/activities`, one, speaks, postActivity(ports))
  router.post(`${BASE}/conversations/:id/upload`, one, speaks, upload(ports))
  router.get(`${BASE}/conversations/:id/attachments/:aid`, file(ports))
  router.use(BASE, holdBack(), directLineErrors(ports))
  return router
}

/** Chats stand on other people's pages. What opens a conversation is a header, never a cookie, so that any page may. */
const anyOrigin: RequestHandler = (request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'access-control-allow-methods': 'GET, POST',
    'access-control-max-age': '600',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  })
  if (request.method === 'OPTIONS') response.status(204).end()
  else next()
}

interface Begun {
  conversation: Conversation
  user?: string
}

async function newConversation(ports: DirectLinePorts, request: Request): Promise<Begun> {
  const { user: given, locale: tag, community = ports.defaultCommunity } = check(opening, request.body)
  const locale = localeOf(tag ?? undefined)
  if (!(await ports.community(community, locale))) throw new QiaoError('bad_request', `no compound ${community}`)
  // Nobody has the owner API's token: it is opened by Direct Line's own.
  const tokenHash = ports.hash(ports.newToken())
  const conversation = await ports.store.conversations.create({ community, locale, channel: 'directline', tokenHash })
  const named = user.safeParse(given)
  return { conversation, ...(named.success ? { user: named.data.id } : {}) }
}

function tokenFor({ tokens }: DirectLinePorts, conversationId: string, userId: string | undefined) {
  const token = tokens.sign({ kind: 'token', conversation: conversationId, ...(userId ? { user: userId } : {}) })
  return { conversationId, token, expires_in: LIFETIME_S.token }
}

/** For the server of the page: a token for one conversation, so that the secret stays at home. */
function generate(ports: DirectLinePorts): RequestHandler {
  return async (request, response) => {
    const { conversation, user: userId } = await newConversation(ports, request)
    response.json(tokenFor(ports, conversation.id, userId))
  }
}

function refresh(ports: DirectLinePorts): RequestHandler {
  return (request, response) => {
    const caller = callerOf(request)
    if (caller.kind === 'secret') throw new QiaoError('bad_request', 'a token is renewed with the token')
    response.json(tokenFor(ports, caller.conversation, caller.user))
  }
}

/** A token's conversation is begun, the secret begins a new one. */
function start(ports: DirectLinePorts): RequestHandler {
  return async (request, response) => {
    const caller = callerOf(request)
    const begun =
      caller.kind === 'client' ? await begunBy(ports, request, caller) : await newConversation(ports, request)
    response.status(201).json(opened(ports, request, begun.conversation, begun.user, ''))
  }
}

async function begunBy(
  ports: DirectLinePorts,
  request: Request,
  caller: { conversation: string; user?: string },
): Promise<Begun> {
  const conversation = await ports.store.conversations.find(caller.conversation)
  if (!conversation) throw new QiaoError('not_found', 'no such conversation')
  const named = user.safeParse(check(opening, request.body).user)
  // Whom the server has named, the page cannot name otherwise.
  const userId = caller.user ?? (named.success ? named.data.id : undefined)
  return { conversation, ...(userId ? { user: userId } : {}) }
}

function reconnect(ports: DirectLinePorts): RequestHandler {
  return (request, response) => {
    const watermark = watermarkOf(request.query.watermark)
    const caller = callerOf(request)
    const userId = caller.kind === 'client' ? caller.user : undefined
    response.json(
      opened(ports, request, conversationOf(request), userId, watermark === undefined ? '' : String(watermark)),
    )
  }
}

/** The socket's address opens it for a minute and nothing else, so that it may stand in logs. */
function opened(
  ports: DirectLinePorts,
  request: Request,
  { id }: Conversation,
  userId: string | undefined,
  watermark: string,
) {
  const ticket = ports.tokens.sign({ kind: 'stream', conversation: id, ...(userId ? { user: userId } : {}) })
  const address = addressOf(ports, request).replace(/^http/, 'ws')
  const streamUrl = `${address}${BASE}/conversations/${id}/stream?watermark=${watermark}&t=${ticket}`
  return { ...tokenFor(ports, id, userId), streamUrl }
}

function activities(ports: DirectLinePorts): RequestHandler {
  return async (request, response) => {
    const conversation = conversationOf(request)
    const parts = partsOf(ports, conversation, userOf(request), addressOf(ports, request))
    const read = await readAfter(ports, conversation, parts, watermarkOf(request.query.watermark))
    response.json({ activities: read.marked.map(({ activity }) => activity), watermark: read.watermark })
  }
}

/** Opened by its own ticket, since pages show pictures without a header. */
function file(ports: DirectLinePorts): RequestHandler {
  return async (request, response) => {
    const { id, aid } = request.params
    const claims = ports.tokens.read(String(request.query.t ?? ''), 'file')
    if (typeof claims === 'string' || !claims.file || claims.conversation !== id || claims.file !== aid) {
      ports.refused(typeof claims === 'string' ? reasonOf(claims) : 'account')
      throw new QiaoError('forbidden', 'the address is wrong or has expired')
    }
    const found = await ports.store.attachments.ofConversation(claims.conversation, claims.file)
    if (!found) throw new QiaoError('not_found', 'no such file')
    response.set(attachmentHeaders(found)).send(Buffer.from(found.content))
  }
}

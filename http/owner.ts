import { type Request, type RequestHandler, Router } from 'express'
import { check } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { TurnAnswer } from '../bot/turn.ts'
import type { Locale, WorkOrder } from '../bot/types.ts'
import { attachmentRoutes } from './attachments.ts'
import { authorise, conversationOf } from './authorise.ts'
import { limitMessages } from './limitMessages.ts'
import { addressOf, limitPerMinute } from './limits.ts'
import { ownerEvents } from './ownerEvents.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { readerOf } from './reader.ts'
import { receive } from './receive.ts'
import { checkText, homeCode, newConversation, newMessage, page, rating } from './schemas.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { conversationToken } from './token.ts'

/** How long the web call waits for the replies; later ones come by the event stream. */
const WAIT_MS = 5000

/** The owner API: `/api/conversations…` and the compound's public facts. */
export function ownerRoutes(ports: OwnerPorts): Router {
  const router = Router()
  const owned = authorise(ports)
  const { counts } = ports
  const perConversation = limitPerMinute({
    name: 'conversation',
    perMinute: ports.limits.messagesPerMinute,
    counts,
    keyOf: (request) => String(request.params.id),
  })
  const messages = limitMessages(ports, (request) => {
    const { id, verified } = conversationOf(request)
    return { conversationId: id, bound: verified, address: addressOf(request) }
  })
  const opens = limitPerMinute({ name: 'new', perMinute: ports.limits.conversationsPerMinute, counts })
  router.post('/api/conversations', opens, create(ports))
  router.get('/api/communities/:id/public', publicFacts(ports))
  router.get('/api/conversations/:id', owned, show(ports))
  router.post('/api/conversations/:id/messages', owned, messages, say(ports))
  router.get('/api/conversations/:id/messages', owned, list(ports))
  router.post('/api/conversations/:id/typing', owned, perConversation, typing(ports))
  router.post('/api/conversations/:id/close', owned, close(ports))
  router.post('/api/conversations/:id/rating', owned, rate(ports))
  router.post('/api/conversations/:id/verify', owned, perConversation, verify(ports))
  router.get('/api/conversations/:id/work-orders', owned, workOrders(ports))
  subscriptionRoutes(router, ports, owned)
  attachmentRoutes(router, ports, owned, messages)
  ownerEvents(router, ports, owned)
  return router
}

function create(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { community = ports.defaultCommunity, locale } = check(newConversation, request.body)
    if (!(await ports.community(community, locale))) throw new QiaoError('not_found', `no compound ${community}`)
    const secret = ports.newToken()
    const conversation = await ports.store.conversations.create({
      community,
      locale,
      channel: 'web',
      tokenHash: ports.hash(secret),
    })
    const token = conversationToken(conversation.id, secret)
    response.status(201).json({ conversationId: conversation.id, token })
  }
}

function show(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const conversation = conversationOf(request)
    const { community, locale, verified } = conversation
    response.json({ state: await ports.state(conversation), community, locale, verified })
  }
}

function say(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { id } = conversationOf(request)
    const body = check(newMessage, request.body)
    const attachments = body.attachments ?? []
    const text = checkText(body.text, attachments.length > 0)
    const { message, turn } = await receive(ports, id, {
      clientMessageId: body.clientMessageId,
      text,
      ...(body.choice ? { choice: body.choice } : {}),
      ...(attachments.length ? { attachments } : {}),
    })
    const answer = await withinWait(ports, turn)
    const conversation = answer?.conversation ?? (await ports.store.conversations.find(id)) ?? conversationOf(request)
    const state = await ports.state(conversation)
    response.status(answer ? 200 : 202).json({ message, replies: answer?.replies ?? [], state })
  }
}

/** Undefined when the turn takes longer than the web call waits. A turn that fails is resumed at the next start. */
async function withinWait(ports: OwnerPorts, turn: Promise<TurnAnswer>): Promise<TurnAnswer | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), WAIT_MS)
  })
  const settled = turn.catch((error: unknown) => {
    ports.report(error)
    return undefined
  })
  const answer = await Promise.race([settled, late])
  clearTimeout(timer)
  return answer
}

function list(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { after, limit } = check(page, request.query)
    response.json({ messages: await ports.store.conversations.messages(conversationOf(request).id, after, limit) })
  }
}

/** In the owner's own words; neither staff's notes nor what other owners said. */
function workOrders(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const own = await ports.store.workOrders.ofConversation(conversationOf(request).id)
    response.json({
      workOrders: own.map((order) => ({
        ...ownersView(order),
        title: ports.titleOf(order.intent, readerOf(request)) ?? { zh: order.intent, en: order.intent },
      })),
    })
  }
}

function ownersView({ number, intent, slots, state, scheduledFor, worker, continues, ...order }: WorkOrder) {
  const visit = { ...(scheduledFor && { scheduledFor }), ...(worker && { worker }), ...(continues && { continues }) }
  const lines = order.lines.map(({ note: _note, file: _file, ...line }) => line)
  return { number, intent, slots, state, ...visit, lines, createdAt: order.createdAt, updatedAt: order.updatedAt }
}

function typing(ports: OwnerPorts): RequestHandler {
  return (request, response) => {
    const { id } = conversationOf(request)
    ports.live.publish('desk', { kind: 'typing', conversationId: id, from: 'owner' })
    response.status(204).end()
  }
}

function close(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { id } = conversationOf(request)
    await ports.store.conversations.close(id)
    ports.live.publish(`conversation:${id}`, { kind: 'state', conversationId: id })
    response.status(204).end()
  }
}

function rate(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { score, comment } = check(rating, request.body)
    await ports.store.conversations.rate(conversationOf(request).id, { score, ...(comment ? { comment } : {}) })
    response.status(204).end()
  }
}

/** Binds the conversation to the home whose code it is. */
function verify(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { id } = conversationOf(request)
    const code = ports.hash(check(homeCode, request.body).code)
    const result = await ports.store.homes.redeem(id, code, ports.boundToo, request.ip)
    if (result.kind === 'wrong')
      throw new QiaoError('wrong_code', 'no such code, or used, or expired', { details: { left: result.left } })
    if (result.kind === 'paused') {
      const retryAfterSeconds = Math.ceil((Date.parse(result.until) - ports.clock.now().getTime()) / 1000)
      throw new QiaoError('too_many', 'too many wrong codes', { details: { retryAfterSeconds } })
    }
    ports.live.publish(`conversation:${id}`, { kind: 'state', conversationId: id })
    ports.live.publish('desk', { kind: 'state', conversationId: id })
    // Whoever listened to a guest until now shows again that they may.
    ports.live.publish(`conversation:${id}`, { kind: 'access', conversationId: id })
    response.json({ verified: true, home: result.home })
  }
}

function localeAsked(request: Request): Locale {
  const { locale } = request.query
  if (locale === 'en' || locale === 'zh-TW') return locale
  if (locale !== undefined) return 'zh'
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
}

function publicFacts(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const facts = await ports.community(String(request.params.id), localeAsked(request))
    if (!facts) throw new QiaoError('not_found', 'no such compound')
    response.json(facts)
  }
}

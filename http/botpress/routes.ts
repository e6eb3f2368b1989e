import express, { type Request, type RequestHandler, Router } from 'express'
import multer from 'multer'
import { isSecret } from '../../bot/channels/botpress/signature.ts'
import { chosen } from '../../bot/channels/text.ts'
import { check, cleanText } from '../../bot/check.ts'
import { QiaoError } from '../../bot/errors.ts'
import {
  type Answered,
  type Arrival,
  attachmentHeaders,
  type Conversation,
  type Following,
  type Question,
} from '../../bot/types.ts'
import { refused as asRefused, keepFile } from '../attachments.ts'
import { limitMessages } from '../limitMessages.ts'
import { limitPerMinute } from '../limits.ts'
import { MOST_BYTES } from '../mostBytes.ts'
import type { OwnerPorts } from '../ownerPorts.ts'
import { receive } from '../receive.ts'
import { checkText } from '../schemas.ts'
import { arrival, arrivedMessage, following, question, unfollowed } from './schemas.ts'

/** A history of 500 long lines. */
const BODY_LIMIT = '8mb'

/** Messages among which a choice may stand. */
const LATEST = 10

/** What the Botpress side is given by `main`. */
export interface BotpressPorts
  extends Pick<
    OwnerPorts,
    | 'store'
    | 'live'
    | 'runTurn'
    | 'community'
    | 'defaultCommunity'
    | 'clock'
    | 'limits'
    | 'counts'
    | 'admission'
    | 'shed'
    | 'findEmergency'
    | 'emergencyText'
    | 'report'
  > {
  secret: string
  /** Counts a call without the secret. */
  refused(): void
  answer(question: Question): Promise<Answered>
  arrive(arrival: Arrival): Promise<{ conversationId: string; ticketId: string }>
  /** For the clerk who has the ticket. */
  tookBack(conversation: Conversation): Promise<void>
}

/** `POST /api/answer` and `/channels/botpress/…`, for our own Botpress side alone. */
export function botpressRoutes(ports: BotpressPorts): Router {
  const router = Router()
  const ours = known(ports)
  const json = express.json({ limit: BODY_LIMIT, type: 'json' })
  const { counts } = ports
  const opens = limitPerMinute({ name: 'botpress new', perMinute: ports.limits.conversationsPerMinute, counts })
  // The address is that of our own side at Botpress, which speaks for everybody.
  const speaks = limitMessages(ports, (request) => ({
    conversationId: String(request.body?.conversationId),
    bound: true,
  }))
  router.post('/api/answer', ours, answer(ports))
  router.post('/channels/botpress/conversations', opens, ours, json, arrive(ports))
  router.post('/channels/botpress/conversations/:id/stop', ours, stop(ports))
  router.post('/channels/botpress/conversations/:id/files', ours, upload, keep(ports))
  router.get('/channels/botpress/conversations/:id/files/:aid', ours, give(ports))
  router.post('/channels/botpress/follows', opens, ours, json, followRecord(ports))
  router.post('/channels/botpress/follows/:id/stop', ours, json, unfollowRecord(ports))
  router.post('/channels/botpress/messages', ours, json, speaks, say(ports))
  return router
}

function known({ secret, refused }: BotpressPorts): RequestHandler {
  return (request, _response, next) => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer && isSecret(secret, bearer)) return next()
    refused()
    throw new QiaoError('unauthorized', 'not with the shared secret')
  }
}

function answer(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    const { community, text, choice, locale, remembered, follow } = check(question, request.body)
    const asked = await ports.answer({
      text: checkText(text),
      locale,
      community: await compound(ports, community),
      ...(choice && { choice }),
      ...(remembered && { remembered: remembered as NonNullable<Question['remembered']> }),
      ...(follow && { follow: follow as NonNullable<Question['follow']> }),
    })
    response.json(asked)
  }
}

async function compound({ community, defaultCommunity }: BotpressPorts, id = defaultCommunity): Promise<string> {
  if (!(await community(id, 'zh'))) throw new QiaoError('not_found', `no compound ${id}`)
  return id
}

function arrive(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    const { community, history, ...rest } = check(arrival, request.body)
    const lines = history.map(({ from, text }) => ({ from, text: cleanText(text) })).filter(({ text }) => text.trim())
    const given = { ...rest, history: lines, community: await compound(ports, community) } as Arrival
    const { conversationId, ticketId } = await ports.arrive(given)
    response.status(201).json({ conversationId, ticketId })
  }
}

async function conversationOf({ store }: BotpressPorts, id: string): Promise<Conversation> {
  const conversation = await store.conversations.find(id)
  if (conversation?.channel !== 'botpress') throw new QiaoError('not_found', 'no such conversation')
  return conversation
}

/** Without a ticket: the owner is told of changes, and nobody is called. */
function followRecord(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    const { community, ...rest } = check(following, request.body)
    const given = { ...rest, community: await compound(ports, community) } as Following
    response.status(201).json(await ports.store.botpress.follow(given))
  }
}

function unfollowRecord(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    const { topic } = check(unfollowed, request.body ?? {})
    const { id } = await conversationOf(ports, String(request.params.id))
    await ports.store.subscriptions.remove(id, topic)
    response.status(204).end()
  }
}

function stop(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    await ports.tookBack(await conversationOf(ports, String(request.params.id)))
    response.status(204).end()
  }
}

function say(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    const { conversationId, text, choice, attachments, clientMessageId } = check(arrivedMessage, request.body)
    const { id, lastSeq } = await conversationOf(ports, conversationId)
    const said = checkText(text, attachments.length > 0)
    const tapped = choice ?? (await choiceIn(ports, id, lastSeq, said))
    const { message, turn } = await receive(ports, id, {
      clientMessageId,
      text: said,
      ...(tapped && { choice: tapped }),
      ...(attachments.length && { attachments }),
    })
    // A turn that fails is taken up at the next start.
    void turn.catch(ports.report)
    response.json({ id: message.id, seq: message.seq })
  }
}

/** The channel has no buttons: a number or the words of a choice that was said last. */
async function choiceIn(
  { store }: BotpressPorts,
  id: string,
  lastSeq: number,
  text: string,
): Promise<string | undefined> {
  const latest = await store.conversations.messages(id, Math.max(0, lastSeq - LATEST), LATEST)
  return chosen(text, latest)?.value
}

/** What staff sent, for Botpress to keep. */
function give(ports: BotpressPorts): RequestHandler {
  return async (request, response) => {
    const { id } = await conversationOf(ports, String(request.params.id))
    const file = await ports.store.attachments.ofConversation(id, String(request.params.aid))
    if (!file) throw new QiaoError('not_found', 'no such file in this conversation')
    response.set(attachmentHeaders(file)).send(Buffer.from(file.content))
  }
}

const upload: RequestHandler = (request, response, next) => {
  form(request, response, (error: unknown) => next(error ? asRefused(error) : undefined))
}

const form = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 0 },
  defParamCharset: 'utf8',
}).single('file')

function keep(ports: BotpressPorts): RequestHandler {
  return async (request: Request, response) => {
    const { id } = await conversationOf(ports, String(request.params.id))
    if (!request.file) throw new QiaoError('bad_request', 'no file', { details: { field: 'file' } })
    response.status(201).json({ attachmentId: await keepFile(ports, id, request.file) })
  }
}

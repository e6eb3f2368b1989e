import type { Request, RequestHandler } from 'express'
import multer from 'multer'
import { postedActivity } from '../../bot/channels/directline/activity.ts'
import { check } from '../../bot/check.ts'
import { QiaoError } from '../../bot/errors.ts'
import { MOST_ATTACHMENTS } from '../../bot/types.ts'
import { keepFile, refused } from '../attachments.ts'
import { MOST_BYTES } from '../mostBytes.ts'
import { conversationOf } from './access.ts'
import type { DirectLinePorts } from './ports.ts'
import { take } from './post.ts'

const ACTIVITY_BYTES = 64 * 1024

/**
 * `POST …/upload`: a multipart form of files and, in a part called `activity`, the message
 * that they come with.
 */
export function upload(ports: DirectLinePorts): RequestHandler[] {
  return [parts, keep(ports)]
}

const form = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: MOST_ATTACHMENTS + 1, fields: 5, fieldSize: ACTIVITY_BYTES },
  defParamCharset: 'utf8',
}).any()

const parts: RequestHandler = (request, response, next) => {
  form(request, response, (error: unknown) => next(error ? refused(error) : undefined))
}

function keep(ports: DirectLinePorts): RequestHandler {
  return async (request, response) => {
    const conversation = conversationOf(request)
    const files = filesOf(request)
    const activity = check(postedActivity, activityIn(request))
    if (!files.length) throw new QiaoError('bad_request', 'no file', { details: { field: 'file' } })
    const ids = await kept(ports, conversation.id, files, activity.channelData?.clientActivityID)
    response.json({ id: await take(ports, conversation, activity, ids) })
  }
}

/** Of an upload that comes again, the files of the first time; else they would be another message's. */
async function kept(
  ports: DirectLinePorts,
  conversationId: string,
  files: Express.Multer.File[],
  clientId: string | undefined,
): Promise<string[]> {
  const before = clientId && (await earlier(ports, conversationId, clientId))
  if (before) return before
  const ids: string[] = []
  for (const file of files) ids.push(await keepFile(ports, conversationId, file))
  return ids
}

async function earlier(
  ports: DirectLinePorts,
  conversationId: string,
  clientId: string,
): Promise<string[] | undefined> {
  const seq = await ports.store.directLine.seqOf(conversationId, clientId)
  if (seq === undefined) return undefined
  const { attachments = [] } = await ports.store.conversations.message(conversationId, seq)
  return attachments.map(({ id }) => id)
}

function filesOf(request: Request): Express.Multer.File[] {
  const all = (request.files ?? []) as Express.Multer.File[]
  return all.filter(({ fieldname }) => fieldname !== 'activity')
}

/** It comes as a file or as a field; without one the files alone are the message. */
function activityIn(request: Request): unknown {
  const file = ((request.files ?? []) as Express.Multer.File[]).find(({ fieldname }) => fieldname === 'activity')
  const text = file?.buffer.toString('utf8') ?? (request.body as { activity?: string } | undefined)?.activity
  if (text === undefined) return { type: 'message', text: '' }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new QiaoError('bad_json', 'the activity is not JSON', { cause })
  }
}

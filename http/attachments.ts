import type { Request, RequestHandler, Router } from 'express'
import multer from 'multer'
import { cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { attachmentHeaders } from '../bot/types.ts'
import { conversationOf } from './authorise.ts'
import { contentOf } from './fileContent.ts'
import type { FileKind } from './fileKind.ts'
import { MOST_BYTES } from './mostBytes.ts'
import type { OwnerPorts } from './ownerPorts.ts'

/** Characters of a name that are kept. */
const NAME_LENGTH = 100
/** They make a name read other than it is. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** `POST, GET /api/conversations/:id/attachments…`: kept in the record, given back to the conversation's own token alone. */
export function attachmentRoutes(
  router: Router,
  ports: OwnerPorts,
  owned: RequestHandler,
  limit: RequestHandler,
): void {
  router.post('/api/conversations/:id/attachments', owned, limit, upload(), keep(ports))
  router.get('/api/conversations/:id/attachments/:aid', owned, give(ports))
}

/** One file in the field `file`. */
export function upload(): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MOST_BYTES, files: 1, fields: 5, fieldSize: 1000 },
    defParamCharset: 'utf8',
  }).single('file')
  return (request, response, next) => {
    take(request, response, (error: unknown) => next(error ? refused(error) : undefined))
  }
}

/** What multer says, in our words. */
export function refused(cause: unknown): QiaoError {
  const large = cause instanceof multer.MulterError && cause.code === 'LIMIT_FILE_SIZE'
  return large
    ? new QiaoError('too_large', 'the file is over 10 MiB', { cause, details: { reason: 'file' } })
    : new QiaoError('bad_request', 'the upload is not as it should be', { cause, details: { field: 'file' } })
}

function keep(ports: OwnerPorts): RequestHandler {
  return async (request, response) => {
    const { id } = conversationOf(request)
    const { file } = request
    if (!file) throw new QiaoError('bad_request', 'no file', { details: { field: 'file' } })
    response.status(201).json({ attachmentId: await keepFile(ports, id, file) })
  }
}

/**
 * Keeps a file of the owner, or of this member of staff, until a message takes it up; what it is, its content says.
 * @returns its id
 * @throws QiaoError `bad_input` as `readUpload`; `too_many` when the day is full
 */
export async function keepFile(
  { store, clock }: Pick<OwnerPorts, 'store' | 'clock'>,
  conversationId: string,
  { originalname, buffer }: { originalname: string; buffer: Buffer },
  staffId?: string,
): Promise<string> {
  const added = await store.attachments.add(conversationId, await readUpload(originalname, buffer), staffId)
  if (added.kind === 'stored') return added.id
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(added.until) - clock.now().getTime()) / 1000))
  throw new QiaoError('too_many', 'as many files as a day allows', { details: { retryAfterSeconds, reason: 'files' } })
}

/**
 * A file as it may be kept; what it is, its content says. Pictures are painted anew, without what stood beside them.
 * @throws QiaoError `bad_input` for what is neither image, voice nor PDF, and for pictures that can't be read
 */
export async function readUpload(
  name: string,
  given: Buffer,
): Promise<{ name: string; type: string; content: Buffer }> {
  const read = await contentOf(given)
  switch (read) {
    case 'unknown':
      throw unusable('file_type', 'neither image, voice nor PDF')
    case 'unreadable':
      throw unusable('image', 'a picture that cannot be read')
    default:
      return { name: nameOf(name, read), type: read.type, content: read.content }
  }
}

const unusable = (reason: string, why: string): QiaoError =>
  new QiaoError('bad_input', why, { details: { field: 'file', reason } })

/** The name without folders and tricks; its ending says what the content is. */
function nameOf(given: string, { ending }: FileKind): string {
  const last = cleanText(given).replace(TURNING, '').split(/[\\/]/).at(-1) ?? ''
  const stem = [...last.replace(/\.[^.]*$/, '').trim()].slice(0, NAME_LENGTH).join('')
  return `${stem || 'file'}.${ending}`
}

function give(ports: OwnerPorts): RequestHandler {
  return async (request: Request, response) => {
    const file = await ports.store.attachments.ofConversation(conversationOf(request).id, String(request.params.aid))
    if (!file) throw new QiaoError('not_found', 'no such file in this conversation')
    response.set(attachmentHeaders(file)).send(Buffer.from(file.content))
  }
}

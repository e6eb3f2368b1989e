import { AsyncResource } from 'node:async_hooks'
import type { RequestHandler } from 'express'
import multer from 'multer'
import { QiaoError } from '../bot/errors.ts'

/** Of one file. */
const MOST_BYTES = 10 * 2 ** 20

/** Reads a form with one file, in its part `file`, into memory; besides it at most so many fields. */
export function uploaded(fields: number): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MOST_BYTES, files: 1, fields, fieldSize: 10_000 },
    defParamCharset: 'utf8',
  }).single('file')
  return (request, response, next) => {
    // What the file arrives on knows nothing of this call, and so of what it is to be noted as.
    const done = AsyncResource.bind((error: unknown) => next(error ? refused(error) : undefined))
    take(request, response, done)
  }
}

function refused(cause: unknown): QiaoError {
  const large = cause instanceof multer.MulterError && cause.code === 'LIMIT_FILE_SIZE'
  return large
    ? new QiaoError('too_large', 'the file is over 10 MiB', { cause, details: { reason: 'file' } })
    : new QiaoError('bad_request', 'the upload is not as it should be', { cause, details: { field: 'file' } })
}

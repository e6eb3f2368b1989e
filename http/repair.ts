import { type Request, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { check, cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { AttachedFile, RateCounts, StaffFile } from '../bot/ports.ts'
import { attachmentHeaders, type DispatchStep, type JobView } from '../bot/types.ts'
import { readUpload, upload } from './attachments.ts'
import { limitPerMinute } from './limits.ts'

/** Calls a minute from one address: a hand does less, and nobody guesses 256 bits. */
const PER_MINUTE = 120

export const repairStep = z
  .object({
    step: z.enum(['accept', 'arrived', 'done']),
    note: z
      .string()
      .overwrite(cleanText)
      .trim()
      .max(500)
      .optional()
      .describe('A word on what was done, for staff; with done alone'),
  })
  .strict()
  .refine(({ step, note }) => !note || step === 'done', { path: ['note'], message: 'a word goes with done alone' })

/** Jobs on repairers' phones; `main` gives it. What it throws is a QiaoError. */
export interface RepairPort {
  look(secret: string): Promise<JobView>
  /** @param from the caller's address */
  step(secret: string, step: { kind: DispatchStep; note?: string }, from: string): Promise<JobView>
  addPhoto(secret: string, file: StaffFile, from: string): Promise<JobView>
  picture(secret: string, id: string): Promise<AttachedFile>
}

export interface RepairPorts {
  jobs: RepairPort
  counts: RateCounts
}

/** `/api/repair…`: one job, opened by the secret of its link as a bearer token, without an account. */
export function repairRoutes({ jobs, counts }: RepairPorts): Router {
  const router = Router()
  const limit = limitPerMinute({ name: 'repair', perMinute: PER_MINUTE, counts })
  router.get('/api/repair', limit, async (request, response) => {
    response.json(await jobs.look(secretOf(request)))
  })
  router.post('/api/repair/step', limit, async (request, response) => {
    const secret = secretOf(request)
    const { step, note } = check(repairStep, request.body)
    response.json(await jobs.step(secret, { kind: step, ...(note && { note }) }, request.ip ?? ''))
  })
  // Nobody sends ten megabytes whose link opens nothing.
  router.post('/api/repair/photos', limit, opensSomething(jobs), upload(), async (request, response) => {
    const { file } = request
    if (!file) throw new QiaoError('bad_request', 'no file', { details: { field: 'file' } })
    const kept = await readUpload(file.originalname, file.buffer)
    response.status(201).json(await jobs.addPhoto(secretOf(request), kept, request.ip ?? ''))
  })
  router.get('/api/repair/pictures/:id', limit, async (request, response) => {
    const file = await jobs.picture(secretOf(request), String(request.params.id))
    response.set(attachmentHeaders(file)).send(Buffer.from(file.content))
  })
  return router
}

function opensSomething(jobs: RepairPort): RequestHandler {
  return async (request, _response, next) => {
    await jobs.look(secretOf(request))
    next()
  }
}

function secretOf(request: Request): string {
  const secret = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (!secret) throw new QiaoError('unauthorized', 'no secret', { details: { reason: 'link' } })
  return secret
}

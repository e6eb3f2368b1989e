import type { ErrorRequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { newMessage } from './schemas.ts'

const MESSAGES = /^\/api\/conversations\/[^/]+\/messages$/

/** When the record is away and the words are an emergency, the answer to the failed call still carries the instruction. */
export function emergencyWithoutRecord(
  ports: Pick<OwnerPorts, 'findEmergency' | 'emergencyText' | 'report'>,
): ErrorRequestHandler {
  return (error: unknown, request, _response, next) => {
    if (request.method !== 'POST' || !MESSAGES.test(request.path) || error instanceof QiaoError) return next(error)
    const body = newMessage.safeParse(request.body)
    const match = body.success ? ports.findEmergency(body.data.text) : undefined
    if (!body.success || !match) return next(error)
    ports.report(error)
    const emergency = { text: ports.emergencyText(match, body.data.text) }
    next(new QiaoError('unavailable', 'the record is away', { cause: error, details: { emergency } }))
  }
}

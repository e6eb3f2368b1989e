import type { ErrorRequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { newMessage } from './schemas.ts'

const MESSAGES = /^\/api\/conversations\/[^/]+\/messages$/

/**
 * When the record is away, or this instance stops, and the words are an emergency, the answer to the failed call still
 * carries the instruction.
 */
export function emergencyWithoutRecord(
  ports: Pick<OwnerPorts, 'findEmergency' | 'emergencyText' | 'report'>,
): ErrorRequestHandler {
  return (error: unknown, request, _response, next) => {
    const ours = error instanceof QiaoError && error.code !== 'unavailable'
    if (request.method !== 'POST' || !MESSAGES.test(request.path) || ours) return next(error)
    const body = newMessage.safeParse(request.body)
    const match = body.success ? ports.findEmergency(body.data.text) : undefined
    if (!body.success || !match) return next(error)
    ports.report(error)
    const emergency = { text: ports.emergencyText(match, body.data.text) }
    next(new QiaoError('unavailable', 'it could not be kept', { cause: error, details: { emergency } }))
  }
}

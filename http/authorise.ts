import type { Request, RequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { Conversation } from '../bot/types.ts'
import type { OwnerPorts } from './ownerPorts.ts'

/** The conversation that the token opened. */
export const conversationOf = (request: Request): Conversation =>
  (request as Request & { conversation: Conversation }).conversation

/** Lets the token's own conversation through; what `conversationOf` gives is that one. */
export function authorise(ports: Pick<OwnerPorts, 'store' | 'hash'>): RequestHandler {
  return async (request, _response, next) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (!token) throw new QiaoError('unauthorized', 'no bearer token')
    const id = String(request.params.id)
    const conversation = await ports.store.conversations.findByToken(id, ports.hash(token))
    if (!conversation) {
      const there = await ports.store.conversations.find(id)
      throw new QiaoError(there ? 'unauthorized' : 'not_found', 'the token does not open this conversation')
    }
    Object.assign(request, { conversation })
    next()
  }
}

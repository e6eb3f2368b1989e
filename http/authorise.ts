import type { Request, RequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { Conversation } from '../bot/types.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { readToken } from './token.ts'

/** The conversation that the token opened. */
export const conversationOf = (request: Request): Conversation =>
  (request as Request & { conversation: Conversation }).conversation

type Ports = Pick<OwnerPorts, 'store' | 'hash'>

/** Lets the token's own conversation through; what `conversationOf` gives is that one. */
export function authorise(ports: Ports): RequestHandler {
  return async (request, _response, next) => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (!bearer) throw new QiaoError('unauthorized', 'no bearer token')
    const id = String(request.params.id)
    const conversation = await openedBy(ports, bearer)
    if (conversation?.id !== id) throw await refusal(ports, id, conversation !== undefined)
    Object.assign(request, { conversation })
    next()
  }
}

async function openedBy({ store, hash }: Ports, bearer: string): Promise<Conversation | undefined> {
  const token = readToken(bearer)
  return token && (await store.conversations.findByToken(token.conversationId, hash(token.secret)))
}

/** Another's conversation is as good as none; only a bad token is told to be one. */
async function refusal({ store }: Ports, id: string, goodElsewhere: boolean): Promise<QiaoError> {
  const known = !goodElsewhere && (await store.conversations.find(id)) !== undefined
  return known
    ? new QiaoError('unauthorized', 'the token opens nothing')
    : new QiaoError('not_found', 'no such conversation, or not of this token')
}

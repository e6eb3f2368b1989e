import type { Request, RequestHandler } from 'express'
import type { Claims } from '../../bot/channels/directline/tokens.ts'
import { QiaoError } from '../../bot/errors.ts'
import type { Refusal } from '../../bot/ports/channels.ts'
import type { Conversation } from '../../bot/types.ts'
import type { DirectLinePorts } from './ports.ts'

/** Who calls: whoever has the secret (a server), or a client with the token of one conversation. */
export type Caller = { kind: 'secret' } | ({ kind: 'client' } & Omit<Claims, 'kind'>)

type Known = Request & { directLineCaller?: Caller; directLineConversation?: Conversation }

export const callerOf = (request: Request): Caller => (request as Known).directLineCaller as Caller

/** The conversation that the caller may use. */
export const conversationOf = (request: Request): Conversation =>
  (request as Known).directLineConversation as Conversation

/** As the client calls its user. */
export function userOf(request: Request): string {
  const caller = callerOf(request)
  return (caller.kind === 'client' && caller.user) || 'user'
}

/**
 * Lets the secret and good tokens through.
 * @throws QiaoError `unauthorized` without one, `forbidden` for a wrong or expired one, which tells a client to renew it
 */
export function known(ports: DirectLinePorts): RequestHandler {
  return (request, _response, next) => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (!bearer) {
      ports.refused('signature')
      throw new QiaoError('unauthorized', 'no bearer token')
    }
    const directLineCaller = ports.tokens.isSecret(bearer) ? { kind: 'secret' } : client(ports, bearer)
    Object.assign(request, { directLineCaller })
    next()
  }
}

function client({ tokens, refused }: DirectLinePorts, bearer: string): Caller {
  const claims = tokens.read(bearer, 'token')
  if (typeof claims === 'string') {
    refused(reasonOf(claims))
    throw new QiaoError('forbidden', `the token is ${claims}`, { details: { token: claims } })
  }
  return { ...claims, kind: 'client' }
}

/** Of a token that is not let in, as the counter has it. */
export const reasonOf = (token: 'wrong' | 'expired'): Refusal => (token === 'expired' ? 'too_old' : 'signature')

/** Lets the caller into the conversation of the address. */
export function entitled({ store, refused }: DirectLinePorts): RequestHandler {
  return async (request, _response, next) => {
    const id = String(request.params.id)
    const caller = callerOf(request)
    if (caller.kind === 'client' && caller.conversation !== id) {
      refused('account')
      throw new QiaoError('forbidden', 'a token of another conversation', { details: { token: 'wrong' } })
    }
    const conversation = await store.conversations.find(id)
    if (conversation?.channel !== 'directline') throw new QiaoError('not_found', 'no such conversation')
    Object.assign(request, { directLineConversation: conversation })
    next()
  }
}

/** Only whoever has the secret. */
export function secretOnly({ refused }: DirectLinePorts): RequestHandler {
  return (request, _response, next) => {
    if (callerOf(request).kind !== 'secret') {
      refused('account')
      throw new QiaoError('forbidden', 'for the secret alone', { details: { token: 'wrong' } })
    }
    next()
  }
}
